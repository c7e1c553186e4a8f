package dev.decipher.solve.identify;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.search.BestList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What texts show once a key is put right by reading. */
class ReadingTrialsTests {

	private static final LetterProfiles PROFILES = TypeClassifier.trained().profiles();

	/** A hundred letters. */
	private static final String TEXT = "THEOLDLIGHTHOUSEKEEPERWALKEDDOWNTOTHEHARBOUREVERYMORNINGBEFORE"
			+ "THEFISHINGBOATSCAMEHOMEWITHTHEIRCATCHO";

	/** More than letters in any order have. */
	private static final double READABLE = 0.2;

	private static int[] enciphered(String json) {
		Cipher cipher = Enciphering.cipher(json);
		Cipher keyed = cipher.withKeyDrawn(cipher.defaultAlphabet(), new SplittableRandom(7));
		return TextSymbols.letters(TextCipher.of(keyed, null, null).encrypt(TEXT));
	}

	/** The features of a text, with starts of five columns in their order. */
	private static float[] features(int[] text, int columns) {
		FeatureList features = new FeatureList();
		List<ReadingTrials.Start> starts = List.of(new ReadingTrials.Start(0, IntStream.range(0, columns).toArray()));
		new ReadingTrials(text, PROFILES.all().get(0), features).add(starts, starts, starts);
		return features.toArray();
	}

	/** Each type's feature is the one that shows it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'type':'columnar','key':{'random':{'length':[5,5]}}}               | 0
			{'type':'columnar','key':{'random':{'length':[7,7]}}}               | 0
			{'type':'permutation','order':{'random':{'length':[5,5]}}}          | 6
			{'type':'scytale','columns':6}                                      | 9
			{'type':'nihilist-transposition','key':{'random':{'length':[5,5]}}} | 11
			{'type':'amsco','key':{'random':{'length':[4,4]}}}                  | 13
			{'type':'reverse'}                                                  | 15
			""")
	void readsWhatAShortClimbPutsRight(String json, int feature) {
		String quoted = json.strip();
		int columns = quoted.contains("[7,7]") ? 7 : 5;
		assertThat(features(enciphered(quoted), columns)[feature]).isGreaterThan((float) READABLE);
		assertThat(features(enciphered("{'type':'double-columnar','key1':{'random':{'length':[9,9]}},"
				+ "'key2':{'random':{'length':[7,7]}}}"), columns)[feature])
			.isLessThan((float) READABLE);
	}

	@Test
	void keepsTheBestStarts() {
		BestList<ReadingTrials.Start> best = ReadingTrials.Start.list(2);
		for (int worth : new int[] { 3, 1, 4, 1, 5 }) {
			best.add(new ReadingTrials.Start(worth, new int[] { worth }));
		}
		assertThat(best.isOpen(-4)).isFalse();
		assertThat(best.isOpen(-4.5)).isTrue();
		assertThat(best.first(2)).extracting(ReadingTrials.Start::worth).containsExactly(5.0, 4.0);
	}

	@Test
	void twoTextsAddedAreLikelierThanLettersByChance() {
		RunningKeyTrial trial = new RunningKeyTrial(PROFILES);
		String key = "ITWASTHEBESTOFTIMESITWASTHEWORSTOFTIMESITWASTHEAGEOFWISDOMITWASTHEAGEOFFOOLISHNESS"
				+ "ITWASTHEEPOCHOFBELIEF";
		int[] sum = IntStream.range(0, TEXT.length()).map((i) -> (TEXT.charAt(i) + key.charAt(i) - 130) % 26).toArray();
		int[] chance = new SplittableRandom(3).ints(TEXT.length(), 0, 26).toArray();
		assertThat(trial.gain(sum)).isGreaterThan(trial.gain(chance) + 2);
	}

}
