package dev.decipher.decrypt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.alphabet.Message;
import dev.decipher.model.LoadedModel;
import dev.decipher.model.ModelRegistry;
import dev.decipher.network.Prediction;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Looks at how a version decrypts: how often it is right, what it takes for what, and
 * what goes on inside.
 */
@Service
class Examiner {

	private final ModelRegistry models;

	private final DecryptProperties limits;

	Examiner(ModelRegistry models, DecryptProperties limits) {
		this.models = models;
		this.limits = limits;
	}

	/**
	 * Decrypts the ciphertexts of pairs and compares with their plaintexts.
	 * @param ciphertexts at least one
	 * @param plaintexts as many
	 * @throws InvalidInput with pointers relative to the array of pairs
	 * @throws Problem 404, 413 or 503
	 */
	ModelEvaluation evaluate(String model, @Nullable Integer version, List<String> ciphertexts,
			List<String> plaintexts) {
		try (LoadedModel loaded = this.models.borrow(model, version)) {
			this.limits.requireBatch(ciphertexts);
			this.limits.requireBatch(plaintexts);
			if (ciphertexts.isEmpty()) {
				throw InvalidInput.at("", "must hold at least one pair");
			}
			KnownPairs pairs = KnownPairs.read(ciphertexts, plaintexts,
					new KnownPairs.Alphabets(loaded.plaintextAlphabet(), loaded.ciphertextAlphabet()));
			for (int[] message : pairs.ciphertexts()) {
				DecryptProperties.requireReadable(loaded, message.length);
			}
			Prediction[] predictions = loaded.network().predict(pairs.ciphertexts(), 0, (size) -> {
			});
			return compare(loaded, pairs.plaintexts(), predictions);
		}
	}

	private static ModelEvaluation compare(LoadedModel model, int[][] truth, Prediction[] predictions) {
		Alphabet alphabet = model.plaintextAlphabet();
		long[][] counts = new long[alphabet.size()][alphabet.size()];
		long symbols = 0;
		int exact = 0;
		for (int i = 0; i < truth.length; i++) {
			int[] predicted = predictions[i].symbols();
			for (int position = 0; position < predicted.length; position++) {
				counts[truth[i][position]][predicted[position]]++;
			}
			symbols += predicted.length;
			exact += Arrays.equals(truth[i], predicted) ? 1 : 0;
		}
		long right = IntStream.range(0, counts.length).mapToLong((symbol) -> counts[symbol][symbol]).sum();
		List<String> names = IntStream.range(0, alphabet.size()).mapToObj(alphabet::symbol).toList();
		return new ModelEvaluation(model.id().model(), model.id().version(), truth.length, symbols,
				(double) right / symbols, (double) (symbols - right) / symbols, (double) exact / truth.length,
				new ModelEvaluation.Confusion(names, names, counts));
	}

	/**
	 * The hidden states of the LSTM's top layer while it reads a text.
	 * @throws InvalidInput with an empty pointer for a text that is no text
	 * @throws Problem 404, 413 or 503
	 */
	Activations activations(String model, int version, String text) {
		try (LoadedModel loaded = this.models.borrow(model, version)) {
			this.limits.requireMessage(text);
			Message message = loaded.ciphertextAlphabet().read(text);
			DecryptProperties.requireReadable(loaded, message.length());
			int units = loaded.network().units();
			DecryptProperties.requireAtMost(this.limits.maxActivations(), (long) message.length() * units,
					"activations in an answer");
			return new Activations(message.length(), units, loaded.network().activations(message.symbols()));
		}
	}

}
