package dev.decipher.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChunksTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE })
	void putsTogetherWhatItCut(int size) throws IOException {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		List<byte[]> chunks = new ArrayList<>();
		Chunks.Writer out = new Chunks.Writer((chunk, part) -> {
			assertThat(chunk).isEqualTo(chunks.size());
			chunks.add(part);
		});
		int half = size / 2;
		out.write(bytes, 0, half);
		for (int i = half; i < Math.min(size, half + 3); i++) {
			out.write(bytes[i]);
		}
		out.write(bytes, Math.min(size, half + 3), size - Math.min(size, half + 3));
		out.close();
		assertThat(chunks).allSatisfy((chunk) -> assertThat(chunk).hasSizeBetween(1, Chunks.SIZE))
			.hasSize((size + Chunks.SIZE - 1) / Chunks.SIZE);
		assertThat(reader(chunks).readAllBytes()).isEqualTo(bytes);
		Chunks.Reader one = reader(chunks);
		for (int i = 0; i < Math.min(size, 1000); i++) {
			assertThat(one.read()).isEqualTo(bytes[i] & 0xff);
		}
		one.skipNBytes(size - Math.min(size, 1000));
		assertThat(one.read()).isEqualTo(-1);
		assertThat(one.read()).isEqualTo(-1);
	}

	private static Chunks.Reader reader(List<byte[]> chunks) {
		return new Chunks.Reader((chunk) -> (chunk < chunks.size()) ? chunks.get(chunk) : null);
	}

}
