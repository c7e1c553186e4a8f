package dev.decipher.command;

/** Does something when the process is told to end before the work is over. */
public final class OnInterrupt implements AutoCloseable {

	private final Thread hook;

	private OnInterrupt(Thread hook) {
		this.hook = hook;
	}

	/**
	 * Waits for the process to be told to end, until closed.
	 * @param action done then, while the work goes on
	 */
	public static OnInterrupt run(Runnable action) {
		Thread hook = new Thread(action, "interrupted");
		Runtime.getRuntime().addShutdownHook(hook);
		return new OnInterrupt(hook);
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// it has been told, and the action is done
		}
	}

}
