package dev.decipher.training;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.network.NetworkConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request with everything in it that the recipe chose: what a job stores as its request
 * and runs by. The same plan gives the same weights.
 *
 * @param chooseNetwork true until the network is chosen, where nobody asked for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingPlan(String model, Data data, NetworkConfig network, Settings training, TrainRequest.@Nullable From from,
		@Nullable Boolean chooseNetwork) {

	/** Whether {@link #network} is but the plainest of those that are to be tried. */
	boolean mayChooseNetwork() {
		return Boolean.TRUE.equals(this.chooseNetwork);
	}

	/** The same plan with the network that was chosen, and how it is trained. */
	TrainingPlan with(NetworkConfig chosen, Settings settings) {
		return new TrainingPlan(this.model, this.data, chosen, settings, this.from, null);
	}

	/**
	 * What to learn from.
	 *
	 * @param layout what the ciphertexts of pairs are like beside their symbols, null
	 * where there is nothing to say; a cipher tells it by itself
	 * @param alphabet the plaintext's; of a corpus the letters
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(@Nullable Cipher cipher, @Nullable Pairs pairs, Alphabet alphabet, @Nullable Ciphertext ciphertext,
			@Nullable CiphertextLayout layout, @Nullable Integer messageLength, @Nullable Double validationFraction,
			@Nullable Corpus corpus) {

		/** Of a cipher or of pairs. */
		Data(@Nullable Cipher cipher, @Nullable Pairs pairs, Alphabet alphabet, @Nullable Ciphertext ciphertext,
				@Nullable CiphertextLayout layout, @Nullable Integer messageLength,
				@Nullable Double validationFraction) {
			this(cipher, pairs, alphabet, ciphertext, layout, messageLength, validationFraction, null);
		}

		/** How a ciphertext becomes what the network reads; not for a corpus. */
		CiphertextFormat format() {
			if (this.cipher == null) {
				return new CiphertextFormat((this.ciphertext != null) ? this.ciphertext.symbols() : this.alphabet,
						this.layout);
			}
			return new CiphertextFormat(this.cipher.ciphertextSymbols(this.alphabet),
					layout(this.cipher.anyKey(this.alphabet), this.cipher.transposes(), this.cipher.block(),
							this.messageLength));
		}

		/**
		 * What a cipher asks of a ciphertext.
		 * @param keys where each message has a key of its own
		 * @param block the length of the blocks of a transposition that has such
		 * @param messageLength what is trained on
		 */
		static CiphertextLayout layout(@Nullable AnyKey keys, boolean transposes, @Nullable Integer block,
				int messageLength) {
			CiphertextLayout.KeyPrefix key = (keys != null)
					? new CiphertextLayout.KeyPrefix(keys.alphabet(), keys.length().min(), keys.length().max()) : null;
			return new CiphertextLayout(key, (transposes && block == null) ? messageLength : null, block);
		}

	}

	/** Stands for the pairs, which are stored beside the job. */
	record Pairs(int count, String sha256) {
	}

	/**
	 * Stands for a text in a language, which is stored beside the job.
	 *
	 * @param count of its letters
	 * @param sha256 of the text as it came, in UTF-8
	 */
	record Corpus(long count, String sha256) {
	}

	/**
	 * The ciphertext's symbols where they differ from the plaintext's: in JSON
	 * <code>{"alphabet": …}</code>, or the tokens as they are.
	 */
	record Ciphertext(Symbols symbols) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Ciphertext fromJson(JsonNode json) {
			return new Ciphertext(Symbols.fromJson(json.has("alphabet") ? json.get("alphabet") : json));
		}

		@JsonValue
		Object toJson() {
			return (this.symbols instanceof Alphabet alphabet) ? Map.of("alphabet", alphabet) : this.symbols;
		}

	}

	/**
	 * How to train.
	 *
	 * @param curriculum true for messages that are easy at first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Settings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
			double targetAccuracy, long seed, @Nullable Boolean curriculum) {

		/** With all messages from the first. */
		Settings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
				double targetAccuracy, long seed) {
			this(learningRate, batchSize, examplesPerEpoch, maxEpochs, maxSeconds, targetAccuracy, seed, null);
		}

		/** With another learning rate, and another way of going through the messages. */
		Settings with(double rate, int examples, boolean easyAtFirst) {
			return new Settings(rate, this.batchSize, examples, this.maxEpochs, this.maxSeconds, this.targetAccuracy,
					this.seed, easyAtFirst ? true : null);
		}

		boolean hasCurriculum() {
			return Boolean.TRUE.equals(this.curriculum);
		}

	}

}
