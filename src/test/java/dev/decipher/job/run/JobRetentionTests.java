package dev.decipher.job.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobState;
import dev.decipher.job.store.EndedJobs;
import dev.decipher.job.store.JobDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Which jobs stay, and what goes with the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class JobRetentionTests {

	private static final int KEEP = 30;

	private JobApplication app;

	@BeforeAll
	void start(@TempDir Path folder) {
		List<String> settings = new ArrayList<>(database());
		settings.add("decipher.jobs.keep=" + KEEP);
		settings.add("decipher.jobs.max-age=1d");
		settings.add("logging.level.dev.decipher.job.run.JobRetention=info");
		this.app = JobApplication.start(folder, settings.toArray(String[]::new));
	}

	@AfterAll
	void stop() {
		this.app.close();
	}

	/** The settings of a database elsewhere, or none for the embedded one. */
	List<String> database() {
		return List.of();
	}

	/** Jobs that ended so long ago, each a minute after the one before. */
	private void insert(int count, String prefix, Duration age) {
		Instant end = Instant.now().minus(age);
		for (int i = 0; i < count; i++) {
			String state = (i % 3 == 0) ? "FAILED" : "SUCCEEDED";
			String model = (i % 2 == 0) ? "even" : null;
			this.app.jdbc
				.sql("insert into job (id, kind, model, state, request, created_at, finished_at) "
						+ "values (?, 'TRAIN', ?, ?, '{}', current_timestamp, ?)")
				.param(prefix + i)
				.param(model)
				.param(state)
				.param(java.sql.Timestamp.from(end.plusSeconds(60L * i)))
				.update();
			this.app.jdbc.sql("insert into job_history (job_id, epoch, point) values (?, 1, '{}')")
				.param(prefix + i)
				.update();
		}
		this.app.jdbc.sql("delete from ended_jobs").update();
		this.app.jdbc.sql("""
				insert into ended_jobs (state, model, total)
				select state, coalesce(model, ''), count(*) from job where state not in ('QUEUED', 'RUNNING')
				group by state, coalesce(model, '')""").update();
	}

	private List<String> ids() {
		return this.app.jdbc.sql("select id from job order by id").query(String.class).list();
	}

	private void assertCounted() {
		for (JobState state : JobState.values()) {
			for (String model : new String[] { null, "even", "new" }) {
				long stored = this.app.jdbc.sql("select count(*) from job where state = ? and (model = ? or ? = '')")
					.params(state.name(), (model != null) ? model : "", (model != null) ? model : "")
					.query(Long.class)
					.single();
				assertThat(this.app.queue.page(state, model, 0, 1).total()).isEqualTo(stored);
			}
		}
	}

	@Test
	void keepsTheYoungestSoManyAndNoneThatAreTooOld(CapturedOutput output) {
		Job job = this.app.submit("new");
		FakeWork.Run run = this.app.work.next();
		insert(50, "old-", Duration.ofDays(2));
		insert(70, "young-", Duration.ofHours(20));
		Job waiting = this.app.submit("new");
		run.succeed(1);
		FakeWork.Run next = this.app.work.next();
		Awaitility.await().until(() -> ids().size() == KEEP + 1);
		assertThat(ids()).contains(job.id(), waiting.id())
			.containsAll(IntStream.range(70 - KEEP + 1, 70).mapToObj((i) -> "young-" + i).toList());
		assertCounted();
		assertThat(this.app.jdbc.sql("select count(*) from job_history").query(Integer.class).single())
			.isEqualTo(KEEP - 1);
		this.app.jdbc.sql("update job set finished_at = ? where id like 'young-%' and id <> 'young-69'")
			.param(java.sql.Timestamp.from(Instant.now().minus(Duration.ofDays(3))))
			.update();
		next.succeed(2);
		Awaitility.await().until(() -> ids().size() == 3);
		assertThat(ids()).containsExactlyInAnyOrder(job.id(), waiting.id(), "young-69");
		assertCounted();
		Awaitility.await()
			.untilAsserted(() -> assertThat(output).contains(
					"Deleted 91 jobs that had ended, as 30 are kept for 86400 s", "Deleted 28 jobs that had ended"));
		replicasDeleteNoMoreTogetherThanOne();
	}

	private void replicasDeleteNoMoreTogetherThanOne() {
		insert(40, "more-", Duration.ofHours(10));
		EndedJobs ended = this.app.bean(EndedJobs.class);
		int deleted = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> IntStream.range(0, 10).map((j) -> ended.deleteOldest(20, Instant.EPOCH, 3)).sum()))
			.toList()
			.stream()
			.mapToInt(CompletableFuture::join)
			.sum();
		// whoever found another at it has left the rest to that one
		for (int more = 1; more > 0; deleted += more) {
			more = ended.deleteOldest(20, Instant.EPOCH, 3);
		}
		assertThat(deleted).isEqualTo(43 - 20);
		assertThat(ids()).hasSize(20);
		assertCounted();
	}

	/** Rows come and go all the time, as no more than a few jobs of a model are there. */
	@Test
	void losesNoEndForARowThatCountsNone() {
		JobDatabase database = this.app.bean(JobDatabase.class);
		IntStream.range(0, 4).mapToObj((thread) -> CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 25; i++) {
				String id = "brief-" + thread + "-" + i;
				this.app.jdbc
					.sql("insert into job (id, kind, model, state, request, created_at) "
							+ "values (?, 'TRAIN', 'brief', 'QUEUED', '{}', current_timestamp)")
					.param(id)
					.update();
				assertThat(database.transitions().cancel(id, JobState.QUEUED, Instant.now())).isTrue();
				database.ended().delete(id);
				database.ended().deleteZeros();
			}
		})).toList().forEach(CompletableFuture::join);
		assertThat(this.app.queue.page(null, "brief", 0, 1).total()).isZero();
		database.ended().deleteZeros();
		assertThat(this.app.jdbc.sql("select count(*) from ended_jobs where model = 'brief' or total <= 0")
			.query(Integer.class)
			.single()).isZero();
	}

}
