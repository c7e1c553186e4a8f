package dev.decipher.job.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import dev.decipher.problem.Problem;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobEventsTests {

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private final ExecutorService senders = Executors.newCachedThreadPool();

	@BeforeEach
	void start() {
		this.scheduler.initialize();
	}

	@AfterEach
	void stop() {
		this.senders.shutdownNow();
		this.scheduler.shutdown();
	}

	private JobEvents events(int max, Duration interval, Duration heartbeat) {
		JobEvents events = new JobEvents(max, this.scheduler, this.senders, interval, heartbeat);
		events.start();
		return events;
	}

	@Test
	void aStuckSubscriberHoldsUpNobody() {
		JobEvents events = events(10, Duration.ofMillis(1), Duration.ofSeconds(100));
		CountDownLatch stuck = new CountDownLatch(1);
		Client slow = new Client(stuck, null);
		Client quick = new Client(null, null);
		events.subscribe("1", () -> job(JobState.RUNNING, 0), slow);
		events.subscribe("1", () -> job(JobState.RUNNING, 0), quick);
		assertThat(quick.next()).contains("event:progress");
		Awaitility.await().until(() -> slow.waits);
		for (int i = 1; i <= 50; i++) {
			events.changed(job(JobState.RUNNING, i / 100.0));
		}
		events.changed(job(JobState.SUCCEEDED, 1));
		Awaitility.await().until(() -> quick.completed);
		assertThat(slow.sent).isEmpty();
		stuck.countDown();
		// of all that it has missed only the newest is left
		Awaitility.await().until(() -> slow.completed);
		assertThat(slow.sent).hasSize(2);
		assertThat(slow.sent.get(1)).contains("event:succeeded");
	}

	@Test
	void sendsTheNewestAndNotMoreThanTheIntervalAllows() {
		JobEvents events = events(10, Duration.ofMillis(300), Duration.ofSeconds(100));
		Client client = new Client(null, null);
		events.subscribe("1", () -> job(JobState.RUNNING, 0), client);
		client.next();
		long begin = System.nanoTime();
		for (int i = 1; i <= 99; i++) {
			events.changed(job(JobState.RUNNING, i / 100.0));
		}
		assertThat(client.next()).contains("done=0.99");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(100));
		assertThat(client.sent).hasSize(2);
	}

	@Test
	void aDeadSubscriberIsForgotten() {
		JobEvents events = events(1, Duration.ofMillis(1), Duration.ofMillis(50));
		Client dead = new Client(null, new IOException("broken pipe"));
		events.subscribe("1", () -> job(JobState.RUNNING, 0), dead);
		Awaitility.await().until(() -> events.open() == 0);
		events.subscribe("1", () -> job(JobState.RUNNING, 0), new Client(null, null));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> events.subscribe("1", () -> job(JobState.RUNNING, 0), new Client(null, null)))
			.satisfies((problem) -> {
				assertThat(problem.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
				assertThat(problem.retryAfter()).isPositive();
			});
	}

	@Test
	void aSubscriberOfAJobThatIsNotThereTakesNoPlace() {
		JobEvents events = events(1, Duration.ofMillis(1), Duration.ofSeconds(100));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> events.subscribe("1", () -> {
			throw Problem.notFound("no");
		}, new Client(null, null)));
		assertThat(events.open()).isZero();
	}

	@Test
	void aStreamShowsThatItIsAlive() {
		JobEvents events = events(1, Duration.ofMillis(1), Duration.ofMillis(50));
		Client client = new Client(null, null);
		events.subscribe("1", () -> job(JobState.QUEUED, 0), client);
		// on a busy machine a sign of life may be faster than the state
		List<String> all = Stream.generate(client::next).limit(50).takeWhile((event) -> event.startsWith(":")).toList();
		assertThat(all.size()).isLessThan(50);
		assertThat(client.sent.get(all.size())).contains("event:progress");
		assertThat(client.next()).startsWith(":");
		assertThat(client.next()).startsWith(":");
	}

	@Test
	void anEndBetweenLookingAndListeningIsNotMissed() {
		JobEvents events = events(1, Duration.ofMillis(1), Duration.ofSeconds(100));
		Client client = new Client(null, null);
		events.subscribe("1", () -> {
			Job before = job(JobState.RUNNING, 0.5);
			events.changed(job(JobState.CANCELLED, 0.6));
			return before;
		}, client);
		assertThat(client.next()).contains("event:cancelled");
		Awaitility.await().until(() -> client.completed);
		assertThat(client.sent).hasSize(1);
	}

	@Test
	void anEndIsToldAlthoughTheJobIsDeletedAtOnce() {
		JobEvents events = events(2, Duration.ofMillis(300), Duration.ofSeconds(100));
		Client client = new Client(null, null);
		events.subscribe("1", () -> job(JobState.RUNNING, 0), client);
		client.next();
		events.changed(job(JobState.CANCELLED, 0.6));
		events.deleted("1");
		Awaitility.await().until(() -> client.completed);
		assertThat(client.sent).hasSize(2);
		assertThat(client.next()).contains("event:cancelled");
		Client other = new Client(null, null);
		events.subscribe("2", () -> job(JobState.RUNNING, 0), other);
		other.next();
		events.deleted("2");
		Awaitility.await().until(() -> other.completed);
		assertThat(other.sent).hasSize(1);
	}

	@Test
	void stoppingEndsEveryStreamAndOpensNoMore() {
		JobEvents events = events(2, Duration.ofMillis(1), Duration.ofSeconds(100));
		Client client = new Client(null, null);
		events.subscribe("1", () -> job(JobState.QUEUED, 0), client);
		events.stop();
		Awaitility.await().until(() -> client.completed);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> events.subscribe("1", () -> job(JobState.QUEUED, 0), new Client(null, null)))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
	}

	private static Job job(JobState state, double progress) {
		return new Job("1", JobKind.TRAIN, "lemon", state, new JobProgress(progress, Map.of(), null), Instant.EPOCH,
				null, null, null, null, Samples.request(), null);
	}

	/**
	 * What the other end of a stream sees.
	 */
	private static final class Client extends SseEmitter {

		private final @Nullable CountDownLatch stuck;

		private final @Nullable IOException broken;

		private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();

		final List<String> sent = new CopyOnWriteArrayList<>();

		volatile boolean waits;

		volatile boolean completed;

		Client(@Nullable CountDownLatch stuck, @Nullable IOException broken) {
			this.stuck = stuck;
			this.broken = broken;
		}

		@Override
		public void send(SseEventBuilder builder) throws IOException {
			if (this.broken != null) {
				throw this.broken;
			}
			if (this.stuck != null) {
				this.waits = true;
				try {
					this.stuck.await();
				}
				catch (InterruptedException ex) {
					throw new IOException(ex);
				}
			}
			String event = builder.build()
				.stream()
				.map(DataWithMediaType::getData)
				.map(String::valueOf)
				.collect(Collectors.joining());
			this.sent.add(event);
			this.fresh.add(event);
		}

		@Override
		public void complete() {
			this.completed = true;
		}

		String next() {
			try {
				String event = this.fresh.poll(10, TimeUnit.SECONDS);
				assertThat(event).isNotNull();
				return event;
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
