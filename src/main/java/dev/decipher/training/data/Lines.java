package dev.decipher.training.data;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, none of which may be longer than a limit, however long the text.
 */
final class Lines {

	private final Reader reader;

	private final int limit;

	private final char[] buffer = new char[16 * 1024];

	private int position;

	private int filled;

	private long number;

	Lines(Reader reader, int limit) {
		this.reader = reader;
		this.limit = limit;
	}

	/** A line that goes on beyond the limit. */
	static final class TooLong extends IOException {

	}

	/** The number of the line that was read last, from 1, or is too long. */
	long number() {
		return this.number;
	}

	/** The next line, without the LF or CRLF behind it; null at the end. */
	@Nullable String next() throws IOException {
		StringBuilder line = new StringBuilder();
		boolean any = false;
		while (fill()) {
			if (!any) {
				any = true;
				this.number++;
			}
			int end = this.position;
			while (end < this.filled && this.buffer[end] != '\n') {
				end++;
			}
			line.append(this.buffer, this.position, end - this.position);
			if (line.length() > this.limit) {
				throw new TooLong();
			}
			this.position = end;
			if (end < this.filled) {
				this.position++;
				break;
			}
		}
		int length = line.length();
		if (length > 0 && line.charAt(length - 1) == '\r') {
			line.setLength(length - 1);
		}
		return any ? line.toString() : null;
	}

	private boolean fill() throws IOException {
		if (this.position == this.filled) {
			this.position = 0;
			this.filled = Math.max(0, this.reader.read(this.buffer));
		}
		return this.position < this.filled;
	}

}
