package dev.decipher.system;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * The threads that answer requests: as many as the processors can keep busy, and another
 * one for each that waits (for a body that comes slowly, for the database, for a pass
 * through a network that others share) or has worked on one request for long (a search, a
 * long message). So what waits holds nobody up, and what doesn't is not divided among
 * more threads than there is work for: sixty-four runnable ones on two processors would
 * leave the JIT's threads next to nothing.
 */
final class RequestThreads extends ThreadPoolExecutor {

	/** A request that takes longer no longer counts as one that will soon be over. */
	static final Duration LONG = Duration.ofMillis(50);

	/** The time between two looks at who waits, while requests are queued. */
	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	/** Who has just waited soon may again, and a thread costs something to begin. */
	private static final int LOOKS_TO_LET_ONE_GO = 10;

	private final int base;

	private final int max;

	private final Set<RequestThread> threads = ConcurrentHashMap.newKeySet();

	private final AtomicInteger names = new AtomicInteger();

	private final Thread watcher = new Thread(this::watch, "request-threads");

	private volatile boolean watching;

	private int looks;

	/**
	 * Makes them.
	 * @param base threads that work
	 * @param max threads in all, with those that wait
	 */
	RequestThreads(int base, int max) {
		super(base, base, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
		this.base = base;
		this.max = Math.max(base, max);
		setThreadFactory(RequestThread::new);
		this.watcher.setDaemon(true);
		this.watcher.start();
	}

	@Override
	public void execute(Runnable task) {
		super.execute(task);
		if (!this.watching && !getQueue().isEmpty()) {
			this.watching = true;
			LockSupport.unpark(this.watcher);
		}
	}

	@Override
	protected void beforeExecute(Thread thread, Runnable task) {
		((RequestThread) thread).since = System.nanoTime();
		((RequestThread) thread).busy = true;
	}

	@Override
	protected void afterExecute(Runnable task, @Nullable Throwable failure) {
		((RequestThread) Thread.currentThread()).busy = false;
	}

	private void watch() {
		while (!isShutdown()) {
			if (this.watching) {
				adapt();
				this.watching = getMaximumPoolSize() > this.base;
				// a task that came before and saw that somebody watches is seen here
				this.watching |= !getQueue().isEmpty();
				LockSupport.parkNanos(TICK_NANOS);
			}
			else {
				LockSupport.park(this);
			}
		}
	}

	private void adapt() {
		long now = System.nanoTime();
		int waiting = 0;
		for (RequestThread thread : this.threads) {
			waiting += thread.isWaiting(now) ? 1 : 0;
		}
		int size = getMaximumPoolSize();
		int wanted = Math.min(this.max, this.base + waiting);
		if (wanted > size) {
			setMaximumPoolSize(wanted);
			setCorePoolSize(wanted); // also starts threads for what is queued
		}
		else if (wanted < size && ++this.looks % LOOKS_TO_LET_ONE_GO == 0) {
			setCorePoolSize(size - 1);
			setMaximumPoolSize(size - 1);
		}
	}

	@Override
	protected void terminated() {
		LockSupport.unpark(this.watcher);
	}

	private final class RequestThread extends Thread {

		private volatile boolean busy;

		private volatile long since;

		private RequestThread(Runnable work) {
			super(work, "request-" + RequestThreads.this.names.incrementAndGet());
			setDaemon(true);
		}

		@Override
		public void run() {
			RequestThreads.this.threads.add(this);
			try {
				super.run();
			}
			finally {
				RequestThreads.this.threads.remove(this);
			}
		}

		/** Whether it is at a request without needing a processor, or for long. */
		private boolean isWaiting(long now) {
			if (!this.busy) {
				return false;
			}
			State state = getState();
			return state == State.WAITING || state == State.TIMED_WAITING || now - this.since > LONG.toNanos();
		}

	}

}
