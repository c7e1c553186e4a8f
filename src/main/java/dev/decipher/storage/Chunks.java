package dev.decipher.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bytes of any number as rows of a table, one row at a time in memory. The table has the
 * columns {@code chunk} and {@code bytes} beside those that name what is stored.
 */
public final class Chunks {

	/** H2 ends a {@code bytea} at 1 MiB; a quarter of it keeps its pages small. */
	public static final int SIZE = 256 * 1024;

	private final JdbcClient jdbc;

	private final String insert;

	private final String select;

	private final String deleteLast;

	/**
	 * Chunks in a table.
	 * @param key the columns that name what is stored
	 */
	public Chunks(JdbcClient jdbc, String table, String... key) {
		this.jdbc = jdbc;
		this.insert = "insert into %s (%s, chunk, bytes) values (%s?, ?)".formatted(table, String.join(", ", key),
				"?, ".repeat(key.length));
		String where = String.join(" = ? and ", key) + " = ? and chunk ";
		this.select = "select bytes from %s where %s = ?".formatted(table, where);
		this.deleteLast = "delete from %1$s where %2$s > (select max(chunk) from %1$s where %3$s = ?) - ?"
			.formatted(table, where, String.join(" = ? and ", key));
	}

	/**
	 * Stores what is written to it, in the caller's transaction. The last chunk goes when
	 * it is closed.
	 */
	public OutputStream writer(Object... key) {
		return new Writer((chunk, bytes) -> add(chunk, bytes, key));
	}

	/** Stores one chunk, in the caller's transaction. */
	public void add(int chunk, byte[] bytes, Object... key) {
		this.jdbc.sql(this.insert).params(key).params(chunk, bytes).update();
	}

	/**
	 * Deletes the last chunks, in the caller's transaction.
	 * @param count how many at most
	 * @return how many there were
	 */
	public int deleteLast(int count, Object... key) {
		return this.jdbc.sql(this.deleteLast).params(key).params(key).param(count).update();
	}

	/** The bytes of a stored chunk, or null behind the last one. */
	public byte @Nullable [] chunk(int chunk, Object... key) {
		return this.jdbc.sql(this.select)
			.params(key)
			.param(chunk)
			.query((row, n) -> row.getBytes(1))
			.optional()
			.orElse(null);
	}

	/** Reads what is stored, one row after another; needs no closing. */
	public InputStream reader(Object... key) {
		return new Reader((chunk) -> chunk(chunk, key));
	}

	/** Takes a chunk in. */
	interface Sink {

		void accept(int chunk, byte[] bytes);

	}

	/** Cuts what is written to it. The last chunk goes when it is closed. */
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
					close();
				}
			}
		}

		@Override
		public void close() {
			if (this.filled > 0) {
				this.sink.accept(this.chunk++, Arrays.copyOf(this.buffer, this.filled));
				this.filled = 0;
			}
		}

	}

	/** Puts chunks together. */
	public static final class Reader extends InputStream {

		private final IntFunction<byte @Nullable []> source;

		private byte[] current = {};

		private int position;

		private int chunk;

		private boolean ended;

		/**
		 * A stream of chunks.
		 * @param source gives each chunk in turn, and null behind the last one
		 */
		public Reader(IntFunction<byte @Nullable []> source) {
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
