package dev.decipher.training;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.alphabet.Layout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Cipher;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.network.NetworkConfig;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Makes a plan of a request: looks for everything that can't work, fills in what the
 * recipe chooses, and draws the key and the seed where they are left to chance.
 */
@Component
class Planner {

	/**
	 * Characters of all pairs: what is made of one takes some 10 bytes while it is read.
	 */
	private static final int MAX_CHARACTERS = 20_000_000;

	private final ModelRegistry models;

	private final TrainingMemory memory;

	private final JsonMapper json;

	private final RandomGenerator seeds;

	Planner(ModelRegistry models, TrainingMemory memory, JsonMapper json, RandomGenerator seeds) {
		this.models = models;
		this.memory = memory;
		this.json = json;
		this.seeds = seeds;
	}

	/**
	 * A plan with what belongs to it but is too large for a job's request.
	 *
	 * @param pairs the pairs as JSON, or null for a cipher
	 */
	record Planned(TrainingPlan plan, byte @Nullable [] pairs) {
	}

	/**
	 * Plans.
	 * @throws InvalidInput with a pointer to each place of the request that can't work
	 */
	Planned plan(TrainRequest request) {
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		long seed = Recipe.or(training.seed(), (long) this.seeds.nextInt(Integer.MAX_VALUE));
		ModelVersion from = (request.from() == null) ? null
				: this.models.find(request.from().model(), request.from().version());
		TrainRequest.Data data = request.data();
		if ((data.cipher() == null) == (data.pairs() == null)) {
			throw InvalidInput.at("/data", "must have either cipher or pairs");
		}
		if (data.ciphertext() != null && data.ciphertext().tokens() != null) {
			throw InvalidInput.at("/data/ciphertext/tokens", "is not supported yet");
		}
		KnownPairs pairs = null;
		byte[] stored = null;
		TrainingPlan.Data planned;
		if (data.cipher() != null) {
			planned = planCipher(data, data.cipher(), from, seed);
		}
		else {
			KnownPairs.Alphabets alphabets = alphabetsOfPairs(data, from);
			pairs = readPairs(data.pairs(), alphabets);
			stored = this.json.writeValueAsBytes(data.pairs());
			planned = planPairs(data, alphabets, stored);
		}
		NetworkConfig network = (from != null) ? sameNetwork(request.network(), from) : newNetwork(request.network());
		if (from != null) {
			requireSameFormat(planned, from);
		}
		TrainingPlan.Settings settings = Recipe.settings(training, network, (pairs != null) ? pairs.size() : 0, seed);
		this.memory.require(network, planned.format().size(), planned.alphabet().size(),
				(long) settings.batchSize() * longest(planned, pairs));
		return new Planned(new TrainingPlan(request.model(), planned, network, settings, request.from()), stored);
	}

	private static TrainingPlan.Data planCipher(TrainRequest.Data data, Cipher cipher, @Nullable ModelVersion from,
			long seed) {
		requireAbsent("/data/ciphertext", data.ciphertext(), "goes with pairs; a cipher decides on its ciphertext");
		requireAbsent("/data/validationFraction", data.validationFraction(),
				"goes with pairs; for a cipher fresh messages are made");
		Alphabet usual = (from != null) ? from.details().alphabet() : cipher.defaultAlphabet();
		Alphabet alphabet = Recipe.or(data.alphabet(), usual);
		InvalidInput.under("/data/alphabet", () -> {
			cipher.requireAlphabet(alphabet);
			return alphabet;
		});
		Cipher drawn = InvalidInput.under("/data/cipher",
				() -> cipher.withKeyDrawn(alphabet, new SplittableRandom(seed)));
		int length = messageLength(data.messageLength(), drawn.block(), from);
		int made = InvalidInput.under("/data/cipher", () -> {
			drawn.ciphertextSymbols(alphabet); // has its say before the format has
			SplittableRandom random = new SplittableRandom(seed);
			return CipherData.Keyed.of(drawn, alphabet).apply(random).cipher().draw(length, random).length;
		});
		if (drawn.block() != null && made != length) {
			throw InvalidInput.at("/data/cipher/block",
					"must be a length that this key fills, such as " + made + ", not " + length);
		}
		TrainingPlan.Data planned = new TrainingPlan.Data(drawn, null, alphabet, null, made, null);
		InvalidInput.under("/data/alphabet", planned::format);
		return planned;
	}

	/**
	 * The length of messages to train on.
	 * @param block of the cipher, if its messages are taken apart: each block is a
	 * message for the network
	 */
	static int messageLength(@Nullable Integer asked, @Nullable Integer block, @Nullable ModelVersion from) {
		if (block != null) {
			if (asked != null && !asked.equals(block)) {
				throw InvalidInput.at("/data/messageLength",
						"must be left out or " + block + ": each block of the cipher is a message by itself");
			}
			return block;
		}
		Integer before = (from != null) ? from.details().format().layout().length() : null;
		return Recipe.or(asked, Recipe.or(before, Recipe.MESSAGE_LENGTH));
	}

	private static void requireAbsent(String pointer, @Nullable Object value, String reason) {
		if (value != null) {
			throw InvalidInput.at(pointer, reason);
		}
	}

	private static KnownPairs.Alphabets alphabetsOfPairs(TrainRequest.Data data, @Nullable ModelVersion from) {
		requireAbsent("/data/messageLength", data.messageLength(),
				"goes with a cipher; pairs have lengths of their own");
		if (data.pairs().size() < 2) {
			throw InvalidInput.at("/data/pairs", "must hold at least two pairs");
		}
		long characters = data.pairs()
			.stream()
			.mapToLong((pair) -> pair.ciphertext().length() + pair.plaintext().length())
			.sum();
		if (characters > MAX_CHARACTERS) {
			throw Problem
				.tooLarge("%,d characters of pairs, and at most %,d are taken".formatted(characters, MAX_CHARACTERS));
		}
		Symbols ciphertext = (data.ciphertext() != null) ? data.ciphertext().alphabet() : null;
		if (data.alphabet() != null) {
			return new KnownPairs.Alphabets(data.alphabet(), Recipe.or(ciphertext, data.alphabet()));
		}
		if (from != null) {
			return new KnownPairs.Alphabets(from.details().alphabet(),
					Recipe.or(ciphertext, from.details().ciphertextAlphabet()));
		}
		KnownPairs.Alphabets derived = InvalidInput.under("/data/pairs",
				() -> KnownPairs.alphabetsOf(ciphertexts(data.pairs()), plaintexts(data.pairs())));
		return new KnownPairs.Alphabets(derived.plaintext(), Recipe.or(ciphertext, derived.ciphertext()));
	}

	private static KnownPairs readPairs(List<TrainRequest.Pair> pairs, KnownPairs.Alphabets alphabets) {
		return InvalidInput.under("/data/pairs", () -> {
			KnownPairs read = KnownPairs.read(ciphertexts(pairs), plaintexts(pairs), alphabets);
			PairData.requireTwoMessages(read);
			return read;
		});
	}

	private static List<String> ciphertexts(List<TrainRequest.Pair> pairs) {
		return pairs.stream().map(TrainRequest.Pair::ciphertext).toList();
	}

	private static List<String> plaintexts(List<TrainRequest.Pair> pairs) {
		return pairs.stream().map(TrainRequest.Pair::plaintext).toList();
	}

	private static TrainingPlan.Data planPairs(TrainRequest.Data data, KnownPairs.Alphabets alphabets, byte[] stored) {
		TrainingPlan.Ciphertext ciphertext = alphabets.ciphertext().equals(alphabets.plaintext()) ? null
				: new TrainingPlan.Ciphertext(alphabets.ciphertext());
		return new TrainingPlan.Data(null, new TrainingPlan.Pairs(data.pairs().size(), sha256(stored)),
				alphabets.plaintext(), ciphertext, null,
				Recipe.or(data.validationFraction(), Recipe.VALIDATION_FRACTION));
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	private static NetworkConfig newNetwork(TrainRequest.@Nullable Network asked) {
		try {
			return Recipe.network(Recipe.or(asked, TrainRequest.Network.EMPTY));
		}
		catch (IllegalArgumentException ex) { // each size alone is checked before
			throw InvalidInput.at("/network/feedback", ex.getMessage());
		}
	}

	private NetworkConfig sameNetwork(TrainRequest.@Nullable Network asked, ModelVersion from) {
		NetworkConfig network = from.details().network();
		if (asked != null) {
			this.json.valueToTree(asked).properties().forEach((entry) -> {
				Object there = this.json.valueToTree(network).get(entry.getKey());
				if (!entry.getValue().isNull() && !entry.getValue().equals(there)) {
					throw InvalidInput.at("/network/" + entry.getKey(),
							"must be left out or " + there + ", as " + from.id() + " has it");
				}
			});
		}
		return network;
	}

	private static void requireSameFormat(TrainingPlan.Data data, ModelVersion from) {
		if (!data.alphabet().equals(from.details().alphabet())) {
			throw InvalidInput.at("/data/alphabet", "must be the one of " + from.id());
		}
		CiphertextFormat format = data.format();
		if (!format.symbols().equals(from.details().ciphertextAlphabet())) {
			throw InvalidInput.at((data.cipher() != null) ? "/data/cipher" : "/data/ciphertext",
					"must have the ciphertext symbols of " + from.id());
		}
		Layout before = from.details().format().layout();
		if (data.cipher() == null && !before.equals(Layout.FREE)) {
			throw InvalidInput.at("/data/pairs",
					"must be left out for a cipher: " + from.id() + " reads a key in front or a fixed length");
		}
		requireSameLayout(format.layout(), before, from.id());
	}

	static void requireSameLayout(Layout layout, Layout before, VersionId from) {
		Layout.KeyInFront key = before.key();
		if (!Objects.equals(layout.key(), key)) {
			throw InvalidInput.at("/data/cipher", (key != null)
					? "must have any key of %d to %d symbols, as %s has it".formatted(key.min(), key.max(), from)
					: "must have one key for all messages, as " + from + " has it");
		}
		if (!Objects.equals(layout.length(), before.length()) || !Objects.equals(layout.block(), before.block())) {
			boolean both = layout.length() != null && before.length() != null;
			String lengths = (before.length() != null) ? "of exactly " + before.length() + " symbols"
					: (before.block() != null) ? "of whole blocks of " + before.block() + " symbols" : "of any length";
			throw InvalidInput.at(both ? "/data/messageLength" : "/data/cipher",
					"must give messages " + lengths + ", which " + from + " reads");
		}
	}

	private static int longest(TrainingPlan.Data data, @Nullable KnownPairs pairs) {
		if (pairs == null) {
			return data.format().maxFront() + data.messageLength();
		}
		int longest = 0;
		for (int[] message : pairs.plaintexts()) {
			longest = Math.max(longest, message.length);
		}
		return longest;
	}

	/** What a plan trains on. */
	TrainingData data(TrainingPlan plan, byte[] stored) {
		TrainingPlan.Data data = plan.data();
		long seed = plan.training().seed();
		if (data.cipher() != null) {
			return new CipherData(CipherData.Keyed.of(data.cipher(), data.alphabet()), data.alphabet(), data.format(),
					data.messageLength(), seed);
		}
		KnownPairs.Alphabets alphabets = new KnownPairs.Alphabets(data.alphabet(), data.format().symbols());
		List<TrainRequest.Pair> pairs = List.of(this.json.readValue(stored, TrainRequest.Pair[].class));
		return new PairData(readPairs(pairs, alphabets), alphabets, data.validationFraction(), seed);
	}

}
