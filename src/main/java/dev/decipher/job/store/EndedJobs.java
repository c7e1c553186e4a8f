package dev.decipher.job.store;

import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes jobs that have ended, with their histories, and counts them no longer. */
@Component
public record EndedJobs(JdbcClient jdbc, JobTransaction transaction) {

	private record Ended(String id, String state, String model) {
	}

	/**
	 * Deletes a job, if it has ended.
	 * @return whether it was there
	 */
	public boolean delete(String id) {
		return this.transaction.change(() -> delete(this.jdbc.sql("""
				select id, state, coalesce(model, '') as model from job
				where id = ? and state not in ('QUEUED', 'RUNNING') for update""")
			.param(id)
			.query(Ended.class)
			.list()) == 1);
	}

	private int delete(List<Ended> jobs) {
		for (Ended job : jobs) {
			this.jdbc.sql("delete from job where id = ?").param(job.id()).update();
		}
		// last, and in one order, as those that end wait for these rows
		jobs.stream()
			.sorted(Comparator.comparing(Ended::state).thenComparing(Ended::model))
			.forEach((job) -> this.jdbc.sql("update ended_jobs set total = total - 1 where state = ? and model = ?")
				.params(job.state(), job.model())
				.update());
		return jobs.size();
	}

}
