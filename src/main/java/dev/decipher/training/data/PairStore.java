package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of stored pairs: in memory up to a limit, more of them in a temporary file.
 *
 * @param window how many may be in memory
 */
record PairStore(byte @Nullable [] memory, @Nullable FileChannel file, long size, int window) implements Closeable {

	static PairStore of(InputStream in, TemporaryFiles files, int window) throws IOException {
		byte[] start = in.readNBytes(window);
		int next = in.read();
		if (next < 0) {
			return new PairStore(start, null, start.length, window);
		}
		FileChannel file = files.open();
		try {
			OutputStream out = Channels.newOutputStream(file);
			out.write(start);
			out.write(next);
			in.transferTo(out);
			return new PairStore(null, file, file.size(), window);
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	/** Reads a part of the file. */
	void read(long from, byte[] to, int offset, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(to, offset, length);
		while (buffer.hasRemaining()) {
			if (Objects.requireNonNull(this.file).read(buffer, from + buffer.position() - offset) < 0) {
				throw new IOException("the temporary file of pairs is too short");
			}
		}
	}

	InputStream stream() throws IOException {
		return (this.memory != null) ? new ByteArrayInputStream(this.memory)
				: Channels.newInputStream(Objects.requireNonNull(this.file).position(0));
	}

	@Override
	public void close() throws IOException {
		if (this.file != null) {
			this.file.close();
		}
	}

}
