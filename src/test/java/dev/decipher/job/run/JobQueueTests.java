package dev.decipher.job.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import dev.decipher.job.store.JobDatabase;
import dev.decipher.job.store.JobTransitions;
import dev.decipher.problem.Problem;
import dev.decipher.storage.Chunks;
import dev.decipher.training.loop.TrainingFigures;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobQueueTests {

	private JobApplication app;

	@BeforeAll
	void start(@TempDir Path folder) {
		List<String> properties = new ArrayList<>(database());
		properties.add("decipher.training.max-queued=3");
		this.app = JobApplication.start(folder, properties.toArray(String[]::new));
	}

	@AfterAll
	void stop() {
		this.app.close();
	}

	/** The settings of a database elsewhere, or none for the embedded one. */
	List<String> database() {
		return List.of();
	}

	@AfterEach
	void leaveNothing() {
		for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING)) {
			assertThat(this.app.queue.page(state, null, 0, 1).total()).isZero();
		}
	}

	@Test
	void doesTheOldestFirstAndOneAtATime() {
		Job first = this.app.submit("first");
		FakeWork.Run run = this.app.work.next();
		assertThat(run.job.id()).isEqualTo(first.id());
		assertThat(run.job.state()).isEqualTo(JobState.RUNNING);
		Job second = this.app.submit("second");
		Job third = this.app.submit("third");
		assertThat(this.app.queue.get(second.id()).state()).isEqualTo(JobState.QUEUED);
		run.succeed(1);
		run = this.app.work.next();
		assertThat(run.job.id()).isEqualTo(second.id());
		assertThat(this.app.queue.get(third.id()).state()).isEqualTo(JobState.QUEUED);
		run.succeed(1);
		run = this.app.work.next();
		assertThat(run.job.id()).isEqualTo(third.id());
		run.succeed(1);
		this.app.await(third.id(), JobState.SUCCEEDED);
	}

	@Test
	void tellsWhatAJobHasMade() {
		Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		Job submitted = this.app.submit("lemon");
		assertThat(this.app.queue.isBusy("lemon")).isTrue();
		FakeWork.Run run = this.app.work.next();
		assertThat(this.app.queue.isBusy("lemon")).isTrue();
		run.epoch(1, 0.5);
		run.succeed(7);
		Job job = this.app.await(submitted.id(), JobState.SUCCEEDED);
		assertThat(this.app.queue.isBusy("lemon")).isFalse();
		assertThat(job.version()).isEqualTo(7);
		assertThat(job.progress().done()).isEqualTo(1);
		assertThat(job.progress().figures().get("targetReached")).isEqualTo(true);
		assertThat(job.error()).isNull();
		assertThat(job.progress().etaSeconds()).isNull();
		assertThat(job.progress().figures().get("accuracy")).isEqualTo(0.7);
		assertThat(job.request()).isEqualTo(Samples.request());
		assertThat(job.request().toString()).isEqualTo(Samples.request().toString());
		assertThat(job.createdAt()).isEqualTo(submitted.createdAt()).isAfterOrEqualTo(before);
		assertThat(job.startedAt()).isAfterOrEqualTo(job.createdAt());
		assertThat(job.finishedAt()).isAfterOrEqualTo(job.startedAt())
			.isEqualTo(job.finishedAt().truncatedTo(ChronoUnit.MILLIS));
	}

	@Test
	void refusesMoreThanMayWait() {
		Job running = this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		List<Job> waiting = List.of(this.app.submit("a"), this.app.submit("b"), this.app.submit("c"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.app.submit("d")).satisfies((problem) -> {
			assertThat(problem.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
			assertThat(problem.retryAfter()).isPositive();
		});
		this.app.queue.cancel(waiting.get(0).id());
		Job another = this.app.submit("d");
		for (Job job : List.of(waiting.get(1), waiting.get(2), another)) {
			this.app.queue.cancel(job.id());
		}
		run.succeed(1);
		this.app.await(running.id(), JobState.SUCCEEDED);
	}

	@Test
	void doesTheServicesOwnJobBeforeAllThatWait() {
		Job running = this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		List<Job> waiting = List.of(this.app.submit("a"), this.app.submit("b"), this.app.submit("c"));
		assertThat(this.app.queue.submitOwn(JobKind.TRAIN, "seed", running.request(), () -> false)).isFalse();
		assertThat(this.app.queue.submitOwn(JobKind.TRAIN, "seed", running.request(), () -> true)).isTrue();
		assertThat(this.app.queue.submitOwn(JobKind.TRAIN, "seed", running.request(), () -> true)).isFalse();
		run.succeed(1);
		run = this.app.work.next();
		Job own = run.job;
		assertThat(own.model()).isEqualTo("seed");
		waiting.forEach((job) -> this.app.queue.cancel(job.id()));
		run.succeed(1);
		this.app.await(own.id(), JobState.SUCCEEDED);
	}

	@Test
	void commitsAJobWhateverItsCallerDoes() {
		String[] id = new String[1];
		new TransactionTemplate(this.app.bean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			id[0] = this.app.submit("lemon").id();
			status.setRollbackOnly();
		});
		this.app.work.next().succeed(1);
		this.app.await(id[0], JobState.SUCCEEDED);
	}

	@Test
	void cancelsAQueuedJob() {
		Job running = this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		Job queued = this.app.submit("melon");
		Job cancelled = this.app.queue.cancel(queued.id());
		assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
		assertThat(cancelled.finishedAt()).isNotNull();
		assertThat(cancelled.startedAt()).isNull();
		run.succeed(1);
		this.app.await(running.id(), JobState.SUCCEEDED);
		// had it been left in the queue, it would be the next to begin
		Job next = this.app.submit("next");
		run = this.app.work.next();
		assertThat(run.job.id()).isEqualTo(next.id());
		run.succeed(1);
		this.app.await(next.id(), JobState.SUCCEEDED);
	}

	@Test
	void cancelsARunningJobAtOnceAndThrowsItsLateResultAway() {
		Job job = this.app.submit("late");
		FakeWork.Run run = this.app.work.next();
		run.stubborn = true;
		run.epoch(1, 0.25);
		run.progress(0.5);
		Job cancelled = this.app.queue.cancel(job.id());
		assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
		assertThat(cancelled.progress().done()).isEqualTo(0.5);
		assertThat(cancelled.finishedAt()).isNotNull();
		assertThat(cancelled.progress().etaSeconds()).isNull();
		assertThat(run.context.isCancelled()).isTrue();
		run.progress(0.9);
		run.epoch(2, 0.9);
		run.end(() -> Samples.outcome(true, () -> insertModel("late")));
		Job next = this.app.submit("next");
		run = this.app.work.next();
		assertThat(this.app.queue.get(job.id())).isEqualTo(cancelled);
		assertThat(this.app.queue.history(job.id())).hasSize(1);
		assertThat(models("late")).isZero();
		run.succeed(1);
		this.app.await(next.id(), JobState.SUCCEEDED);
	}

	@Test
	void rollsBackWhatACancelledJobIsStoring() throws Exception {
		Job job = this.app.submit("storing");
		FakeWork.Run run = this.app.work.next();
		CountDownLatch stored = new CountDownLatch(1);
		CountDownLatch cancelled = new CountDownLatch(1);
		run.end(() -> Samples.outcome(true, () -> {
			int version = insertModel("storing");
			stored.countDown();
			await(cancelled);
			return version;
		}));
		stored.await();
		assertThat(this.app.queue.cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
		cancelled.countDown();
		Job next = this.app.submit("next");
		run = this.app.work.next();
		assertThat(models("storing")).isZero();
		assertThat(this.app.queue.get(job.id()).version()).isNull();
		run.end(() -> Samples.outcome(false, () -> insertModel("storing")));
		assertThat(this.app.await(next.id(), JobState.SUCCEEDED).progress().figures().get("targetReached"))
			.isEqualTo(false);
		assertThat(models("storing")).isOne();
	}

	@Test
	void failsAndRollsBackWhenTheResultCannotBeStored() {
		Job job = this.app.submit("broken");
		this.app.work.next().end(() -> Samples.outcome(true, () -> {
			insertModel("broken");
			throw new IllegalStateException("disk full");
		}));
		Job failed = this.app.await(job.id(), JobState.FAILED);
		assertThat(failed.error()).contains("unexpected").contains("disk full");
		assertThat(failed.progress().done()).isLessThan(1);
		assertThat(models("broken")).isZero();
	}

	@Test
	void saysWhyAJobFailed() {
		assertThat(errorOf(new JobFailure("The loss is no longer a number.")))
			.isEqualTo("The loss is no longer a number.");
		assertThat(errorOf(new IOException("no\nway"))).contains("unexpected").endsWith("IOException: no");
		assertThat(errorOf(new OutOfMemoryError("Java heap space"))).contains("unexpected")
			.endsWith(": OutOfMemoryError: Java heap space");
		assertThat(errorOf(new CancellationException())).contains("unexpected");
		assertThat(errorOf(new RuntimeException("x".repeat(2_000)))).hasSizeLessThan(1000);
	}

	private String errorOf(Throwable thrown) {
		Job job = this.app.submit("failing");
		this.app.work.next().end(() -> {
			if (thrown instanceof Error error) {
				throw error;
			}
			throw (Exception) thrown;
		});
		Job failed = this.app.await(job.id(), JobState.FAILED);
		assertThat(failed.finishedAt()).isNotNull();
		assertThat(failed.version()).isNull();
		return failed.error();
	}

	@Test
	void refusesToCancelWhatHasEndedOrNeverWas() {
		Job job = this.app.submit("lemon");
		this.app.work.next().succeed(1);
		this.app.await(job.id(), JobState.SUCCEEDED);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.app.queue.cancel(job.id()))
			.extracting(Problem::status, InstanceOfAssertFactories.type(HttpStatus.class))
			.isEqualTo(HttpStatus.CONFLICT);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.app.queue.cancel("nowhere"))
			.extracting(Problem::status, InstanceOfAssertFactories.type(HttpStatus.class))
			.isEqualTo(HttpStatus.NOT_FOUND);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.app.queue.get("nowhere"))
			.extracting(Problem::status, InstanceOfAssertFactories.type(HttpStatus.class))
			.isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(this.app.queue.get(job.id()).state()).isEqualTo(JobState.SUCCEEDED);
	}

	@Test
	void progressIsLiveAndNeverGoesBack() {
		Job job = this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		run.epoch(1, 0.2);
		run.progress(0.6);
		assertThat(this.app.queue.get(job.id()).progress().done()).isEqualTo(0.6);
		assertThat(this.app.queue.page(JobState.RUNNING, null, 0, 1).items().get(0).progress().done()).isEqualTo(0.6);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> stored(job.id()) == 0.6);
		run.progress(0.4);
		run.progress(Double.NaN);
		assertThat(this.app.queue.get(job.id()).progress().done()).isEqualTo(0.6);
		run.epoch(2, 0.5);
		assertThat(stored(job.id())).isEqualTo(0.6);
		run.progress(1);
		assertThat(this.app.queue.get(job.id()).progress().done()).isLessThan(1);
		run.step((context) -> context.progress(new JobProgress(0.5,
				new TrainingFigures(4, 40L, Double.NaN, null, null, null, null, Double.POSITIVE_INFINITY).byName(),
				Double.POSITIVE_INFINITY)));
		assertThat(this.app.queue.get(job.id()).progress().figures().get("trainingLoss")).isNull();
		assertThat(this.app.queue.get(job.id()).progress().figures().get("symbolsPerSecond")).isNull();
		assertThat(this.app.queue.get(job.id()).progress().figures().get("epoch")).isEqualTo(4);
		run.end(() -> {
			throw new JobFailure("So it ends.");
		});
		assertThat(this.app.await(job.id(), JobState.FAILED).progress().done()).isBetween(0.9, 0.99999);
		assertThat(this.app.queue.history(job.id())).containsExactly(Samples.point(1), Samples.point(2));
	}

	@Test
	void keepsDataOfAnySizeForTheWorkAndNoLongerThanItIsOfUse() {
		byte[] data = new byte[1_300_000];
		new Random(1).nextBytes(data);
		Job job = this.app.queue.submit(JobKind.TRAIN, "data", Samples.request(), (out) -> out.write(data));
		FakeWork.Run run = this.app.work.next();
		run.step((context) -> assertThat(context.data()).hasBinaryContent(data));
		this.app.queue.cancel(job.id());
		Awaitility.await().until(() -> rows("job_data") == 0);
		Job without = this.app.submit("none");
		run = this.app.work.next();
		run.step((context) -> assertThat(context.data()).isEmpty());
		run.succeed(1);
		this.app.await(without.id(), JobState.SUCCEEDED);
	}

	@Test
	void leavesNothingOfAJobWhoseDataCannotBeHad() {
		Awaitility.await().until(() -> rows("job_data") == 0);
		long before = this.app.queue.page(null, null, 0, 1).total();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.app.queue.submit(JobKind.TRAIN, "broken", Samples.request(), (out) -> {
				out.write(new byte[2 * Chunks.SIZE]);
				throw new IOException("the upload broke off");
			}));
		assertThat(this.app.queue.page(null, null, 0, 1).total()).isEqualTo(before);
		assertThat(rows("job_data")).isZero();
	}

	@Test
	void takesOtherJobsWhileDataIsWritten() {
		Awaitility.await().until(() -> rows("job_data") == 0);
		Job running = this.app.submit("running");
		FakeWork.Run run = this.app.work.next();
		List<Job> others = new ArrayList<>();
		// there is room for this one when it comes, and none once it is written
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.app.queue.submit(JobKind.TRAIN, "large", Samples.request(), (out) -> {
				out.write(new byte[2 * Chunks.SIZE]);
				CompletableFuture
					.runAsync(() -> List.of("a", "b", "c").forEach((model) -> others.add(this.app.submit(model))))
					.join();
			}))
			.extracting(Problem::status, InstanceOfAssertFactories.type(HttpStatus.class))
			.isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(rows("job_data")).isZero();
		others.forEach((job) -> this.app.queue.cancel(job.id()));
		run.succeed(1);
		this.app.await(running.id(), JobState.SUCCEEDED);
	}

	@Test
	void doesNotTakeDataThatIsGoneForItsEnd() throws IOException {
		byte[] data = new byte[3 * Chunks.SIZE];
		Job job = this.app.queue.submit(JobKind.TRAIN, "gone", Samples.request(), (out) -> out.write(data));
		FakeWork.Run run = this.app.work.next();
		run.stubborn = true;
		InputStream in = run.context.data();
		assertThat(in.readNBytes(Chunks.SIZE)).hasSize(Chunks.SIZE);
		this.app.queue.cancel(job.id());
		assertThatExceptionOfType(CancellationException.class).isThrownBy(in::readAllBytes);
		run.succeed(1);
	}

	@Test
	void keepsTheLastCheckpointUntilTheJobEnds() {
		byte[] state = new byte[2 * Chunks.SIZE + 7];
		new Random(2).nextBytes(state);
		for (JobState end : List.of(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED)) {
			Job job = this.app.submit("checkpoint");
			FakeWork.Run run = this.app.work.next();
			run.step((context) -> {
				assertThat(context.lastCheckpoint()).isNull();
				context.checkpoint(1, new byte[3 * Chunks.SIZE]);
				context.checkpoint(2, state);
				context.checkpoint(2, state);
				assertThat(context.lastCheckpoint().point()).isEqualTo(2);
				assertThat(context.lastCheckpoint().state()).isEqualTo(state);
			});
			assertThat(rows("job_checkpoint")).isEqualTo(3);
			switch (end) {
				case SUCCEEDED -> run.succeed(1);
				case FAILED -> run.end(() -> {
					throw new JobFailure("So it ends.");
				});
				default -> this.app.queue.cancel(job.id());
			}
			this.app.await(job.id(), end);
			Awaitility.await().until(() -> rows("job_checkpoint") == 0 && rows("job_data") == 0);
		}
	}

	@Test
	void anInterruptClosesNoDatabase() {
		byte[] state = new byte[3 * Chunks.SIZE];
		Job job = this.app.submit("interrupted");
		FakeWork.Run run = this.app.work.next();
		run.step((context) -> {
			Thread.currentThread().interrupt();
			context.checkpoint(1, state);
			Thread.interrupted();
			assertThat(context.lastCheckpoint().state()).isEqualTo(state);
		});
		run.succeed(1);
		this.app.await(job.id(), JobState.SUCCEEDED);
	}

	@Test
	void whoLostAJobCannotStoreACheckpoint() {
		Job job = this.app.submit("lost");
		FakeWork.Run run = this.app.work.next();
		run.stubborn = true;
		JobTransitions transitions = this.app.bean(JobDatabase.class).transitions();
		assertThat(transitions.checkpoint(job.id(), "not the claim", 1, new byte[] { 1 })).isFalse();
		// as another replica would
		assertThat(transitions.cancel(job.id(), JobState.RUNNING, Instant.now())).isTrue();
		run.step((context) -> context.checkpoint(1, new byte[] { 1 }));
		assertThat(run.context.isCancelled()).isTrue();
		assertThat(rows("job_checkpoint")).isZero();
		run.succeed(1);
	}

	@Test
	void onlyOneCanClaimAJob() {
		JobTransitions transitions = this.app.bean(JobDatabase.class).transitions();
		Job busy = this.app.submit("busy");
		FakeWork.Run run = this.app.work.next();
		Job job = this.app.submit("lemon");
		Instant now = Instant.now();
		String claim = this.app.jdbc.sql("select claim from job where id = :id")
			.param("id", job.id())
			.query(String.class)
			.single();
		assertThat(transitions.take(job.id(), "other", now)).isFalse();
		assertThat(transitions.take(job.id(), claim, now)).isTrue();
		assertThat(transitions.take(job.id(), claim, now)).isFalse();
		Job claimed = this.app.queue.get(job.id());
		assertThat(claimed.state()).isEqualTo(JobState.RUNNING);
		assertThat(transitions.fail(claimed, "other", "not mine", now)).isFalse();
		assertThat(transitions.succeed(claimed, "other", Samples.outcome(true, () -> insertModel("stolen")), now))
			.isFalse();
		assertThat(transitions.addPoint(claimed, "other", 1, Samples.point(1))).isFalse();
		assertThat(models("stolen")).isZero();
		// it runs, but not here
		assertThat(this.app.queue.cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
		assertThat(transitions.succeed(claimed, claim, Samples.outcome(true, () -> 1), now)).isFalse();
		run.succeed(1);
		this.app.await(busy.id(), JobState.SUCCEEDED);
	}

	private int insertModel(String name) {
		this.app.jdbc.sql("insert into model (name) values (:name)").param("name", name).update();
		return 1;
	}

	private int models(String name) {
		return this.app.jdbc.sql("select count(*) from model where name = :name")
			.param("name", name)
			.query(Integer.class)
			.single();
	}

	private int rows(String table) {
		return this.app.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private double stored(String id) {
		return this.app.jdbc.sql("select progress from job where id = :id")
			.param("id", id)
			.query(Double.class)
			.single();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
