package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.solve.rank.Confidence;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Candidate;

/**
 * The readings that one search has found, by what they are worth: how likely each is in
 * its language, how likely that and its type were before, and what its key takes. Not
 * thread-safe.
 */
final class Ranking {

	/** Bounds of what the network ranks: readings, and their letters. */
	private static final int MOST_RANKED = 48;

	private static final int MOST_RANKED_LETTERS = 20_000;

	/** An answer so sure ends the search. */
	private static final double SURE = 0.98;

	/** Readings that are kept, of which most are ranked. */
	private static final int MOST_KEPT = 2 * MOST_RANKED;

	/** Letters that the network ranks between two looks at the clock. */
	private static final int RANKED_AT_ONCE = 2_000;

	/** The best readings in a mixture of languages that are looked at in each. */
	static final int TELLING = 3;

	/** No type is taken for less likely before its reading was seen. */
	private static final double LEAST_PROBABILITY = 1e-3;

	/**
	 * What a key's search gains with the n-grams that it goes by, as a share of what the
	 * key takes: a network makes as much less of a wrong reading. Measured with English
	 * substitutions of 40 letters and Playfair's of 60: 0.2 to 0.5, and about 0 for right
	 * ones.
	 */
	private static final double FLATTERED = 0.2;

	private static final Comparator<Solver.Ranked> BY_WORTH = Comparator
		.comparingDouble((Solver.Ranked one) -> one.scored().total())
		.reversed();

	private final Tongues tongues;

	private final Sources sources;

	private final TypeEstimate types;

	private final List<Solver.Ranked> found = new ArrayList<>();

	Ranking(Tongues tongues, Sources sources, TypeEstimate types) {
		this.tongues = tongues;
		this.sources = sources;
		this.types = types;
	}

	/** The confidence in each of some readings, the best first. */
	static double[] confidences(List<Solver.Ranked> ranked) {
		return Confidence.of(ranked.stream().map(Solver.Ranked::scored).toList());
	}

	/** Of two keys that give one plaintext the better one is kept. */
	void add(List<AttackRunner.Found> candidates) {
		judged(candidates).forEach((one) -> {
			List<Solver.Ranked> same = this.found.stream().filter((other) -> isSame(other, one)).toList();
			if (same.stream().allMatch((other) -> other.scored().total() < one.scored().total())) {
				this.found.removeAll(same);
				this.found.add(one);
			}
		});
		if (this.found.size() > MOST_KEPT) {
			List<Solver.Ranked> best = best(this.found.stream(), MOST_KEPT);
			this.found.clear();
			this.found.addAll(best);
		}
	}

	/**
	 * The best readings by n-grams.
	 * @param more that were found, and aren't kept
	 */
	List<Solver.Ranked> best(List<AttackRunner.Found> more) {
		return best(Stream.concat(this.found.stream(), judged(more)), AttackRunner.KEEP);
	}

	/** As many of the best readings by n-grams as the network can judge. */
	List<Solver.Ranked> byNGrams() {
		int longest = this.found.stream().mapToInt((one) -> one.candidate().plaintext().length).max().orElse(1);
		int most = Math.max(2, Math.min(MOST_RANKED, MOST_RANKED_LETTERS / longest));
		return best(this.found.stream(), most);
	}

	/** Whether the best reading is sure. */
	boolean isSure() {
		List<Solver.Ranked> ranked = best(List.of());
		return !ranked.isEmpty() && confidences(ranked)[0] >= SURE;
	}

	private static List<Solver.Ranked> best(Stream<Solver.Ranked> found, int most) {
		return found.sorted(BY_WORTH).limit(most).toList();
	}

	/**
	 * The same readings, with what the network says of those in its language. Those in
	 * others are worth less than n-grams say, since keys were searched by these. What
	 * ranks last is left out where there is no time for all.
	 */
	List<Solver.Ranked> byNetwork(List<Solver.Ranked> byNGrams, BooleanSupplier over) {
		if (byNGrams.stream().noneMatch((one) -> one.source().language().hasNetwork()) || over.getAsBoolean()) {
			return byNGrams;
		}
		List<Solver.Ranked> ranked = new ArrayList<>();
		Map<Source, List<Candidate>> bySource = new LinkedHashMap<>();
		byNGrams.forEach(
				(one) -> bySource.computeIfAbsent(one.source(), (source) -> new ArrayList<>()).add(one.candidate()));
		bySource.forEach((source, candidates) -> {
			int some = Math.max(1, RANKED_AT_ONCE / source.ciphertext().length());
			boolean late = false;
			for (int from = 0; from < candidates.size() && !late; from += some) {
				source.scores()
					.byNetwork(candidates.stream().skip(from).limit(some).toList())
					.forEach((scored) -> ranked.add(ranked(source.language().hasNetwork() ? scored
							: scored.plus(-FLATTERED * scored.candidate().keyCost()), source)));
				late = over.getAsBoolean();
			}
		});
		ranked.sort(BY_WORTH);
		return ranked;
	}

	/**
	 * What readings are worth. The best few that a mixture of languages has found are
	 * judged by the language that each looks like.
	 */
	private Stream<Solver.Ranked> judged(List<AttackRunner.Found> candidates) {
		return candidates.stream()
			.limit((!candidates.isEmpty() && candidates.get(0).source().language() == this.tongues.any()) ? TELLING
					: Integer.MAX_VALUE)
			.map((found) -> {
				Source source = inLikeliest(found);
				return ranked(source.scores().byNGrams(found.candidate()), source);
			});
	}

	/** With how likely its type and the form of its text were before. */
	private Solver.Ranked ranked(DescriptionLength.Scored scored, Source source) {
		double form = this.types.share(source.cryptogram());
		double type = this.types.probability(source.cryptogram(), scored.candidate().cipher());
		return new Solver.Ranked(scored.plus(Math.log(form) + Math.log(Math.max(LEAST_PROBABILITY, type))), source);
	}

	private Source inLikeliest(AttackRunner.Found found) {
		Source source = found.source();
		if (source.language() != this.tongues.any()) {
			return source;
		}
		double[] shares = this.tongues.shares(found.candidate().plaintext());
		int likeliest = IntStream.range(0, shares.length)
			.reduce((one, other) -> (shares[other] > shares[one]) ? other : one)
			.orElseThrow();
		return this.sources.of(source.cryptogram(), source.ciphertext(), this.tongues.languages().get(likeliest));
	}

	private static boolean isSame(Solver.Ranked one, Solver.Ranked other) {
		return Arrays.equals(one.candidate().plaintext(), other.candidate().plaintext());
	}

}
