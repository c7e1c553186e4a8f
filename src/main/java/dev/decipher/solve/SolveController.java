package dev.decipher.solve;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.system.ClientConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Solving over HTTP. */
@RestController
class SolveController implements SolveApi {

	private static final Logger logger = LoggerFactory.getLogger(SolveController.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private final Cryptanalyst cryptanalyst;

	private final JobQueue jobs;

	private final JsonMapper json;

	private final SolveMetrics metrics;

	private final Semaphore free;

	private final int maxConcurrent;

	SolveController(Cryptanalyst cryptanalyst, JobQueue jobs, JsonMapper json, SolveMetrics metrics,
			SolveProperties limits) {
		this.cryptanalyst = cryptanalyst;
		this.jobs = jobs;
		this.json = json;
		this.metrics = metrics;
		this.maxConcurrent = limits.maxConcurrent();
		this.free = new Semaphore(this.maxConcurrent);
	}

	@Override
	@PostMapping(path = "/solve", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<Object> solve(@Valid @RequestBody SolveRequest request, HttpServletRequest servletRequest) {
		if (request.async()) {
			this.cryptanalyst.check(request);
			Job job = submit(request);
			return ResponseEntity.accepted().location(job.address()).body(job);
		}
		ClientConnection client = ClientConnection.of(servletRequest);
		return ResponseEntity
			.ok(whileFree(() -> this.cryptanalyst.solve(request, client::isClosed, new SolveListener() {

				@Override
				public void progress(double share, long keysTried, double seconds) {
					client.check();
				}

			})));
	}

	@Override
	@PostMapping(path = "/solve", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	public void stream(@Valid @RequestBody SolveRequest request, HttpServletRequest servletRequest,
			HttpServletResponse response) {
		InvalidInput.throwIf(request.async(), "/async", "must be false for an answer as events");
		ClientConnection client = ClientConnection.of(servletRequest);
		whileFree(() -> {
			SolveEvents events = new SolveEvents(response, this.json, client);
			try {
				events.done(this.cryptanalyst.solve(request, events::isClosed, events));
			}
			catch (RuntimeException ex) {
				if (!events.haveBegun()) {
					throw ex; // the answer may still have a status
				}
				if (ex instanceof Problem problem) {
					events.failed(problem);
				}
				else {
					logger.error("/solve could not be answered", ex);
					events.failed();
				}
			}
			return events;
		});
	}

	private <T> T whileFree(Supplier<T> work) {
		if (!this.free.tryAcquire()) {
			this.metrics.refused();
			throw Problem.tooManyRequests(
					this.maxConcurrent + " texts are being solved, and no more may be at once; as a job it could wait.",
					RETRY_AFTER);
		}
		try {
			return work.get();
		}
		finally {
			this.free.release();
		}
	}

	private Job submit(SolveRequest request) {
		try {
			return this.jobs.submit(JobKind.SOLVE, null, this.json.valueToTree(request), null);
		}
		catch (Problem ex) {
			if (ex.status() == HttpStatus.TOO_MANY_REQUESTS && !ex.isOverQuota()) {
				this.metrics.refused();
			}
			throw ex;
		}
	}

}
