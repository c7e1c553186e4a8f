package dev.decipher.network;

import java.util.concurrent.CompletableFuture;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * PyTorch, loaded once for the process. torch's thread counts hold for the whole process
 * and are read when it is loaded: {@link #start} must come before the first network.
 */
public final class TorchEngine {

	private TorchEngine() {
	}

	/**
	 * Loads PyTorch; later calls leave it as it is.
	 * @param threads threads to train with: the parts of a step share them, see
	 * {@link Parallel}
	 */
	public static void start(int threads) {
		configure(threads);
		engine();
	}

	/**
	 * Loads PyTorch in a thread of its own, for who is going to need it: half a second of
	 * work that others need not wait for.
	 */
	public static void prepare() {
		Thread loader = new Thread(TorchEngine::engine, "torch-starter");
		loader.setDaemon(true);
		loader.start();
	}

	/**
	 * With one thread for one native operation torch starts no pool of its own, whose
	 * threads would spin against each other and against the server's.
	 */
	static void configure(int threads) {
		Parallel.enable(threads >= Parallel.PARTS);
		System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(Math.max(1, threads / Parallel.PARTS)));
		System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
		// the natives are on the class path: nothing may be looked for elsewhere
		System.setProperty("ai.djl.offline", "true");
		System.setProperty("OPT_OUT_TRACKING", "true");
	}

	static NDManager newManager() {
		return engine().newBaseManager();
	}

	static Engine engine() {
		return Loaded.ENGINE;
	}

	/**
	 * DJL switches gradients off in the thread that loads PyTorch. There the LSTM then
	 * takes another native kernel, which gives wrong outputs for hidden sizes below 64
	 * (torch 2.7.1 with AVX-512). So a thread of its own loads it and ends.
	 */
	private static Engine load() {
		NativeMemory.keep();
		return CompletableFuture.supplyAsync(() -> Engine.getEngine("PyTorch"), (task) -> {
			Thread loader = new Thread(task, "torch-loader");
			// a process that ends while the natives are loaded would crash
			Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(loader)));
			loader.start();
		}).join();
	}

	private static void awaitEnd(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Loaded {

		static final Engine ENGINE = load();

	}

}
