package dev.decipher.command;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A line of a terminal that shows how far work has come, and goes away with it. Safe for
 * use by several threads, of which the first to close it has the last word.
 */
public final class ProgressBar implements AutoCloseable {

	private static final int CELLS = 30;

	/** With this, a line fits into 80 columns. */
	private static final int TEXT = 38;

	private static final long BETWEEN_NANOS = 100_000_000;

	private final PrintWriter terminal;

	private boolean shown;

	private int width;

	private long last = System.nanoTime() - BETWEEN_NANOS;

	ProgressBar(PrintWriter terminal, boolean shown) {
		this.terminal = terminal;
		this.shown = shown;
	}

	/**
	 * Shows how far the work has come, ten times a second at most.
	 * @param share the share that is done, 0 to 1
	 */
	public synchronized void show(double share, String text) {
		long now = System.nanoTime();
		if (this.shown && now - this.last >= BETWEEN_NANOS) {
			this.last = now;
			int full = (int) (CELLS * Math.max(0, Math.min(1, share)));
			write(String.format(Locale.ROOT, "[%s%s] %3d %%  %s", "#".repeat(full), ".".repeat(CELLS - full),
					(int) (100 * share),
					text.codePoints()
						.map((symbol) -> Character.isISOControl(symbol) ? ' ' : symbol)
						.limit(TEXT)
						.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)));
		}
	}

	private void write(String line) {
		// overwrites what a longer line before has left
		this.terminal.print("\r" + line + " ".repeat(Math.max(0, this.width - line.length())));
		this.terminal.flush();
		this.width = line.length();
	}

	@Override
	public synchronized void close() {
		this.shown = false;
		if (this.width > 0) {
			write("");
			this.terminal.print("\r");
			this.terminal.flush();
		}
	}

}
