package dev.decipher.training.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.decipher.alphabet.KnownPairs;
import tools.jackson.databind.json.JsonMapper;

/**
 * How pairs are stored: a byte 1 for the format, the bytes of a ciphertext symbol and
 * those of a plaintext symbol (1 up to 256 symbols, else 2); then for each pair the
 * symbols of its ciphertext and those of its plaintext as numbers (7 bits a byte, the
 * lowest first, the highest bit set where more follow), and the symbols themselves, two
 * bytes the higher first. A ciphertext may be longer than its plaintext: then a key
 * stands in front of it.
 */
record PairFormat(int ciphertextWidth, int plaintextWidth) {

	static final int HEADER = 3;

	private static final int VERSION = 1;

	private static final int BUFFER = 1024 * 1024;

	/** The format for so many symbols. */
	static PairFormat of(PairTexts texts) {
		return new PairFormat(width(texts.format().size()), width(texts.alphabet().size()));
	}

	private static int width(int symbols) {
		if (symbols > 1 << 16) {
			throw new IllegalArgumentException(symbols + " symbols are more than two bytes tell apart");
		}
		return (symbols <= 1 << 8) ? 1 : 2;
	}

	/** The format that stored pairs say they have. */
	static PairFormat of(byte[] header) {
		if (header.length < HEADER || header[0] != VERSION || (header[1] != 1 && header[1] != 2)
				|| (header[2] != 1 && header[2] != 2)) {
			throw new IllegalStateException("these are no stored pairs");
		}
		return new PairFormat(header[1], header[2]);
	}

	/**
	 * Stored pairs in this format, whatever they were stored in: the first release kept
	 * them as JSON.
	 */
	static InputStream upgraded(InputStream stored, PairTexts texts) throws IOException {
		BufferedInputStream in = new BufferedInputStream(stored);
		in.mark(1);
		int first = in.read();
		in.reset();
		if (first != '[') {
			return in;
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PairFormat format = of(texts);
		format.begin(out);
		for (DataRequest.Pair pair : JsonMapper.shared().readValue(in, DataRequest.Pair[].class)) {
			for (KnownPairs.Pair read : texts.read(pair.ciphertext(), pair.plaintext()).pairs()) {
				format.write(read, out);
			}
		}
		return new ByteArrayInputStream(out.toByteArray());
	}

	/** Writes what comes before the first pair. */
	void begin(OutputStream out) throws IOException {
		out.write(new byte[] { VERSION, (byte) this.ciphertextWidth, (byte) this.plaintextWidth });
	}

	/** Writes a pair. */
	void write(KnownPairs.Pair pair, OutputStream out) throws IOException {
		writeLength(pair.ciphertext().length, out);
		writeLength(pair.plaintext().length, out);
		writeSymbols(pair.ciphertext(), this.ciphertextWidth, out);
		writeSymbols(pair.plaintext(), this.plaintextWidth, out);
	}

	private static void writeLength(int length, OutputStream out) throws IOException {
		int left = length;
		while (left > 0x7f) {
			out.write(left & 0x7f | 0x80);
			left >>>= 7;
		}
		out.write(left);
	}

	private static void writeSymbols(int[] symbols, int width, OutputStream out) throws IOException {
		for (int symbol : symbols) {
			if (width == 2) {
				out.write(symbol >>> 8);
			}
			out.write(symbol);
		}
	}

	/**
	 * Goes through stored pairs.
	 * @param in stands behind the header
	 */
	void scan(InputStream in, Visitor visitor) throws IOException {
		byte[] buffer = new byte[BUFFER];
		int filled = 0;
		long base = HEADER;
		while (true) {
			int read = in.readNBytes(buffer, filled, buffer.length - filled);
			filled += read;
			Cursor cursor = new Cursor(buffer, filled);
			int position = 0;
			while (cursor.moveTo(position)) {
				visitor.visit(base + position, cursor);
				position = cursor.end();
			}
			if (read == 0 && filled > position && filled < buffer.length) {
				throw new IllegalStateException("stored pairs break off");
			}
			if (read == 0 && filled == position) {
				return;
			}
			base += position;
			filled -= position;
			byte[] next = (filled == buffer.length) ? new byte[2 * buffer.length] : buffer;
			System.arraycopy(buffer, position, next, 0, filled);
			buffer = next;
		}
	}

	/** Is shown stored pairs. */
	interface Visitor {

		/**
		 * Looks at a pair.
		 * @param pair the pair, until the visitor returns
		 */
		void visit(long offset, Cursor pair);

	}

	/** Reads pairs in memory. */
	final class Cursor {

		private final byte[] bytes;

		private final int limit;

		private int position;

		private int ciphertextLength;

		private int plaintextLength;

		/** A cursor that stands nowhere yet. */
		Cursor(byte[] bytes, int limit) {
			this.bytes = bytes;
			this.limit = limit;
		}

		/**
		 * Moves to the pair that begins at a place; false if it is not there as a whole.
		 */
		boolean moveTo(int offset) {
			this.position = offset;
			this.ciphertextLength = length();
			this.plaintextLength = length();
			return this.ciphertextLength >= 0 && this.plaintextLength >= 0 && endOf() <= this.limit;
		}

		private int length() {
			int length = 0;
			for (int shift = 0; this.position < this.limit; shift += 7) {
				int octet = this.bytes[this.position++];
				length |= (octet & 0x7f) << shift;
				if (octet >= 0) {
					return length;
				}
			}
			return -1;
		}

		private long endOf() {
			return this.position + (long) this.ciphertextLength * PairFormat.this.ciphertextWidth
					+ (long) this.plaintextLength * PairFormat.this.plaintextWidth;
		}

		/** Behind the pair. */
		int end() {
			return (int) endOf();
		}

		/** Symbols of the ciphertext. */
		int ciphertextLength() {
			return this.ciphertextLength;
		}

		/**
		 * A number that equal ciphertexts share, and hardly any others: 64 bits, each as
		 * likely 0 as 1.
		 */
		long hash(long seed) {
			long hash = mix(seed ^ this.ciphertextLength);
			int end = this.position + this.ciphertextLength * PairFormat.this.ciphertextWidth;
			for (int i = this.position; i < end; i++) {
				hash = Long.rotateLeft((hash ^ this.bytes[i]) * 0x9e3779b97f4a7c15L, 29);
			}
			return mix(hash);
		}

		/** The pair's symbols. */
		KnownPairs.Pair pair() {
			int width = PairFormat.this.ciphertextWidth;
			return new KnownPairs.Pair(symbols(this.position, this.ciphertextLength, width),
					symbols(this.position + this.ciphertextLength * width, this.plaintextLength,
							PairFormat.this.plaintextWidth));
		}

		private int[] symbols(int from, int length, int width) {
			int[] symbols = new int[length];
			for (int i = 0; i < length; i++) {
				int at = from + i * width;
				symbols[i] = (width == 1) ? this.bytes[at] & 0xff
						: (this.bytes[at] & 0xff) << 8 | this.bytes[at + 1] & 0xff;
			}
			return symbols;
		}

	}

	/** The finaliser of SplittableRandom: Stafford's variant 13 of MurmurHash3's. */
	static long mix(long value) {
		long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
