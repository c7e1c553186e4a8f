package dev.decipher.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Runs the parts of a computation at the same time, where training may have several
 * threads. How a computation is divided never depends on their number, so that it gives
 * the same result with one and with several.
 */
final class Parallel {

	/** The parts that a step is divided into. */
	static final int PARTS = 2;

	private static final ExecutorService THREADS = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "training-part");
		thread.setDaemon(true);
		return thread;
	});

	private static volatile boolean on = true;

	private Parallel() {
	}

	/** Lets parts run at the same time, or one after the other in the calling thread. */
	static void enable(boolean several) {
		on = several;
	}

	/**
	 * Runs parts and waits for all of them.
	 * @param part is told its number, from 0; the first one runs in the calling thread
	 */
	static void run(int parts, IntConsumer part) {
		if (!on || parts == 1) {
			for (int number = 0; number < parts; number++) {
				part.accept(number);
			}
			return;
		}
		List<Future<?>> others = new ArrayList<>();
		for (int number = 1; number < parts; number++) {
			int other = number;
			others.add(THREADS.submit(() -> part.accept(other)));
		}
		try {
			part.accept(0);
		}
		finally {
			others.forEach(Parallel::await);
		}
	}

	/** Waits even when interrupted, since a part uses memory that the caller frees. */
	private static void await(Future<?> part) {
		boolean interrupted = false;
		while (true) {
			try {
				part.get();
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof Error error) {
					throw error;
				}
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
			}
			finally {
				if (interrupted) {
					Thread.currentThread().interrupt();
				}
			}
		}
	}

}
