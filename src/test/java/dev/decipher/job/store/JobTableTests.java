package dev.decipher.job.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobPage;
import dev.decipher.job.JobState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How much is read of a table of many jobs, as H2 itself tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobTableTests {

	private static final int JOBS = 2000;

	private static final int SIZE = 20;

	private static final Pattern ROWS_READ = Pattern.compile("scanCount: (\\d+)");

	private JobApplication app;

	@BeforeAll
	void start(@TempDir Path folder) {
		this.app = JobApplication.start(folder);
		this.app.jdbc.sql("""
				insert into job (id, kind, model, state, request, created_at, finished_at)
				select 'old-' || x, 'TRAIN', 'model-' || mod(x, 2), casewhen(mod(x, 4) < 3, 'SUCCEEDED', 'FAILED'),
				'{}', current_timestamp, timestampadd(second, x, timestamp with time zone '2026-01-01 00:00:00+00:00')
				from system_range(1, :jobs) as numbers(x)""").param("jobs", JOBS).update();
		this.app.jdbc.sql("""
				insert into ended_jobs (state, model, total)
				select state, model, count(*) from job group by state, model""").update();
	}

	@AfterAll
	void stop() {
		this.app.close();
	}

	@ParameterizedTest
	@CsvSource({ ",", "SUCCEEDED,", "FAILED,", "QUEUED,", ",model-1", "SUCCEEDED,model-1", "RUNNING,model-1" })
	void readsNoMoreRowsThanAPageHas(JobState state, String model) {
		Map<String, Object> values = new HashMap<>();
		if (state != null) {
			values.put("state", state.name());
		}
		if (model != null) {
			values.put("model", model);
		}
		String total = JobTable.total(state, model != null);
		assertThat(rowsRead(total, values)).isLessThan(SIZE);
		values.put("offset", 0);
		values.put("size", SIZE);
		assertThat(rowsRead(JobTable.newestFirst(state != null, model != null), values)).isLessThanOrEqualTo(SIZE);
		JobPage page = this.app.queue.page(state, model, 0, SIZE);
		String condition = " where (state = :state or :state is null) and (model = :model or :model is null)";
		Map<String, Object> both = new HashMap<>();
		both.put("state", values.get("state"));
		both.put("model", model);
		assertThat(page.total()).isEqualTo(
				this.app.jdbc.sql("select count(*) from job" + condition).params(both).query(Long.class).single());
		List<String> newest = this.app.jdbc.sql("select id from job" + condition + " order by seq desc limit " + SIZE)
			.params(both)
			.query(String.class)
			.list();
		assertThat(page.items()).extracting(Job::id).isEqualTo(newest);
	}

	@Test
	void readsNoMoreRowsThanAreDeletedForTheirAge() {
		assertThat(rowsRead(EndedJobs.OLDEST,
				Map.of("before", JobTable.utc(Instant.parse("2026-01-01T00:10:00Z")), "count", SIZE)))
			.isLessThanOrEqualTo(SIZE + 1);
		assertThat(rowsRead(EndedJobs.OLDEST, Map.of("before", JobTable.utc(Instant.EPOCH), "count", SIZE)))
			.isLessThanOrEqualTo(1);
	}

	private int rowsRead(String sql, Map<String, Object> values) {
		String plan = this.app.jdbc.sql("explain analyze " + sql).params(values).query(String.class).single();
		return ROWS_READ.matcher(plan).results().mapToInt((found) -> Integer.parseInt(found.group(1))).sum();
	}

	@Test
	void countsEachJobOnceWhereverItIs() {
		long before = this.app.queue.page(null, null, 0, 1).total();
		Job first = this.app.submit("counted");
		FakeWork.Run run = this.app.work.next();
		Job second = this.app.submit("counted");
		assertThat(this.app.queue.page(null, null, 0, 1).total()).isEqualTo(before + 2);
		assertThat(this.app.queue.page(null, "counted", 0, 1).total()).isEqualTo(2);
		assertThat(this.app.queue.page(JobState.QUEUED, "counted", 0, 1).total()).isEqualTo(1);
		this.app.queue.cancel(second.id());
		assertThat(this.app.queue.page(JobState.QUEUED, "counted", 0, 1).total()).isZero();
		assertThat(this.app.queue.page(JobState.CANCELLED, "counted", 0, 1).total()).isEqualTo(1);
		run.succeed(1);
		this.app.await(first.id(), JobState.SUCCEEDED);
		assertThat(this.app.queue.page(JobState.SUCCEEDED, "counted", 0, 1).total()).isEqualTo(1);
		assertThat(this.app.queue.page(null, "counted", 0, 1).total()).isEqualTo(2);
		assertThat(this.app.queue.page(null, null, 0, 1).total()).isEqualTo(before + 2);
	}

}
