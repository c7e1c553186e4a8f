package dev.decipher.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets requests share forward passes. As long as fewer passes are under way than there
 * are processors, one is made at once for whatever is there: a lone request waits for
 * nobody. Those that come meanwhile wait, and the next pass is for all of them. Passes
 * are made by threads of their own, one a processor, since PyTorch keeps for each thread
 * what it prepares.
 */
final class Batcher {

	/** Symbols of a pass that is shared. More would make small requests wait for long. */
	private static final int MAX_SHARED_SYMBOLS = 4096;

	/** Symbols of a request that shares a pass; a larger one goes by itself. */
	private static final int MAX_SHARING_SYMBOLS = 1024;

	private static final int MAX_CONCURRENT_PASSES = Runtime.getRuntime().availableProcessors();

	/** For the passes of all networks. */
	private static final ExecutorService THREADS = Executors.newFixedThreadPool(MAX_CONCURRENT_PASSES, (work) -> {
		Thread thread = new Thread(work, "forward-pass");
		thread.setDaemon(true);
		return thread;
	});

	private final Passes passes;

	private final Deque<Request> waiting = new ArrayDeque<>();

	private int underWay;

	Batcher(Passes passes) {
		this.passes = passes;
	}

	/** Makes a pass over messages. */
	interface Passes {

		/**
		 * Decrypts messages.
		 * @param alternatives how many, for each message
		 * @param sizes is told how many messages share each pass
		 */
		Prediction[] predict(int[][] messages, int[] prefixLengths, int[] alternatives, IntConsumer sizes);

	}

	/**
	 * Decrypts the messages of a request, together with those of others where there are
	 * any. Should a shared pass fail, each of its requests is tried by itself, so that
	 * none suffers for another.
	 */
	Prediction[] predict(int[][] messages, int[] prefixLengths, int[] alternatives, PassListener listener) {
		long symbols = 0;
		for (int[] message : messages) {
			symbols += message.length;
		}
		if (symbols > MAX_SHARING_SYMBOLS) {
			return this.passes.predict(messages, prefixLengths, alternatives, listener);
		}
		Request request = new Request(messages, prefixLengths, alternatives, (int) symbols, listener, System.nanoTime(),
				new CompletableFuture<>());
		listener.queued(messages.length);
		boolean begins;
		synchronized (this) {
			this.waiting.add(request);
			begins = this.underWay < MAX_CONCURRENT_PASSES;
			this.underWay += begins ? 1 : 0;
		}
		if (begins) {
			THREADS.execute(this::pass);
		}
		Prediction[] predictions = request.answer.join();
		return (predictions != null) ? predictions
				: this.passes.predict(messages, prefixLengths, alternatives, listener);
	}

	synchronized int waiting() {
		return this.waiting.size();
	}

	/** Makes a pass for those that wait, and sees to the next one. */
	private void pass() {
		List<Request> together = new ArrayList<>();
		try {
			take(together);
			if (!together.isEmpty()) {
				long now = System.nanoTime();
				for (Request request : together) {
					request.listener.taken(request.messages.length, now - request.since);
				}
				run(together);
			}
		}
		finally {
			together.forEach((request) -> request.answer.complete(null));
			boolean goesOn;
			synchronized (this) {
				goesOn = !this.waiting.isEmpty();
				this.underWay -= goesOn ? 0 : 1;
			}
			if (goesOn) {
				THREADS.execute(this::pass);
			}
		}
	}

	private synchronized void take(List<Request> together) {
		int sum = 0;
		while (!this.waiting.isEmpty()) {
			sum += this.waiting.element().symbols;
			if (sum > MAX_SHARED_SYMBOLS) {
				return;
			}
			together.add(this.waiting.remove());
		}
	}

	private void run(List<Request> together) {
		int[][] messages = together.stream()
			.flatMap((request) -> Arrays.stream(request.messages))
			.toArray(int[][]::new);
		int[] prefixLengths = together.stream()
			.flatMapToInt((request) -> Arrays.stream(request.prefixLengths))
			.toArray();
		int[] alternatives = together.stream().flatMapToInt((request) -> Arrays.stream(request.alternatives)).toArray();
		Prediction[] predictions;
		try {
			predictions = this.passes.predict(messages, prefixLengths, alternatives, together.get(0).listener);
		}
		catch (RuntimeException | Error ex) {
			return; // each request tries by itself, and shows its own error
		}
		int at = 0;
		for (Request request : together) {
			int end = at + request.messages.length;
			request.answer.complete(Arrays.copyOfRange(predictions, at, end));
			at = end;
		}
	}

	/**
	 * A request that waits for its answer.
	 *
	 * @param since when it came, in ns
	 * @param answer the predictions, or null where the pass failed
	 */
	private record Request(int[][] messages, int[] prefixLengths, int[] alternatives, int symbols,
			PassListener listener, long since, CompletableFuture<Prediction @Nullable []> answer) {
	}

}
