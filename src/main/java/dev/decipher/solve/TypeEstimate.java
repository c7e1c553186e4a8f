package dev.decipher.solve;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeIdentifier;
import dev.decipher.solve.rank.DescriptionLength;
import org.jspecify.annotations.Nullable;

/**
 * How likely each class of types is for one text: by its statistics, less what was looked
 * for and not found, and then by what was found.
 */
final class TypeEstimate {

	/** A reading as likely names its class of types. */
	static final double LIKELY = 0.5;

	/** No type that is less likely is shown. */
	private static final double LEAST_PROBABILITY = 1e-4;

	/**
	 * How likely it is that a text whose cipher is named, or that is made of symbols,
	 * can't be read at all.
	 */
	private static final double UNREADABLE = 0.2;

	/** What reading a text as it stands finds out, if it is plaintext. */
	private static final double PLAINTEXT_POWER = 0.99;

	/** The most that an attack without a find can rule out. */
	private static final double MOST_RULED_OUT = 0.98;

	private final @Nullable String named;

	private final Map<String, Double> prior;

	/** The power of what was tried, by the name of the class of types. */
	private final Map<String, Double> tried = new HashMap<>(Map.of(TypeClass.PLAINTEXT, PLAINTEXT_POWER));

	/**
	 * The estimate before anything was tried.
	 * @param named the type that was named, or null
	 */
	TypeEstimate(@Nullable String named, Cryptogram cryptogram, Language language, TypeIdentifier identifier) {
		this.named = named;
		String certain = cryptogram.isOfSymbols() ? Cryptogram.HOMOPHONIC : named;
		this.prior = (certain == null) ? identifier.identify(cryptogram.ciphertext(), language)
				: Map.of(TypeClass.of(certain), 1 - UNREADABLE, TypeClass.RANDOM, UNREADABLE);
	}

	/** The probability that a text is of one of some types. */
	double probability(Collection<String> types) {
		return types.stream()
			.map(TypeClass::of)
			.distinct()
			.mapToDouble((one) -> this.prior.getOrDefault(one, 0.0))
			.sum();
	}

	/** An attack had its time; a special case of a class says nothing of its class. */
	void tried(Collection<String> types, double power) {
		types.stream()
			.filter((type) -> this.named != null || TypeClass.of(type).equals(type))
			.forEach((type) -> this.tried.put(TypeClass.of(type), power));
	}

	/** The types after all, the likeliest first. */
	List<Solution.Type> after(List<DescriptionLength.Scored> ranked, double[] confidences) {
		Map<String, Double> posterior = new LinkedHashMap<>(this.prior);
		posterior
			.replaceAll((one, probability) -> probability * (1 - this.tried.getOrDefault(one, 0.0) * MOST_RULED_OUT));
		double sum = posterior.values().stream().mapToDouble(Double::doubleValue).sum();
		double found = Math.min(1, DoubleStream.of(confidences).sum());
		posterior.replaceAll((one, probability) -> (1 - found) * probability / sum);
		Map<String, String> names = new HashMap<>();
		if (this.named != null) {
			names.put(TypeClass.of(this.named), this.named);
		}
		for (int i = 0; i < confidences.length; i++) {
			Cipher cipher = ranked.get(i).candidate().cipher();
			String type = Solver.isIdentity(cipher) ? TypeClass.PLAINTEXT : cipher.type();
			posterior.merge(TypeClass.of(type), confidences[i], Double::sum);
			if (confidences[i] >= LIKELY) {
				names.put(TypeClass.of(type), type);
			}
		}
		return posterior.entrySet()
			.stream()
			.map((entry) -> new Solution.Type(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
			.filter((type) -> type.probability() >= LEAST_PROBABILITY)
			.sorted(Comparator.comparingDouble(Solution.Type::probability).reversed())
			.toList();
	}

}
