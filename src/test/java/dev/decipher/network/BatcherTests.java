package dev.decipher.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * Requests that share forward passes.
 */
@Timeout(60)
class BatcherTests {

	private static final int SYMBOLS = 27;

	private static final int CLIENTS = 16;

	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

	private final ExecutorService clients = Executors.newCachedThreadPool();

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	@AfterEach
	void stop() {
		this.clients.shutdownNow();
	}

	static Stream<NetworkConfig> networks() {
		return Stream.of(new NetworkConfig(5, 10, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false),
				new NetworkConfig(4, 6, 2, true, 0, 9, true, false, 0, 0, 0, 0, false, false),
				new NetworkConfig(3, 8, 1, false, 0, 5, true, true, 0, 0, 0, 0, false, false),
				new NetworkConfig(4, 6, 1, true, 0, 0, false, false, 1, 5, 0, 3, false, false));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void answersAsIfEachRequestWereAlone(NetworkConfig config) throws Exception {
		Weights weights;
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 3)) {
			weights = trainer.weights();
		}
		boolean onHeap = HeapNetwork.suits(config, SYMBOLS, HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS);
		compare(weights, false, 1e-6f);
		if (onHeap) {
			compare(weights, true, 0);
		}
	}

	private void compare(Weights weights, boolean onHeap, float precision) throws Exception {
		try (TrainedNetwork network = new TrainedNetwork(weights, onHeap)) {
			List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
			CountDownLatch start = new CountDownLatch(CLIENTS);
			List<Callable<Integer>> work = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				SplittableRandom random = new SplittableRandom(client);
				work.add(() -> {
					start.countDown();
					start.await();
					int messages = 0;
					for (int i = 0; i < 20; i++) {
						messages += compare(network, random, precision, sizes);
					}
					return messages;
				});
			}
			int messages = 0;
			for (Future<Integer> client : this.clients.invokeAll(work)) {
				messages += client.get();
			}
			assertThat(sizes.stream().mapToInt((size) -> size).sum()).isEqualTo(messages);
		}
	}

	private static int compare(TrainedNetwork network, SplittableRandom random, float precision, List<Integer> sizes) {
		int[][] messages = Stream.generate(() -> random.ints(random.nextInt(1, 90), 0, SYMBOLS).toArray())
			.limit(random.nextInt(1, 4))
			.toArray(int[][]::new);
		int[] prefixLengths = random.ints(messages.length, 0, 2).toArray();
		int alternatives = random.nextInt(0, 4);
		Prediction[] together = network.predictWithOthers(messages, prefixLengths, alternatives, sizes::add);
		Prediction[] alone = network.predict(messages, prefixLengths, alternatives, (size) -> {
		});
		for (int row = 0; row < messages.length; row++) {
			assertThat(together[row].count()).isEqualTo(alternatives);
			assertThat(together[row].symbols()).isEqualTo(alone[row].symbols());
			assertSame(together[row].confidences(), alone[row].confidences(), precision);
			assertSame(together[row].alternativeConfidences(), alone[row].alternativeConfidences(), precision);
		}
		return messages.length;
	}

	private static void assertSame(float[] together, float[] alone, float precision) {
		assertThat(together).hasSameSizeAs(alone);
		for (int i = 0; i < alone.length; i++) {
			assertThat(together[i]).isCloseTo(alone[i], within(precision));
		}
	}

	/** Passes that are held until they are let go, and fail for a message of a 13. */
	private static final class HeldPasses implements Batcher.Passes {

		private final CountDownLatch released = new CountDownLatch(1);

		private final List<List<Integer>> seen = Collections.synchronizedList(new ArrayList<>());

		@Override
		public Prediction[] predict(int[][] messages, int[] prefixLengths, int[] alternatives, IntConsumer sizes) {
			List<Integer> first = Stream.of(messages).map((message) -> message[0]).toList();
			this.seen.add(first);
			try {
				assertThat(this.released.await(30, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			if (first.contains(13)) {
				throw new IllegalStateException("thirteen");
			}
			return Stream.of(messages).map((message) -> {
				Prediction prediction = new Prediction(1, 0);
				prediction.symbols()[0] = message[0];
				return prediction;
			}).toArray(Prediction[]::new);
		}

	}

	private Future<Integer> ask(Batcher batcher, int symbol) {
		return this.clients.submit(() -> batcher.predict(new int[][] { { symbol } }, new int[1], new int[1], (size) -> {
		})[0].symbols()[0]);
	}

	/** Has every processor make a pass, each at once and by itself. */
	private List<Future<Integer>> occupy(Batcher batcher, HeldPasses passes) {
		List<Future<Integer>> answers = new ArrayList<>();
		for (int i = 0; i < PROCESSORS; i++) {
			answers.add(ask(batcher, 100 + i));
			int begun = i + 1;
			await().until(() -> passes.seen.size() == begun);
		}
		return answers;
	}

	@Test
	void makesOnePassForAllThatCameDuringTheOthers() throws Exception {
		HeldPasses passes = new HeldPasses();
		Batcher batcher = new Batcher(passes);
		List<Future<Integer>> answers = occupy(batcher, passes);
		for (int symbol = 0; symbol < 13; symbol++) {
			answers.add(ask(batcher, symbol));
			int waiting = symbol + 1;
			await().until(() -> batcher.waiting() == waiting);
		}
		assertThat(passes.seen).hasSize(PROCESSORS).allMatch((messages) -> messages.size() == 1);
		passes.released.countDown();
		for (int i = 0; i < answers.size(); i++) {
			assertThat(answers.get(i).get()).isEqualTo((i < PROCESSORS) ? 100 + i : i - PROCESSORS);
		}
		assertThat(passes.seen.subList(PROCESSORS, passes.seen.size()).stream().mapToInt(List::size).max().orElse(0))
			.isGreaterThan(5);
		assertThat(batcher.waiting()).isZero();
	}

	@Test
	void tellsHowManyMessagesWaitAndForHowLong() throws Exception {
		HeldPasses passes = new HeldPasses();
		Batcher batcher = new Batcher(passes);
		AtomicInteger waiting = new AtomicInteger();
		List<Long> waits = Collections.synchronizedList(new ArrayList<>());
		PassListener listener = new PassListener() {

			@Override
			public void accept(int messages) {
			}

			@Override
			public void queued(int messages) {
				waiting.addAndGet(messages);
			}

			@Override
			public void taken(int messages, long nanos) {
				waiting.addAndGet(-messages);
				waits.addAll(Collections.nCopies(messages, nanos));
			}

		};
		occupy(batcher, passes);
		List<Future<Prediction[]>> answers = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			answers.add(this.clients
				.submit(() -> batcher.predict(new int[][] { { 1 }, { 2 }, { 3 } }, new int[3], new int[3], listener)));
		}
		await().until(() -> batcher.waiting() == 4);
		assertThat(waiting).hasValue(12);
		assertThat(waits).isEmpty();
		passes.released.countDown();
		for (Future<Prediction[]> answer : answers) {
			assertThat(answer.get()).hasSize(3);
		}
		assertThat(waiting).hasValue(0);
		assertThat(waits).hasSize(12).allMatch((nanos) -> nanos > 0);
	}

	@Test
	void keepsTheErrorOfOneRequestFromTheOthers() throws Exception {
		HeldPasses passes = new HeldPasses();
		Batcher batcher = new Batcher(passes);
		List<Future<Integer>> answers = new ArrayList<>();
		occupy(batcher, passes);
		for (int symbol = 10; symbol < 16; symbol++) {
			answers.add(ask(batcher, symbol));
		}
		await().until(() -> batcher.waiting() == 6);
		passes.released.countDown();
		for (int i = 0; i < 6; i++) {
			if (i == 3) {
				assertThat(answers.get(i)).failsWithin(30, TimeUnit.SECONDS)
					.withThrowableOfType(Exception.class)
					.withMessageContaining("thirteen");
			}
			else {
				assertThat(answers.get(i).get()).isEqualTo(10 + i);
			}
		}
		// and its place is free again
		assertThatIllegalStateException()
			.isThrownBy(() -> batcher.predict(new int[][] { { 13 } }, new int[1], new int[1], (size) -> {
			}));
		for (int i = 0; i < PROCESSORS + 1; i++) {
			assertThat(ask(batcher, 7).get()).isEqualTo(7);
		}
	}

	@Test
	void doesNotHoldSmallRequestsUpBehindALargeOne() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		Batcher batcher = new Batcher((messages, prefixLengths, alternatives, sizes) -> {
			if (messages[0].length > 1000) {
				try {
					assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
			return new Prediction[messages.length];
		});
		List<Future<Prediction[]>> large = new ArrayList<>();
		for (int i = 0; i < 2 * PROCESSORS; i++) {
			large.add(this.clients
				.submit(() -> batcher.predict(new int[][] { new int[100_000] }, new int[1], new int[1], (size) -> {
				})));
		}
		assertThat(batcher.predict(new int[][] { { 1 } }, new int[1], new int[1], (size) -> {
		})).hasSize(1);
		assertThat(large).noneMatch(Future::isDone);
		released.countDown();
		for (Future<Prediction[]> one : large) {
			assertThat(one.get()).hasSize(1);
		}
	}

}
