package dev.decipher.job.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.decipher.EventStream;
import dev.decipher.PostgresServer;
import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import dev.decipher.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas on one database.
 */
@Timeout(120) // only so that a broken stream ends
class JobReplicaTests {

	private static final Duration A_SECOND = Duration.ofSeconds(1);

	private static JobApplication one;

	private static JobApplication other;

	@BeforeAll
	static void start(@TempDir Path folder) {
		List<String> settings = new ArrayList<>(PostgresServer.database());
		settings.add("decipher.training.max-queued=3");
		settings.add("decipher.replicas.heartbeat=500ms");
		one = JobApplication.start(folder.resolve("one"), Set.of(Stepped.class), settings.toArray(String[]::new));
		other = JobApplication.start(folder.resolve("other"), settings.toArray(String[]::new));
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
	}

	@AfterEach
	void leaveNothing() {
		for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING)) {
			assertThat(one.queue.page(state, null, 0, 1).total()).isZero();
		}
		// a moment after its job has ended
		await(A_SECOND.multipliedBy(5))
			.until(() -> one.jdbc.sql("select count(*) from scheduled_train").query(Integer.class).single() == 0);
	}

	@Test
	void eachJobRunsOnOneReplicaAndEachReplicaHasOne() {
		List<Job> jobs = List.of(one.submit("a"), one.submit("b"));
		List<FakeWork.Run> runs = List.of(one.work.next(), other.work.next());
		assertThat(runs).extracting((run) -> run.job.id())
			.containsExactlyInAnyOrder(jobs.get(0).id(), jobs.get(1).id());
		Job third = one.submit("c");
		runs.get(1).succeed(1);
		FakeWork.Run run = other.work.next();
		assertThat(run.job.id()).isEqualTo(third.id());
		run.succeed(1);
		runs.get(0).succeed(1);
		for (JobApplication app : List.of(one, other)) {
			jobs.forEach((job) -> app.await(job.id(), JobState.SUCCEEDED));
			app.await(third.id(), JobState.SUCCEEDED);
		}
	}

	@Test
	void aJobLooksTheSameFromEveryReplica() {
		Job job = one.submit("watched");
		FakeWork.Run run = run(job);
		JobApplication elsewhere = elsewhere(run);
		EventStream events = elsewhere.events(job.id());
		assertThat(events.next().job().path("state").asString()).isEqualTo("RUNNING");
		run.epoch(1, 0.25);
		run.progress(0.5);
		await(A_SECOND).until(() -> elsewhere.queue.get(job.id()).progress().done() == 0.5);
		assertThat(elsewhere.queue.get(job.id())).isEqualTo(here(run).queue.get(job.id()));
		assertThat(elsewhere.queue.history(job.id())).containsExactly(Samples.point(1));
		await(A_SECOND.multipliedBy(2)).until(() -> events.next().job().path("progress").asDouble() == 0.5);
		run.succeed(3);
		assertThat(events.next().name()).isEqualTo("succeeded");
		assertThat(events.hasEnded()).isTrue();
		assertThat(elsewhere.queue.get(job.id()).version()).isEqualTo(3);
		assertThat(gauges(elsewhere, job)).isZero();
		assertThat(gauges(here(run), job)).isPositive();
	}

	@Test
	void aCancellationReachesAJobFromAnyReplicaWithinASecond() {
		Job job = one.submit("cancelled");
		FakeWork.Run run = run(job);
		double before = finished(here(run));
		double beforeElsewhere = finished(elsewhere(run));
		run.progress(0.5);
		run.stubborn = true;
		assertThat(elsewhere(run).queue.cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
		await(A_SECOND).until(run.context::isCancelled);
		assertThat(here(run).queue.get(job.id()).state()).isEqualTo(JobState.CANCELLED);
		run.end(() -> {
			throw new JobFailure("late");
		});
		await(A_SECOND.multipliedBy(5)).until(() -> finished(here(run)) == before + 1);
		assertThat(finished(elsewhere(run))).isEqualTo(beforeElsewhere);
		assertThat(one.queue.get(job.id()).state()).isEqualTo(JobState.CANCELLED);
	}

	@Test
	void aReplicaThatIsNoLongerHeardOfLosesItsJobAndCannotWriteIntoTheOthers() {
		Job job = one.submit("abandoned");
		FakeWork.Run run = run(job);
		JobApplication elsewhere = elsewhere(run);
		run.epoch(1, 0.3);
		run.step((context) -> context.checkpoint(1, new byte[] { 7 }));
		run.epoch(2, 0.6);
		run.stubborn = true;
		FakeWork.Run again = takenOver(job, elsewhere);
		assertThat(again.job.id()).isEqualTo(job.id());
		assertThat(again.job.progress().figures().get("epoch")).isEqualTo(1);
		again.step((context) -> assertThat(context.lastCheckpoint().state()).containsExactly(7));
		await(A_SECOND.multipliedBy(2)).until(run.context::isCancelled);
		run.epoch(3, 0.9);
		run.step((context) -> context.checkpoint(3, new byte[] { 8 }));
		run.succeed(5);
		await(A_SECOND.multipliedBy(5)).until(() -> gauges(here(run), job) == 0);
		again.step((context) -> assertThat(context.lastCheckpoint().point()).isOne());
		assertThat(elsewhere.queue.history(job.id())).containsExactly(Samples.point(1));
		again.succeed(6);
		assertThat(here(run).await(job.id(), JobState.SUCCEEDED).version()).isEqualTo(6);
	}

	/** Has a job's lease look old, and nobody can renew it. */
	private static FakeWork.Run takenOver(Job job, JobApplication by) {
		by.jdbc
			.sql("update scheduled_train set last_heartbeat = execution_time, version = version + 1"
					+ " where task_instance = (select claim from job where id = :id)")
			.param("id", job.id())
			.update();
		return by.work.next();
	}

	@Test
	void noMoreJobsWaitThanMayOverAllReplicas() {
		List<FakeWork.Run> runs = new ArrayList<>();
		for (String model : List.of("x", "y")) {
			one.submit(model);
		}
		runs.add(one.work.next());
		runs.add(other.work.next());
		List<CompletableFuture<String>> all = IntStream.range(0, 12)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
				try {
					return ((i % 2 == 0) ? one : other).submit("m" + i).id();
				}
				catch (Problem ex) {
					return "";
				}
			}))
			.toList();
		List<String> taken = all.stream().map(CompletableFuture::join).filter((id) -> !id.isEmpty()).toList();
		assertThat(taken).hasSize(3);
		taken.forEach((id) -> other.queue.cancel(id));
		runs.forEach((run) -> {
			run.succeed(1);
			one.await(run.job.id(), JobState.SUCCEEDED);
		});
	}

	@Test
	void theServicesOwnJobIsHandedInByOneReplica() {
		List<CompletableFuture<Boolean>> all = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> ((i % 2 == 0) ? one : other).queue
				.submitOwn(JobKind.TRAIN, "own", Samples.request(), () -> true)))
			.toList();
		assertThat(all.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
		String id = one.queue.page(null, "own", 0, 1).items().get(0).id();
		run(one.queue.get(id)).succeed(1);
		one.await(id, JobState.SUCCEEDED);
	}

	@Test
	void aClockThatIsSetTakesNoJobFromAnybody() {
		Job job = one.submit("clock");
		FakeWork.Run run = run(job);
		run.progress(0.1);
		for (Duration step : List.of(Duration.ofHours(5), Duration.ofHours(-5))) {
			Stepped.step = step;
			// more than the other replica's patience, and its interval of looking
			run.progress(0.2);
			Awaitility.await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> {
				run.step((context) -> assertThat(context.isCancelled()).isFalse());
				return one.queue.get(job.id()).state() == JobState.RUNNING;
			});
			Job next = other.submit("next");
			FakeWork.Run second = elsewhere(run).work.next();
			assertThat(second.job.id()).isEqualTo(next.id());
			second.succeed(1);
			one.await(next.id(), JobState.SUCCEEDED);
		}
		Stepped.step = Duration.ZERO;
		run.succeed(1);
		one.await(job.id(), JobState.SUCCEEDED);
	}

	/** The run of the only job there is, on whichever replica it is. */
	private static FakeWork.Run run(Job job) {
		await(A_SECOND.multipliedBy(8)).until(() -> one.queue.get(job.id()).state() == JobState.RUNNING);
		return (one.bean(JobWorker.class).running(job.id()).isPresent() ? one : other).work.next();
	}

	private static JobApplication here(FakeWork.Run run) {
		return (run.work == one.work) ? one : other;
	}

	private static JobApplication elsewhere(FakeWork.Run run) {
		return (run.work == one.work) ? other : one;
	}

	private static long gauges(JobApplication app, Job job) {
		return app.bean(MeterRegistry.class)
			.getMeters()
			.stream()
			.filter((meter) -> job.id().equals(meter.getId().getTag("job")))
			.count();
	}

	private static double finished(JobApplication app) {
		return app.bean(MeterRegistry.class)
			.get("decipher.training.finished")
			.tag("state", "CANCELLED")
			.counter()
			.count();
	}

	private static ConditionFactory await(Duration atMost) {
		return Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(20));
	}

	/** A clock that somebody sets. */
	static class Stepped {

		static volatile Duration step = Duration.ZERO;

		@Bean
		Clock clock() {
			return new Clock() {

				@Override
				public ZoneId getZone() {
					return ZoneOffset.UTC;
				}

				@Override
				public Clock withZone(ZoneId zone) {
					return this;
				}

				@Override
				public Instant instant() {
					return Instant.now().plus(step);
				}

			};
		}

	}

}
