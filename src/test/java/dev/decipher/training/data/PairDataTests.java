package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The same for pairs in memory and, with a window that is small enough, in a file.
 */
class PairDataTests {

	private static final PairTexts TEXTS = new PairTexts(Alphabet.LATIN26,
			new CiphertextFormat(Alphabet.LATIN26, null));

	/** A block is 64 KiB. */
	private static final int SMALL = 3 * 64 * 1024;

	@TempDir
	Path folder;

	/** Pairs in symbols, each ciphertext with a plaintext that it tells. */
	private static List<KnownPairs.Pair> pairs(int count, int distinct, int shortest, int longest) {
		List<KnownPairs.Pair> pairs = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			SplittableRandom random = new SplittableRandom(i % distinct);
			int[] ciphertext = random.ints(random.nextInt(shortest, longest + 1), 0, 26).toArray();
			pairs.add(new KnownPairs.Pair(ciphertext, plaintext(ciphertext)));
		}
		return pairs;
	}

	private static int[] plaintext(int[] ciphertext) {
		return Arrays.stream(ciphertext).map((symbol) -> (symbol + 7) % 26).toArray();
	}

	private static byte[] encode(List<KnownPairs.Pair> pairs) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PairFormat format = PairFormat.of(TEXTS);
		format.begin(out);
		for (KnownPairs.Pair pair : pairs) {
			format.write(pair, out);
		}
		return out.toByteArray();
	}

	private PairData data(List<KnownPairs.Pair> pairs, double fraction, long seed, int window) throws IOException {
		return PairData.of(new ByteArrayInputStream(encode(pairs)), TEXTS, fraction, seed,
				new TemporaryFiles(this.folder.resolve("tmp")), window);
	}

	private static List<List<Integer>> messages(TrainingData.Examples examples) {
		for (int i = 0; i < examples.ciphertexts().length; i++) {
			assertThat(examples.plaintexts()[i]).isEqualTo(plaintext(examples.ciphertexts()[i]));
		}
		return Arrays.stream(examples.ciphertexts()).map((message) -> Arrays.stream(message).boxed().toList()).toList();
	}

	@ParameterizedTest
	@ValueSource(ints = { PairData.MAX_WINDOW, SMALL })
	void neverTestsOnAMessageThatItLearnsFrom(int window) throws IOException {
		List<KnownPairs.Pair> pairs = pairs(30_000, 20_000, 8, 20);
		try (PairData data = data(pairs, 0.2, 5, window)) {
			Set<List<Integer>> tested = new HashSet<>(messages(data.test(1, 0)));
			Map<List<Integer>, Integer> learned = new HashMap<>();
			TrainingData.Batches batches = data.batches();
			int left = 30_000 - data.test(1, 0).ciphertexts().length;
			// one pass: every pair once
			for (int rest = left; rest > 0; rest -= Math.min(rest, 64)) {
				messages(batches.next(Math.min(rest, 64)))
					.forEach((message) -> learned.merge(message, 1, Integer::sum));
			}
			assertThat(tested).doesNotContainAnyElementsOf(learned.keySet());
			assertThat(tested.size() + learned.size()).isEqualTo(20_000);
			assertThat((double) tested.size()).isCloseTo(4_000, within(100.0));
			assertThat(learned.values()).allMatch((times) -> times == 1 || times == 2);
			assertThat(messages(data.validation())).hasSize(1_000).allMatch(tested::contains);
		}
		try (Stream<Path> left = Files.walk(this.folder).filter(Files::isRegularFile)) {
			assertThat(left).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { PairData.MAX_WINDOW, SMALL })
	void everythingComesFromTheSeed(int window) throws IOException {
		List<KnownPairs.Pair> pairs = pairs(30_000, 30_000, 1, 40);
		try (PairData one = data(pairs, 0.1, 7, window);
				PairData same = data(pairs, 0.1, 7, window);
				PairData other = data(pairs, 0.1, 8, window)) {
			assertThat(messages(one.test(1, 0))).isEqualTo(messages(same.test(1, 0)))
				.isNotEqualTo(messages(other.test(1, 0)));
			TrainingData.Batches batches = one.batches();
			TrainingData.Batches sameBatches = same.batches();
			TrainingData.Batches again = one.batches();
			TrainingData.Batches otherBatches = other.batches();
			for (int i = 0; i < 500; i++) {
				List<List<Integer>> batch = messages(batches.next(100));
				assertThat(batch).isEqualTo(messages(sameBatches.next(100)));
				if (i % 7 == 0) {
					assertThat(batch).isEqualTo(messages(again.next(100)));
				}
				else {
					again.skip(100);
				}
				if (i < 5) {
					assertThat(batch).isNotEqualTo(messages(otherBatches.next(100)));
				}
			}
			assertThat(one.longest()).isEqualTo(40);
		}
	}

	@Test
	void theOrderOfThePairsIsNoPartOfTheSplit() throws IOException {
		List<KnownPairs.Pair> pairs = pairs(2_000, 2_000, 10, 20);
		List<KnownPairs.Pair> reversed = new ArrayList<>(pairs);
		java.util.Collections.reverse(reversed);
		try (PairData one = data(pairs, 0.1, 7, PairData.MAX_WINDOW);
				PairData other = data(reversed, 0.1, 7, SMALL / 30)) {
			assertThat(messages(one.test(1, 0))).hasSize(200)
				.containsExactlyInAnyOrderElementsOf(messages(other.test(1, 0)));
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-9, 0.5, 1 - 1e-9 })
	void leavesAMessageOnEitherSide(double fraction) throws IOException {
		try (PairData data = data(pairs(50, 2, 10, 20), fraction, 3, PairData.MAX_WINDOW)) {
			assertThat(new HashSet<>(messages(data.test(1, 0)))).hasSize(1);
			assertThat(new HashSet<>(messages(data.batches().next(200)))).hasSize(1)
				.doesNotContainAnyElementsOf(messages(data.validation()));
		}
	}

	@Test
	void holdsOutNoMoreThanATestTakes() throws IOException {
		try (PairData data = data(pairs(60_000, 60_000, 6, 8), 0.5, 3, SMALL)) {
			assertThat(messages(data.test(1, 0))).hasSize(10_000);
			assertThat(data.otherLengths()).hasSize(3);
		}
		try (PairData data = data(pairs(400, 200, 50_000, 50_000), 0.5, 3, SMALL)) {
			assertThat(data.test(1, 0).ciphertexts().length).isBetween(40, 41);
			assertThat(messages(data.validation())).hasSize(4);
			assertThat(data.batches().next(3).ciphertexts()).hasDimensions(3, 50_000);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { PairData.MAX_WINDOW, SMALL })
	void putsMessagesOfLikeLengthTogether(int window) throws IOException {
		try (PairData data = data(pairs(20_000, 20_000, 1, 100), 0.1, 7, window)) {
			TrainingData.Batches batches = data.batches();
			long symbols = 0;
			long padded = 0;
			Set<Integer> longest = new HashSet<>();
			for (int i = 0; i < 200; i++) {
				int[][] batch = batches.next(64).ciphertexts();
				int most = Arrays.stream(batch).mapToInt((message) -> message.length).max().orElseThrow();
				longest.add(most);
				padded += (long) most * batch.length;
				symbols += Arrays.stream(batch).mapToInt((message) -> message.length).sum();
			}
			// at random it would be near 2
			assertThat((double) padded / symbols).isLessThan(1.3);
			assertThat(longest).hasSizeGreaterThan(30);
		}
	}

	@Test
	void readsTwoBytesASymbolAndCiphertextsWithAKeyPrefix() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { 1, 2, 1 });
		PairFormat format = PairFormat.of(new byte[] { 1, 2, 1 });
		int[] ciphertext = { 0, 255, 256, 65_535, 7 };
		format.write(new KnownPairs.Pair(ciphertext, new int[] { 255, 0 }), out);
		format.write(new KnownPairs.Pair(new int[300], new int[300]), out);
		try (PairData data = PairData.of(new ByteArrayInputStream(out.toByteArray()), TEXTS, 0.5, 1,
				new TemporaryFiles(this.folder), PairData.MAX_WINDOW)) {
			List<int[]> found = new ArrayList<>(List.of(data.test(1, 0).ciphertexts()));
			found.addAll(List.of(data.batches().next(1).ciphertexts()));
			assertThat(found).usingElementComparator(Arrays::compare)
				.containsExactlyInAnyOrder(ciphertext, new int[300]);
			List<int[]> meant = new ArrayList<>(List.of(data.test(1, 0).plaintexts()));
			meant.addAll(List.of(data.batches().next(1).plaintexts()));
			assertThat(meant).usingElementComparator(Arrays::compare)
				.containsExactlyInAnyOrder(new int[] { 255, 0 }, new int[300]);
		}
	}

	@Test
	void readsWhatTheFirstReleaseStored() throws IOException {
		String stored = "[{\"ciphertext\":\"B, c\",\"plaintext\":\"A, b\"},{\"ciphertext\":\"D\",\"plaintext\":\"C\"}]";
		try (PairData data = PairData.of(
				PairFormat.upgraded(new ByteArrayInputStream(stored.getBytes(StandardCharsets.UTF_8)), TEXTS), TEXTS,
				0.5, 1, new TemporaryFiles(this.folder), PairData.MAX_WINDOW)) {
			List<int[]> found = new ArrayList<>(List.of(data.test(1, 0).plaintexts()));
			found.addAll(List.of(data.batches().next(1).plaintexts()));
			assertThat(found).usingElementComparator(Arrays::compare)
				.containsExactlyInAnyOrder(new int[] { 0, 1 }, new int[] { 2 });
		}
	}

}
