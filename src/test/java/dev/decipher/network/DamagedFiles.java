package dev.decipher.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Damages good safetensors files: their bytes anywhere, their lengths, and their headers
 * where it hurts.
 */
public final class DamagedFiles {

	private static final Pattern TOKEN = Pattern.compile("\\d+|\"[^\"]*\"|[\\[\\]{},:]");

	private static final String[] VALUES = { "0", "1", "-1", "27", "4294967296", "2147483647", "9223372036854775807",
			"18446744073709551616", "1e999", "0.5", "null", "true", "\"F64\"", "\"F16\"", "\"I64\"",
			"\"linear.weight\"", "\"lstm.weight_ih_l1\"", "\"__metadata__\"", "\"network\"", "\"\\ud800\"",
			"\"\\u0000\"", "\"{\\\"\\ud800\\\":1}\"", "[]", "{}", "[[[[[[[[[[[[]]]]]]]]]]]]", "[1,1]", "", ",", "}" };

	private final SplittableRandom random;

	public DamagedFiles(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * A file with one to three things wrong, or changed at least.
	 * @param file a good one; stays as it is
	 * @return the damaged one
	 */
	public byte[] damaged(byte[] file) {
		byte[] damaged = file.clone();
		for (int times = this.random.nextInt(1, 4); times > 0; times--) {
			damaged = switch (this.random.nextInt(6)) {
				case 0 -> bytesChanged(damaged);
				case 1 -> Arrays.copyOf(damaged, this.random.nextInt(damaged.length + 1));
				case 2 -> Arrays.copyOf(damaged, damaged.length + this.random.nextInt(1, 100));
				case 3 -> lengthChanged(damaged);
				default -> headerChanged(damaged);
			};
		}
		return damaged;
	}

	private byte[] bytesChanged(byte[] file) {
		for (int times = this.random.nextInt(1, 5); times > 0 && file.length > 0; times--) {
			int bound = this.random.nextBoolean() ? file.length : Math.min(file.length, 600);
			file[this.random.nextInt(bound)] = (byte) this.random.nextInt();
		}
		return file;
	}

	private byte[] lengthChanged(byte[] file) {
		if (file.length >= Long.BYTES) {
			long length = this.random.nextBoolean() ? this.random.nextLong() : this.random.nextInt(2 * file.length);
			ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
		}
		return file;
	}

	/** Puts something else for one to three tokens of the header. */
	private byte[] headerChanged(byte[] file) {
		if (file.length < Long.BYTES) {
			return file;
		}
		long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
		if (length < 0 || length > file.length - Long.BYTES) {
			return file;
		}
		String header = new String(file, Long.BYTES, (int) length, StandardCharsets.ISO_8859_1);
		for (int times = this.random.nextInt(1, 4); times > 0; times--) {
			MatchResult[] tokens = TOKEN.matcher(header).results().toArray(MatchResult[]::new);
			if (tokens.length == 0) {
				return file;
			}
			MatchResult token = tokens[this.random.nextInt(tokens.length)];
			String other = this.random.nextBoolean() ? VALUES[this.random.nextInt(VALUES.length)]
					: tokens[this.random.nextInt(tokens.length)].group();
			header = header.substring(0, token.start()) + other + header.substring(token.end());
		}
		byte[] values = Arrays.copyOfRange(file, Long.BYTES + (int) length, file.length);
		return file(header, values);
	}

	/** A file with the given header. */
	public static byte[] file(String header, byte[] values) {
		byte[] json = header.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(Long.BYTES + json.length + values.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putLong(json.length)
			.put(json)
			.put(values)
			.array();
	}

}
