package dev.decipher.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.language.Language;
import dev.decipher.solve.identify.TypeClass;

/**
 * How likely each language is for one text, in the order of the languages.
 *
 * @param tongues the languages
 */
record LanguageShares(Tongues tongues) {

	/** What a search that isn't through may miss, in nats. */
	private static final double UNSEARCHED = 20;

	private static final String SUBSTITUTION = "substitution";

	/** How likely each language is by the statistics that a cipher leaves. */
	double[] byCiphertext(Stage stage) {
		return isShown(stage) ? this.tongues.shares(stage.ciphertext().symbols(), transposes(stage))
				: this.tongues.shares(new int[0]);
	}

	/** Whether a ciphertext shows some of its language. */
	boolean isShown(Stage stage) {
		boolean replaces = stage.types().stream().allMatch((type) -> TypeClass.of(type).equals(SUBSTITUTION));
		return stage.ciphertext().alphabet().equals(this.tongues.first().alphabet()) && (transposes(stage) || replaces);
	}

	private static boolean transposes(Stage stage) {
		return stage.types().stream().allMatch(TypeClass::transposes);
	}

	/** How likely each language is by the best readings of an attack. */
	double[] byReadings(List<AttackRunner.Found> found) {
		double[] shares = new double[this.tongues.languages().size()];
		List<AttackRunner.Found> telling = found.stream().limit(Ranking.TELLING).toList();
		for (AttackRunner.Found one : telling) {
			double[] own = this.tongues.shares(one.candidate().plaintext());
			Arrays.setAll(shares, (i) -> shares[i] + own[i] / telling.size());
		}
		if (telling.isEmpty()) {
			return this.tongues.shares(new int[0]);
		}
		return shares;
	}

	/** How likely each language is by what the best reading in it is worth. */
	double[] byWorth(List<Solver.Ranked> ranked) {
		List<Language> languages = this.tongues.languages();
		double[] worth = new double[languages.size()];
		for (Solver.Ranked one : ranked) {
			int language = languages.indexOf(one.source().language());
			if (language >= 0) {
				worth[language] = Math.max(worth[language],
						Math.exp((one.scored().total() - ranked.get(0).scored().total()) / UNSEARCHED));
			}
		}
		double all = Arrays.stream(worth).sum();
		return (all > 0) ? Arrays.stream(worth).map((one) -> one / all).toArray() : this.tongues.shares(new int[0]);
	}

	/** The languages that are likely enough, the likeliest first. */
	static List<Integer> likeliest(double[] shares, double least) {
		return IntStream.range(0, shares.length)
			.boxed()
			.filter((language) -> shares[language] >= least)
			.sorted(Comparator.comparingDouble((Integer language) -> -shares[language]))
			.toList();
	}

}
