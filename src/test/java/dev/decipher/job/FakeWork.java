package dev.decipher.job;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Work that does, on the worker's thread, what the test says, one step after the other.
 */
public final class FakeWork implements JobWork {

	private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();

	@Override
	public JobKind kind() {
		return JobKind.TRAIN;
	}

	@Override
	public Outcome run(Job job, JobContext context) throws Exception {
		Run run = new Run(this, job, context);
		this.runs.add(run);
		while (true) {
			Callable<@Nullable Outcome> step = run.nextStep();
			if (step != null) {
				Outcome outcome = step.call();
				if (outcome != null) {
					return outcome;
				}
			}
			else if (!run.stubborn && context.isCancelled()) {
				throw new CancellationException();
			}
		}
	}

	/**
	 * The next job that the worker takes.
	 */
	public Run next() {
		try {
			Run run = this.runs.poll(8, TimeUnit.SECONDS);
			if (run == null) {
				throw new AssertionError("no job was begun");
			}
			return run;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	public static final class Run {

		private final BlockingQueue<Callable<@Nullable Outcome>> steps = new LinkedBlockingQueue<>();

		public final FakeWork work;

		public final Job job;

		public final JobContext context;

		/** Doesn't stop when it is asked to. */
		public volatile boolean stubborn;

		Run(FakeWork work, Job job, JobContext context) {
			this.work = work;
			this.job = job;
			this.context = context;
		}

		private @Nullable Callable<@Nullable Outcome> nextStep() throws InterruptedException {
			try {
				return this.steps.poll(10, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				if (this.stubborn) {
					return null;
				}
				throw ex;
			}
		}

		/**
		 * Has the worker do something, and waits for it.
		 */
		public void step(Consumer<JobContext> step) {
			CompletableFuture<Void> done = new CompletableFuture<>();
			this.steps.add(() -> {
				try {
					step.accept(this.context);
					done.complete(null);
				}
				catch (RuntimeException ex) {
					done.completeExceptionally(ex);
				}
				return null;
			});
			try {
				done.get(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException | ExecutionException | TimeoutException ex) {
				throw new AssertionError(ex);
			}
		}

		public void progress(double progress) {
			step((context) -> context.progress(Samples.progress(progress)));
		}

		public void epoch(int epoch, double progress) {
			step((context) -> context.point(epoch, Samples.point(epoch), Samples.progress(progress)));
		}

		/**
		 * Lets the work end, and doesn't wait for it.
		 */
		public void end(Callable<Outcome> end) {
			this.steps.add(end::call);
		}

		public void succeed(int version) {
			end(() -> Samples.outcome(true, () -> version));
		}

	}

}
