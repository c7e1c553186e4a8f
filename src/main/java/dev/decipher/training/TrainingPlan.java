package dev.decipher.training;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.network.NetworkConfig;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A request with everything in it that the recipe chose: what a job stores as its request
 * and runs by. The same plan gives the same weights.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingPlan(String model, Data data, NetworkConfig network, Settings training,
		TrainRequest.@Nullable From from) {

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(@Nullable Cipher cipher, @Nullable Pairs pairs, Alphabet alphabet, @Nullable Ciphertext ciphertext,
			@Nullable Integer messageLength, @Nullable Double validationFraction) {

		Alphabet ciphertextAlphabet() {
			return (this.ciphertext != null) ? this.ciphertext.alphabet() : this.alphabet;
		}

	}

	/** Stands for the pairs, which are stored beside the job. */
	record Pairs(int count, String sha256) {
	}

	record Ciphertext(Alphabet alphabet) {
	}

	record Settings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
			double targetAccuracy, long seed) {
	}

}
