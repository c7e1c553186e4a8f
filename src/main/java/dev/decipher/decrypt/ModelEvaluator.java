package dev.decipher.decrypt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.model.LoadedModel;
import dev.decipher.model.ModelRegistry;
import dev.decipher.network.Prediction;
import dev.decipher.network.TrainedNetwork;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Looks at how a version decrypts: how often it is right, what it takes for what, and
 * what goes on inside.
 */
@Service
record ModelEvaluator(ModelRegistry models, DecryptProperties limits) {

	/** A client that sent wrong pairs wants to see a few faults, not thousands. */
	private static final int MAX_FAULTS = 20;

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
			List<KnownPairs.Match> pairs = read(loaded, ciphertexts, plaintexts);
			NetworkInputs inputs = NetworkInputs.of(pairs.stream().map(KnownPairs.Match::ciphertext).toList());
			DecryptProperties.requireReadable(loaded, inputs.symbols());
			return compare(loaded, pairs,
					loaded.network().predict(inputs.symbols(), inputs.prefixLengths(), 0, (size) -> {
					}));
		}
	}

	private static List<KnownPairs.Match> read(LoadedModel model, List<String> ciphertexts, List<String> plaintexts) {
		List<KnownPairs.Match> pairs = new ArrayList<>(ciphertexts.size());
		List<InvalidInput.Fault> faults = new ArrayList<>();
		for (int i = 0; i < ciphertexts.size() && faults.size() < MAX_FAULTS; i++) {
			try {
				pairs.add(KnownPairs.read(ciphertexts.get(i), plaintexts.get(i), model.plaintextAlphabet(),
						model.format()));
			}
			catch (InvalidInput ex) {
				faults.addAll(ex.under("/" + i).faults());
			}
		}
		if (!faults.isEmpty()) {
			throw new InvalidInput(faults);
		}
		return pairs;
	}

	private static ModelEvaluation compare(LoadedModel model, List<KnownPairs.Match> pairs, Prediction[] predictions) {
		Alphabet alphabet = model.plaintextAlphabet();
		long[][] counts = new long[alphabet.size()][alphabet.size()];
		long symbols = 0;
		int exact = 0;
		int next = 0;
		for (KnownPairs.Match pair : pairs) {
			int end = next + pair.ciphertext().inputs().length;
			int[] truth = pair.plaintext();
			int[] predicted = Arrays.stream(predictions, next, end)
				.flatMapToInt((prediction) -> Arrays.stream(prediction.symbols()))
				.toArray();
			next = end;
			for (int position = 0; position < predicted.length; position++) {
				counts[truth[position]][predicted[position]]++;
			}
			symbols += predicted.length;
			exact += Arrays.equals(truth, predicted) ? 1 : 0;
		}
		long right = IntStream.range(0, counts.length).mapToLong((symbol) -> counts[symbol][symbol]).sum();
		List<String> names = IntStream.range(0, alphabet.size()).mapToObj(alphabet::symbol).toList();
		return new ModelEvaluation(model.id().model(), model.id().version(), pairs.size(), symbols,
				(double) right / symbols, (double) (symbols - right) / symbols, (double) exact / pairs.size(),
				new ModelEvaluation.Confusion(names, names, counts));
	}

	/**
	 * The hidden states of the LSTM's top layer while it reads a text, a key prefix
	 * included, and where its attention looks.
	 * @throws InvalidInput with an empty pointer for a text that is no text, or one of
	 * several blocks
	 * @throws Problem 404, 413 or 503
	 */
	Activations activations(String model, @Nullable Integer version, String text) {
		try (LoadedModel loaded = this.models.borrow(model, version)) {
			this.limits.requireMessage(text);
			int[][] inputs = loaded.format().read(text).inputs();
			if (inputs.length > 1) {
				throw InvalidInput.at("", "has " + inputs.length + " blocks; the states of one block can be shown");
			}
			int[] input = (inputs.length == 1) ? inputs[0] : new int[0];
			DecryptProperties.requireReadable(loaded, input);
			TrainedNetwork network = loaded.network();
			int units = network.units();
			DecryptProperties.requireAtMost(this.limits.maxActivations(),
					(long) input.length * (units + network.attentionHeads()), "activations in an answer");
			TrainedNetwork.Inside inside = network.inside(input);
			return new Activations(input.length, units, inside.hidden(), inside.attention());
		}
	}

}
