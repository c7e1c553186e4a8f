package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeIdentifier;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/**
 * How likely each class of types is for one text: by its statistics, less what was looked
 * for and not found, and then by what was found.
 */
final class TypeEstimate {

	static final String HOMOPHONIC = "homophonic";

	/** A reading as likely names its class of types. */
	static final double LIKELY = 0.5;

	/** No type that is less likely is shown. */
	private static final double LEAST_PROBABILITY = 1e-4;

	/**
	 * How likely it is that a text whose cipher is named, or that is made of symbols,
	 * can't be read at all.
	 */
	private static final double UNREADABLE = 0.2;

	/**
	 * How often people bring a type, beside those that are met in puzzle columns alone:
	 * an estimate. The classifier takes each for as likely as any other.
	 */
	private static final Map<String, Double> USUAL = Map.ofEntries(Map.entry("substitution", 25.0),
			Map.entry(TypeClass.PLAINTEXT, 10.0), Map.entry("vigenere", 12.0), Map.entry(HOMOPHONIC, 8.0),
			Map.entry("columnar", 12.0), Map.entry("rail-fence", 5.0), Map.entry("playfair", 5.0),
			Map.entry("scytale", 4.0), Map.entry("reverse", 4.0), Map.entry("autokey", 3.0), Map.entry("beaufort", 3.0),
			Map.entry("porta", 2.0), Map.entry("hill", 3.0), Map.entry("bifid", 3.0), Map.entry("double-columnar", 4.0),
			Map.entry("four-square", 2.0), Map.entry("permutation", 2.0), Map.entry("quagmire-3", 2.0),
			Map.entry("adfgvx", 3.0), Map.entry("adfgx", 2.0), Map.entry("polybius", 4.0), Map.entry("bacon", 4.0),
			Map.entry("a1z26", 4.0), Map.entry("morse", 6.0), Map.entry("tap-code", 2.0), Map.entry("nihilist", 2.0),
			Map.entry(TypeClass.RANDOM, 2.0));

	/**
	 * Of bytes whose text shows no type so many are no ciphertext, in the classifier's
	 * words random: an estimate.
	 */
	private static final double DECODED_PLAINTEXT = 0.8;

	/** The share of transpositions that are told apart by what is usual alone. */
	private static final double AS_USUAL = 0.4;

	/** Classes that look the same in whatever order letters stand, or nearly so. */
	private static final Set<String> UNORDERED = Set.of("quagmire-1", "quagmire-2", "quagmire-3", "quagmire-4",
			TypeClass.UNKNOWN, TypeClass.RANDOM);

	/** In any text they have this probability, beside what the classifier gives them. */
	private static final double LEAST_UNORDERED = 0.01;

	/** By no more than this do statistics speak for another order. */
	private static final double MOST_TURNED = 20;

	/** How likely it is that one cipher follows another. */
	private static final double CHAINED = 0.01;

	/**
	 * The same for symbols that aren't letters: homophones that can be read are read
	 * soon, and others may have been moved.
	 */
	private static final double SYMBOLS_CHAINED = 0.05;

	/** What reading a text as it stands finds out, if it is plaintext. */
	private static final double PLAINTEXT_POWER = 0.99;

	/** The most that an attack without a find can rule out. */
	private static final double MOST_RULED_OUT = 0.98;

	private final @Nullable List<String> named;

	private final List<Cryptogram> cryptograms;

	private final TypeIdentifier identifier;

	/** What each of the texts may be. */
	private final List<Guess> guesses;

	/** What they may be together, each by its share. */
	private final Map<String, Double> prior = new LinkedHashMap<>();

	/** The power of what was tried, by the name of the class of types. */
	private final Map<String, Double> tried = new HashMap<>(Map.of(TypeClass.PLAINTEXT, PLAINTEXT_POWER));

	/**
	 * The estimate before anything was tried.
	 * @param named the types that were named, or null
	 */
	TypeEstimate(@Nullable List<String> named, List<Cryptogram> cryptograms, Language language,
			TypeIdentifier identifier) {
		this.named = named;
		this.cryptograms = cryptograms;
		this.identifier = identifier;
		this.guesses = guesses(language);
		double all = this.guesses.stream().mapToDouble(Guess::share).sum();
		this.guesses.forEach((guess) -> guess.types()
			.forEach((type, probability) -> this.prior.merge(type, probability * guess.share() / all, Double::sum)));
	}

	/**
	 * What one of the texts may be.
	 *
	 * @param asked the types to look for
	 * @param types how likely each class of types is
	 * @param share how likely this is the text to decipher, beside the first one
	 */
	private record Guess(Asked asked, Map<String, Double> types, double share) {
	}

	private List<Guess> guesses(Language language) {
		List<Guess> guesses = new ArrayList<>();
		for (Cryptogram one : this.cryptograms) {
			Asked asked = new Asked(this.named, one.isOfLetters(language.alphabet()),
					Set.copyOf(this.identifier.classes()));
			Map<String, Double> types = (this.named == null && one.characters() == CharacterRule.ALL)
					? byUse(TypeClass::transposes) : prior(one, asked, language);
			double share = one.share() * (guesses.isEmpty() ? 1 : likelier(one, types, guesses.get(0)));
			guesses.add(new Guess(asked, types, share));
		}
		return guesses;
	}

	/**
	 * By how much a text in another form is the likelier for the statistics: where all
	 * characters were moved, the letters are still as many as in a plaintext.
	 */
	private double likelier(Cryptogram cryptogram, Map<String, Double> types, Guess first) {
		return (this.named == null && cryptogram.characters() == CharacterRule.ALL)
				? Math.max(1 / MOST_TURNED, transposed(first.types())) : turned(cryptogram, types, first);
	}

	private static double transposed(Map<String, Double> types) {
		return types.entrySet()
			.stream()
			.filter((type) -> TypeClass.transposes(type.getKey()))
			.mapToDouble(Map.Entry::getValue)
			.sum();
	}

	/**
	 * By how much a text in another order is the likelier for its statistics: some
	 * classes of types look alike in any order, and others, which have a key that
	 * returns, stand out in the right one.
	 */
	private double turned(Cryptogram cryptogram, Map<String, Double> types, Guess first) {
		double ratio = unordered(first.types()) / unordered(types);
		return cryptogram.isTurned() ? Math.max(1 / MOST_TURNED, Math.min(MOST_TURNED, ratio)) : 1;
	}

	private static double unordered(Map<String, Double> types) {
		return UNORDERED.stream().mapToDouble((type) -> types.getOrDefault(type, 0.0)).sum() + LEAST_UNORDERED;
	}

	/** The classes of some types by how often people bring them. */
	private Map<String, Double> byUse(Predicate<String> some) {
		Map<String, Double> types = new LinkedHashMap<>();
		this.identifier.classes().stream().filter(some).forEach((type) -> types.put(type, usual(type)));
		double all = types.values().stream().mapToDouble(Double::doubleValue).sum();
		types.replaceAll((type, weight) -> weight / all);
		return types;
	}

	private Map<String, Double> prior(Cryptogram cryptogram, Asked asked, Language language) {
		Map<String, Double> prior = new LinkedHashMap<>();
		if (this.named != null) {
			this.named.forEach((type) -> prior.put(TypeClass.of(type), (1 - UNREADABLE) / this.named.size()));
			prior.put(TypeClass.RANDOM, UNREADABLE);
			return prior;
		}
		double chained = asked.ofLetters() ? CHAINED : SYMBOLS_CHAINED;
		prior.put(Asked.CHAIN, chained);
		Map<String, Double> types = (asked.ofLetters() && !language.alphabet().equals(Alphabet.LATIN26))
				? byLetters(cryptogram, language)
				: this.identifier.identify(asked.ofLetters() ? latin(cryptogram.text()) : cryptogram.text());
		Map<String, Double> weighted = new LinkedHashMap<>();
		types.forEach((type, probability) -> weighted.put(type, probability * usual(type)));
		if (cryptogram.isDecoded()) {
			double plain = DECODED_PLAINTEXT * weighted.getOrDefault(TypeClass.RANDOM, 0.0);
			weighted.merge(TypeClass.PLAINTEXT, plain, Double::sum);
			weighted.merge(TypeClass.RANDOM, -plain, Double::sum);
		}
		asUsual(weighted);
		double all = weighted.values().stream().mapToDouble(Double::doubleValue).sum();
		if (!asked.ofLetters()) {
			// whatever the signs are, each may stand for a letter
			weighted.merge(HOMOPHONIC, all / 3, Double::sum);
			all += all / 3;
		}
		double whole = all;
		weighted.forEach((type, weight) -> prior.merge(type, (1 - chained) * weight / whole, Double::sum));
		return prior;
	}

	private static double usual(String type) {
		return USUAL.getOrDefault(type, 1.0);
	}

	/**
	 * That letters only changed their places is easily seen, and how they did with other
	 * keys than those that types were learned with is not: a share of it goes by how
	 * often people bring each type.
	 * @param weighted changed in place
	 */
	private static void asUsual(Map<String, Double> weighted) {
		List<String> types = weighted.keySet()
			.stream()
			.filter((type) -> TypeClass.transposes(type) && weighted.getOrDefault(type, 0.0) > 0)
			.toList();
		double probability = types.stream().mapToDouble(weighted::get).sum();
		double usual = types.stream().mapToDouble(TypeEstimate::usual).sum();
		types.forEach((type) -> weighted.compute(type,
				(name, was) -> (1 - AS_USUAL) * was + AS_USUAL * probability * usual(name) / usual));
	}

	/** Letters beyond A to Z most often stand as they were. */
	private static String latin(String text) {
		return text.codePoints()
			.filter((codePoint) -> !Character.isLetter(codePoint) || Alphabet.LATIN26.indexOf(codePoint) >= 0)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/** The statistics of other alphabets than that which types were learned with. */
	private Map<String, Double> byLetters(Cryptogram cryptogram, Language language) {
		Ciphertext letters = Readings.letters(cryptogram.text(), language.alphabet());
		return (letters != null) ? this.identifier.identify(letters, language) : Map.of(TypeClass.RANDOM, 1.0);
	}

	/** The types to look for in one of the texts. */
	Asked asked(int cryptogram) {
		return this.guesses.get(cryptogram).asked();
	}

	/** The types before anything was tried, the likeliest first. */
	List<Solution.Type> before() {
		return list(this.prior, Map.of());
	}

	/**
	 * How likely one of the texts is the one to decipher, and of one of some types; the
	 * first one's shares are its probabilities.
	 */
	double probability(int cryptogram, Collection<String> types) {
		Guess guess = this.guesses.get(cryptogram);
		return guess.share() * types.stream()
			.map(TypeClass::of)
			.distinct()
			.mapToDouble((one) -> guess.types().getOrDefault(one, 0.0))
			.sum();
	}

	/** How likely one of the texts is of a cipher's type, before any was read. */
	double probability(Cryptogram cryptogram, Cipher cipher) {
		Guess guess = this.guesses.get(this.cryptograms.indexOf(cryptogram));
		String type = (this.named != null) ? cipher.type() : typeOf(cipher);
		return guess.types().getOrDefault(TypeClass.of(type), 0.0);
	}

	/** How likely one of the texts is the one to decipher, beside the first one. */
	double share(Cryptogram cryptogram) {
		return this.guesses.get(this.cryptograms.indexOf(cryptogram)).share();
	}

	private static String typeOf(Cipher cipher) {
		return Solver.isIdentity(cipher) ? TypeClass.PLAINTEXT : cipher.type();
	}

	/** An attack had its time; a special case of a class says nothing of its class. */
	void tried(Collection<String> types, double power) {
		types.stream()
			.filter((type) -> this.named != null || TypeClass.of(type).equals(type))
			.forEach((type) -> this.tried.merge(TypeClass.of(type), power, Math::max));
	}

	/** The types after all, the likeliest first. */
	List<Solution.Type> after(List<Solver.Ranked> ranked, double[] confidences) {
		Map<String, Double> posterior = new LinkedHashMap<>(this.prior);
		posterior
			.replaceAll((one, probability) -> probability * (1 - this.tried.getOrDefault(one, 0.0) * MOST_RULED_OUT));
		double sum = posterior.values().stream().mapToDouble(Double::doubleValue).sum();
		double found = Math.min(1, DoubleStream.of(confidences).sum());
		posterior.replaceAll((one, probability) -> (1 - found) * probability / sum);
		Map<String, String> names = new HashMap<>();
		if (this.named != null) {
			this.named.forEach((type) -> names.putIfAbsent(TypeClass.of(type), type));
		}
		for (int i = 0; i < confidences.length; i++) {
			String type = typeOf(ranked.get(i).candidate().cipher());
			posterior.merge(TypeClass.of(type), confidences[i], Double::sum);
			if (confidences[i] >= LIKELY) {
				names.put(TypeClass.of(type), type);
			}
		}
		return list(posterior, names);
	}

	/**
	 * A list for the answer.
	 * @param names those of classes that have another one there
	 */
	private static List<Solution.Type> list(Map<String, Double> probabilities, Map<String, String> names) {
		return probabilities.entrySet()
			.stream()
			.map((entry) -> new Solution.Type(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
			.filter((type) -> type.probability() >= LEAST_PROBABILITY)
			.sorted(Comparator.comparingDouble(Solution.Type::probability).reversed())
			.toList();
	}

}
