package dev.decipher.system;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.util.unit.DataSize;

/** Breaks off where a limit is passed. */
final class LimitedStream extends FilterInputStream {

	private final DataSize limit;

	private long left;

	LimitedStream(InputStream in, DataSize limit) {
		super(in);
		this.limit = limit;
		this.left = limit.toBytes();
	}

	@Override
	public int read() throws IOException {
		int octet = this.in.read();
		count((octet >= 0) ? 1 : 0);
		return octet;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = this.in.read(buffer, offset, length);
		count(count);
		return count;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void count(int count) throws BodyTooLarge {
		this.left -= Math.max(0, count);
		if (this.left < 0) {
			throw new BodyTooLarge(this.limit);
		}
	}

}
