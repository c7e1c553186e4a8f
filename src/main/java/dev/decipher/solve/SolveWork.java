package dev.decipher.solve;

import java.util.Map;
import java.util.concurrent.CancellationException;

import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobWork;
import dev.decipher.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Solves a text that nobody waits for. A job whose process dies begins anew. */
@Component
record SolveWork(Cryptanalyst cryptanalyst, JsonMapper json) implements JobWork {

	@Override
	public JobKind kind() {
		return JobKind.SOLVE;
	}

	/** A language may have been deleted since the job was handed in. */
	@Override
	public Outcome run(Job job, JobContext context) {
		SolveRequest request = this.json.treeToValue(job.request(), SolveRequest.class);
		Solution solution;
		try {
			solution = this.cryptanalyst.solve(request, context::isCancelled, new SolveListener() {

				@Override
				public void progress(double share, long keysTried, double seconds) {
					context.progress(new JobProgress(share, Map.of(), (1 - share) * request.maxSeconds()));
				}

			});
		}
		catch (Problem ex) {
			throw new JobFailure(ex.detail());
		}
		if (context.isCancelled()) {
			throw new CancellationException();
		}
		return new Outcome(this.json.valueToTree(solution));
	}

}
