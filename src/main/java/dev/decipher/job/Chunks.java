package dev.decipher.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Bytes of any number as rows of a table, one row at a time in memory.
 */
final class Chunks {

	/** H2 ends a {@code bytea} at 1 MiB. */
	static final int SIZE = 256 * 1024;

	private Chunks() {
	}

	/** Takes a chunk in. */
	interface Sink {

		void accept(int chunk, byte[] bytes);

	}

	/**
	 * Cuts what is written to it. The last chunk goes at {@link #finish()}.
	 */
	static final class Writer extends OutputStream {

		private final Sink sink;

		private final byte[] buffer = new byte[SIZE];

		private int filled;

		private int chunk;

		Writer(Sink sink) {
			this.sink = sink;
		}

		@Override
		public void write(int octet) {
			write(new byte[] { (byte) octet }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			Objects.checkFromIndexSize(offset, length, bytes.length);
			int written = 0;
			while (written < length) {
				int part = Math.min(length - written, SIZE - this.filled);
				System.arraycopy(bytes, offset + written, this.buffer, this.filled, part);
				this.filled += part;
				written += part;
				if (this.filled == SIZE) {
					finish();
				}
			}
		}

		void finish() {
			if (this.filled > 0) {
				this.sink.accept(this.chunk++, Arrays.copyOf(this.buffer, this.filled));
				this.filled = 0;
			}
		}

	}

	/**
	 * Puts chunks together.
	 */
	static final class Reader extends InputStream {

		private final IntFunction<byte @Nullable []> source;

		private byte[] current = {};

		private int position;

		private int chunk;

		private boolean ended;

		/**
		 * A stream of chunks.
		 * @param source gives each chunk in turn, and null behind the last one
		 */
		Reader(IntFunction<byte @Nullable []> source) {
			this.source = source;
		}

		@Override
		public int read() {
			return fill() ? this.current[this.position++] & 0xff : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			Objects.checkFromIndexSize(offset, length, bytes.length);
			if (length == 0) {
				return 0;
			}
			if (!fill()) {
				return -1;
			}
			int part = Math.min(length, this.current.length - this.position);
			System.arraycopy(this.current, this.position, bytes, offset, part);
			this.position += part;
			return part;
		}

		private boolean fill() {
			while (!this.ended && this.position == this.current.length) {
				byte[] next = this.source.apply(this.chunk++);
				this.ended = next == null;
				this.current = (next != null) ? next : new byte[0];
				this.position = 0;
			}
			return !this.ended;
		}

	}

}
