package dev.decipher.training;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.cipher.Cipher;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.network.NetworkConfig;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Makes a plan of a request: looks for everything that can't work, fills in what the
 * recipe chooses, and draws the key and the seed where they are left to chance.
 */
@Component
class Planner {

	private final ModelRegistry models;

	private final TrainingMemory memory;

	private final JsonMapper json;

	private final RandomGenerator seeds;

	private final TemporaryFiles files;

	Planner(ModelRegistry models, TrainingMemory memory, JsonMapper json, RandomGenerator seeds, TemporaryFiles files) {
		this.models = models;
		this.memory = memory;
		this.json = json;
		this.seeds = seeds;
		this.files = files;
	}

	/**
	 * A plan with what belongs to it but is too large for a job's request.
	 *
	 * @param pairs the pairs as a job stores them, or null for a cipher
	 */
	record Planned(TrainingPlan plan, @Nullable EncodedPairs pairs) implements Closeable {

		@Override
		public void close() throws IOException {
			if (this.pairs != null) {
				this.pairs.close();
			}
		}

	}

	/**
	 * Plans.
	 * @param upload pairs that came beside the request, or null
	 * @throws InvalidInput with a pointer to each place of the request that can't work
	 */
	Planned plan(TrainRequest request, @Nullable PairSource upload) throws IOException {
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		long seed = Recipe.or(training.seed(), (long) this.seeds.nextInt(Integer.MAX_VALUE));
		ModelVersion from = (request.from() == null) ? null
				: this.models.find(request.from().model(), request.from().version());
		TrainRequest.Data data = Recipe.or(request.data(), TrainRequest.Data.EMPTY);
		if (upload != null) {
			requireAbsent("/data/pairs", data.pairs(), "must be left out, since the pairs are in a part of their own");
		}
		PairSource source = (data.pairs() != null) ? PairSource.of(data.pairs()) : upload;
		if ((data.cipher() == null) == (source == null)) {
			throw InvalidInput.at("/data", "must have either cipher or pairs");
		}
		if (data.ciphertext() != null && data.ciphertext().tokens() != null) {
			throw InvalidInput.at("/data/ciphertext/tokens", "is not supported yet");
		}
		if (source == null) {
			return new Planned(plan(request, from, seed, planCipher(data, data.cipher(), from, seed), null), null);
		}
		KnownPairs.Alphabets alphabets = alphabetsOfPairs(data, source, from);
		EncodedPairs pairs = under("/data/pairs", () -> EncodedPairs.of(source, alphabets, this.files));
		try {
			return new Planned(plan(request, from, seed, planPairs(data, alphabets, pairs), pairs), pairs);
		}
		catch (RuntimeException ex) {
			pairs.close();
			throw ex;
		}
	}

	private TrainingPlan plan(TrainRequest request, @Nullable ModelVersion from, long seed, TrainingPlan.Data planned,
			@Nullable EncodedPairs pairs) {
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		NetworkConfig network = (from != null) ? sameNetwork(request.network(), from) : newNetwork(request.network());
		if (from != null) {
			requireSameAlphabets(planned, from);
		}
		TrainingPlan.Settings settings = Recipe.settings(training, network, (pairs != null) ? pairs.count() : 0, seed);
		this.memory.require(network, planned.ciphertextAlphabet().size(), planned.alphabet().size(),
				(long) settings.batchSize() * ((pairs != null) ? pairs.longest() : planned.messageLength()));
		return new TrainingPlan(request.model(), planned, network, settings, request.from());
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
		Cipher drawn = InvalidInput.under("/data/cipher", () -> {
			Cipher withKey = cipher.withKeyDrawn(alphabet, new SplittableRandom(seed));
			withKey.over(alphabet);
			return withKey;
		});
		return new TrainingPlan.Data(drawn, null, alphabet, null,
				Recipe.or(data.messageLength(), Recipe.MESSAGE_LENGTH), null);
	}

	private static void requireAbsent(String pointer, @Nullable Object value, String reason) {
		if (value != null) {
			throw InvalidInput.at(pointer, reason);
		}
	}

	private static KnownPairs.Alphabets alphabetsOfPairs(TrainRequest.Data data, PairSource source,
			@Nullable ModelVersion from) throws IOException {
		requireAbsent("/data/messageLength", data.messageLength(),
				"goes with a cipher; pairs have lengths of their own");
		Alphabet ciphertext = (data.ciphertext() != null) ? data.ciphertext().alphabet() : null;
		if (data.alphabet() != null) {
			return new KnownPairs.Alphabets(data.alphabet(), Recipe.or(ciphertext, data.alphabet()));
		}
		if (from != null) {
			return new KnownPairs.Alphabets(from.details().alphabet(),
					Recipe.or(ciphertext, from.details().ciphertextAlphabet()));
		}
		KnownPairs.Alphabets derived = under("/data/pairs", () -> EncodedPairs.alphabetsOf(source));
		return new KnownPairs.Alphabets(derived.plaintext(), Recipe.or(ciphertext, derived.ciphertext()));
	}

	/** Looks at pairs, which may be in a file. */
	private interface Look<T> {

		T at() throws IOException;

	}

	private static <T> T under(String prefix, Look<T> look) throws IOException {
		try {
			return look.at();
		}
		catch (InvalidInput ex) {
			throw ex.under(prefix);
		}
	}

	private static TrainingPlan.Data planPairs(TrainRequest.Data data, KnownPairs.Alphabets alphabets,
			EncodedPairs pairs) {
		TrainingPlan.Ciphertext ciphertext = alphabets.ciphertext().equals(alphabets.plaintext()) ? null
				: new TrainingPlan.Ciphertext(alphabets.ciphertext());
		return new TrainingPlan.Data(null, new TrainingPlan.Pairs(pairs.count(), pairs.sha256()), alphabets.plaintext(),
				ciphertext, null, Recipe.or(data.validationFraction(), Recipe.VALIDATION_FRACTION));
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

	private static void requireSameAlphabets(TrainingPlan.Data data, ModelVersion from) {
		if (!data.alphabet().equals(from.details().alphabet())) {
			throw InvalidInput.at("/data/alphabet", "must be the one of " + from.id());
		}
		if (!Objects.equals(data.ciphertextAlphabet(), from.details().ciphertextAlphabet())) {
			throw InvalidInput.at("/data/ciphertext", "must be the one of " + from.id());
		}
	}

	/**
	 * What a plan trains on.
	 * @param stored the pairs as they were stored
	 */
	TrainingData data(TrainingPlan plan, InputStream stored) throws IOException {
		TrainingPlan.Data data = plan.data();
		long seed = plan.training().seed();
		if (data.cipher() != null) {
			return new CipherData(data.cipher().over(data.alphabet()), data.alphabet(), data.messageLength(), seed);
		}
		KnownPairs.Alphabets alphabets = new KnownPairs.Alphabets(data.alphabet(), data.ciphertextAlphabet());
		return PairData.of(PairFormat.upgraded(stored, alphabets, this.json), alphabets, data.validationFraction(),
				seed, this.files);
	}

}
