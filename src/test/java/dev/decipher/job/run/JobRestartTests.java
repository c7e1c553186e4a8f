package dev.decipher.job.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import dev.decipher.job.store.JobDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

/**
 * What becomes of a job when the process goes away.
 */
class JobRestartTests {

	@TempDir
	private Path folder;

	private List<String> settings;

	/** The settings of a database elsewhere, or none for the embedded one. */
	List<String> database() {
		return List.of();
	}

	private JobApplication start() {
		if (this.settings == null) {
			this.settings = database();
		}
		return JobApplication.start(this.folder, this.settings.toArray(String[]::new));
	}

	@Test
	void aJobGoesBackIntoTheQueueWhenTheServiceStopsAndIsDoneAgain() {
		Job first;
		Job second;
		try (JobApplication app = start()) {
			first = app.submit("first");
			FakeWork.Run run = app.work.next();
			second = app.submit("second");
			run.epoch(1, 0.3);
			run.progress(0.4);
		}
		try (JobApplication app = start()) {
			FakeWork.Run run = app.work.next();
			assertThat(run.job.id()).isEqualTo(first.id());
			assertThat(app.queue.history(first.id())).isEmpty();
			assertThat(run.job.progress().figures().get("epoch")).isNull();
			assertThat(run.job.progress().done()).isEqualTo(0.4);
			assertThat(run.job.request()).isEqualTo(Samples.request());
			run.epoch(1, 0.3);
			assertThat(app.queue.get(first.id()).progress().done()).isEqualTo(0.4);
			assertThat(attempts(app, first.id())).isZero();
			run.succeed(1);
			app.await(first.id(), JobState.SUCCEEDED);
			app.work.next().succeed(1);
			app.await(second.id(), JobState.SUCCEEDED);
		}
	}

	@Test
	void aFinishedResultIsStoredEvenWhileTheServiceStops() {
		// it was never told to stop: what it returns is whole
		succeedsWhileTheServiceStops((run) -> {
		}, JobState.SUCCEEDED);
	}

	@Test
	void aHalfDoneResultIsThrownAwayWhenTheServiceStops() {
		succeedsWhileTheServiceStops((run) -> assertThat(run.context.isCancelled()).isTrue(), JobState.QUEUED);
	}

	/** Has stubborn work come to its end although the service stops. */
	private void succeedsWhileTheServiceStops(Consumer<FakeWork.Run> before, JobState end) {
		try (JobApplication app = start()) {
			Job job = app.submit("lemon");
			FakeWork.Run run = app.work.next();
			run.stubborn = true;
			app.bean(JobWorker.class).askToStop();
			before.accept(run);
			run.succeed(5);
			app.await(job.id(), end);
		}
	}

	@Test
	void jobsOfADeadProcessAreDoneAgainButNotForEver() {
		Job deadOnce;
		Job deadly;
		Job cancelled;
		try (JobApplication app = start()) {
			app.bean(JobWorker.class).stop();
			deadOnce = app.queue.submit(JobKind.TRAIN, "once", Samples.request(), (out) -> out.write(1));
			deadly = app.queue.submit(JobKind.TRAIN, "deadly", Samples.request(), (out) -> out.write(1));
			cancelled = app.submit("cancelled");
			app.queue.cancel(cancelled.id());
			app.jdbc.sql("update job set epoch = 1, progress = 0.5").update();
			dieWorking(app);
			app.jdbc.sql("update job set attempts = 2 where id = :id").param("id", deadly.id()).update();
			app.jdbc.sql("insert into job_history (job_id, epoch, point) values (:id, 1, '{}')")
				.param("id", deadOnce.id())
				.update();
		}
		try (JobApplication app = start()) {
			Job failed = app.await(deadly.id(), JobState.FAILED);
			assertThat(failed.error()).contains("3 times");
			assertThat(failed.finishedAt()).isNotNull();
			FakeWork.Run run = app.work.next();
			assertThat(run.job.id()).isEqualTo(deadOnce.id());
			assertThat(run.job.progress().done()).isEqualTo(0.5);
			assertThat(run.job.progress().figures().get("epoch")).isNull();
			assertThat(attempts(app, deadOnce.id())).isOne();
			assertThat(app.queue.history(deadOnce.id())).isEmpty();
			run.step((context) -> assertThat(context.data()).hasBinaryContent(new byte[] { 1 }));
			run.succeed(1);
			app.await(deadOnce.id(), JobState.SUCCEEDED);
			assertThat(app.queue.get(cancelled.id()).state()).isEqualTo(JobState.CANCELLED);
		}
	}

	@Test
	void aJobGoesOnFromItsCheckpointHoweverOftenTheProcessDies() {
		Job job;
		byte[] state = { 1, 2, 3 };
		try (JobApplication app = start()) {
			job = app.submit("lemon");
			FakeWork.Run run = app.work.next();
			for (int epoch = 1; epoch <= 3; epoch++) {
				run.epoch(epoch, 0.2 * epoch);
			}
			run.step((context) -> context.checkpoint(1, new byte[] { 1 }));
			run.step((context) -> context.checkpoint(2, state));
		}
		for (int death = 1; death <= JobWorker.MAX_ATTEMPTS + 1; death++) {
			try (JobApplication app = start()) {
				FakeWork.Run run = app.work.next();
				assertThat(run.job.progress().figures().get("epoch")).isEqualTo(2);
				assertThat(run.job.progress().done()).isEqualTo(0.6, offset(1e-9));
				assertThat(app.queue.history(job.id())).containsExactly(Samples.point(1), Samples.point(2));
				run.step((context) -> {
					assertThat(context.lastCheckpoint().point()).isEqualTo(2);
					assertThat(context.lastCheckpoint().state()).isEqualTo(state);
				});
				run.epoch(3, 0.5);
				assertThat(app.queue.get(job.id()).progress().done()).isEqualTo(0.6, offset(1e-9));
				run.step((context) -> context.checkpoint(2, state));
				assertThat(attempts(app, job.id())).isZero();
				app.bean(JobWorker.class).stop();
				dieWorking(app);
			}
		}
		try (JobApplication app = start()) {
			FakeWork.Run run = app.work.next();
			assertThat(attempts(app, job.id())).isOne();
			run.succeed(1);
			app.await(job.id(), JobState.SUCCEEDED);
			assertThat(app.queue.history(job.id())).hasSize(2);
		}
	}

	@Test
	void aJobThatDoesNotStopIsLeftToItselfAndCannotWriteIntoItsSecondAttempt() {
		try (JobApplication app = start()) {
			app.bean(JobWorker.class).stop();
			Job job = app.submit("stuck");
			JobWorker worker = new JobWorker(app.bean(JobDatabase.class), () -> Stream.of(app.work), (changed) -> {
			}, Clock.systemUTC(), app.bean(JobScheduler.class), false, Duration.ofMillis(50));
			worker.start();
			worker.ready();
			FakeWork.Run stuck = app.work.next();
			stuck.stubborn = true;
			stuck.progress(0.5);
			worker.stop();
			assertThat(app.queue.get(job.id()).state()).isEqualTo(JobState.QUEUED);
			worker.start();
			FakeWork.Run again = app.work.next();
			assertThat(again.job.id()).isEqualTo(job.id());
			stuck.epoch(1, 0.6);
			stuck.end(() -> {
				throw new JobFailure("late");
			});
			again.epoch(1, 0.7);
			again.succeed(2);
			assertThat(app.await(job.id(), JobState.SUCCEEDED).version()).isEqualTo(2);
			assertThat(app.queue.history(job.id())).hasSize(1);
			worker.stop();
		}
	}

	/** Leaves what a process leaves that dies while it works on all jobs there are. */
	private static void dieWorking(JobApplication app) {
		app.jdbc.sql("update job set state = 'RUNNING' where state = 'QUEUED'").update();
		app.jdbc.sql("update scheduled_train set picked = true, version = version + 1, last_heartbeat = execution_time")
			.update();
	}

	private static int attempts(JobApplication app, String id) {
		return app.jdbc.sql("select attempts from job where id = :id").param("id", id).query(Integer.class).single();
	}

}
