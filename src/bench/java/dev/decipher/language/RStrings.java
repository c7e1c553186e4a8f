package dev.decipher.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Vectors of strings in R's format for data.
 */
final class RStrings {

	private RStrings() {
	}

	/** Reads the next vector. */
	static List<String> next(ByteBuffer data) throws IOException {
		return lines(inflated(data));
	}

	/** The value without its length and as it was before zlib. */
	private static ByteBuffer inflated(ByteBuffer data) throws IOException {
		byte[] value = new byte[data.getInt()];
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(data);
			for (int length = 0; length < value.length;) {
				length += inflater.inflate(value, length, value.length - length);
			}
			return ByteBuffer.wrap(value);
		}
		catch (DataFormatException ex) {
			throw new IOException(ex);
		}
		finally {
			inflater.end();
		}
	}

	/** The strings of a vector as R serialises it, version 3. */
	private static List<String> lines(ByteBuffer value) {
		value.position(2 + 3 * Integer.BYTES); // format, versions
		value.position(value.position() + Integer.BYTES + value.getInt(value.position())); // encoding
		value.getInt(); // the type: strings
		String[] lines = new String[value.getInt()];
		for (int i = 0; i < lines.length; i++) {
			value.getInt(); // the type: a string
			byte[] line = new byte[value.getInt()];
			value.get(line);
			lines[i] = new String(line, StandardCharsets.UTF_8);
		}
		return List.of(lines);
	}

}
