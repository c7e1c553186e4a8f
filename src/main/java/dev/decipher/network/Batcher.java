package dev.decipher.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets requests share forward passes. A request that comes while fewer passes are under
 * way than there are processors makes one of its own at once, in its own thread: a lone
 * request waits for nobody. Those that come meanwhile wait, and the first of them makes
 * the next pass for all, as soon as one ends.
 */
final class Batcher {

	/** Symbols of a pass that is shared. More would make small requests wait for long. */
	private static final int MAX_SHARED_SYMBOLS = 4096;

	/** Symbols of a request that shares a pass; a larger one goes by itself. */
	private static final int MAX_SHARING_SYMBOLS = 1024;

	private static final int MAX_CONCURRENT_PASSES = Runtime.getRuntime().availableProcessors();

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
	Prediction[] predict(int[][] messages, int[] prefixLengths, int[] alternatives, IntConsumer sizes) {
		long symbols = 0;
		for (int[] message : messages) {
			symbols += message.length;
		}
		if (symbols > MAX_SHARING_SYMBOLS) {
			return this.passes.predict(messages, prefixLengths, alternatives, sizes);
		}
		Request request = new Request(messages, prefixLengths, alternatives, (int) symbols);
		synchronized (this) {
			if (this.underWay < MAX_CONCURRENT_PASSES) {
				this.underWay++;
				request.leads.complete(true);
			}
			else {
				this.waiting.add(request);
			}
		}
		if (request.leads.join()) {
			lead(request, sizes);
		}
		Prediction[] predictions = request.predictions;
		return (predictions != null) ? predictions : this.passes.predict(messages, prefixLengths, alternatives, sizes);
	}

	synchronized int waiting() {
		return this.waiting.size();
	}

	private void lead(Request leader, IntConsumer sizes) {
		List<Request> together = new ArrayList<>();
		together.add(leader);
		try {
			take(together, leader.symbols);
			run(together, sizes);
		}
		finally {
			handOn();
			together.forEach((request) -> request.leads.complete(false));
		}
	}

	private synchronized void take(List<Request> together, int symbols) {
		int sum = symbols;
		while (!this.waiting.isEmpty()) {
			sum += this.waiting.element().symbols;
			if (sum > MAX_SHARED_SYMBOLS) {
				return;
			}
			together.add(this.waiting.remove());
		}
	}

	private synchronized void handOn() {
		Request next = this.waiting.poll();
		if (next == null) {
			this.underWay--;
		}
		else {
			next.leads.complete(true);
		}
	}

	private void run(List<Request> together, IntConsumer sizes) {
		if (together.size() == 1) {
			Request only = together.get(0);
			only.predictions = this.passes.predict(only.messages, only.prefixLengths, only.alternatives, sizes);
			return;
		}
		int count = together.stream().mapToInt((request) -> request.messages.length).sum();
		int[][] messages = new int[count][];
		int[] prefixLengths = new int[count];
		int[] alternatives = new int[count];
		int at = 0;
		for (Request request : together) {
			int size = request.messages.length;
			System.arraycopy(request.messages, 0, messages, at, size);
			System.arraycopy(request.prefixLengths, 0, prefixLengths, at, size);
			System.arraycopy(request.alternatives, 0, alternatives, at, size);
			at += size;
		}
		Prediction[] predictions;
		try {
			predictions = this.passes.predict(messages, prefixLengths, alternatives, sizes);
		}
		catch (RuntimeException | Error ex) {
			return; // the requests are left without predictions, and each tries by itself
		}
		at = 0;
		for (Request request : together) {
			request.predictions = new Prediction[request.messages.length];
			System.arraycopy(predictions, at, request.predictions, 0, request.messages.length);
			at += request.messages.length;
		}
	}

	private static final class Request {

		private final int[][] messages;

		private final int[] prefixLengths;

		private final int[] alternatives;

		private final int symbols;

		/** Whether it is to make the next pass; false once another has made it. */
		private final CompletableFuture<Boolean> leads = new CompletableFuture<>();

		private Prediction @Nullable [] predictions;

		private Request(int[][] messages, int[] prefixLengths, int[] alternatives, int symbols) {
			this.messages = messages;
			this.prefixLengths = prefixLengths;
			this.alternatives = alternatives;
			this.symbols = symbols;
		}

	}

}
