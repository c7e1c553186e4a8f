package dev.decipher.decrypt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.Message;
import dev.decipher.model.LoadedModel;
import dev.decipher.model.ModelRegistry;
import dev.decipher.network.Prediction;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Outcome;
import dev.decipher.problem.Problem;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Decrypts texts: each becomes symbols by the version's format, the network decrypts
 * these, and they become a text again in the places of the first.
 */
@Service
class Decrypter {

	/**
	 * Messages and blocks to decrypt at a time: what is made of a short one has more
	 * around it than in it.
	 */
	private static final int MAX_INPUTS_AT_A_TIME = 100_000;

	/** Texts that are worth another thread. */
	private static final int MIN_PARALLEL_TEXTS = 256;

	private final ModelRegistry models;

	private final DecryptProperties limits;

	private final DecryptMetrics metrics;

	Decrypter(ModelRegistry models, DecryptProperties limits, DecryptMetrics metrics) {
		this.models = models;
		this.limits = limits;
		this.metrics = metrics;
	}

	/**
	 * How to decrypt.
	 *
	 * @param model its name, or null for the default one
	 * @param version its number, or null for the active one
	 * @param alternatives how many more symbols to give for each position
	 * @param lineBreaksPass whether CR and LF pass through in every alphabet
	 */
	record Options(@Nullable String model, @Nullable Integer version, int alternatives, boolean lineBreaksPass) {
	}

	/**
	 * Decrypts one text.
	 * @throws InvalidInput with an empty pointer for a text that is no text
	 * @throws Problem 404, 413 or 503
	 */
	Decryption decrypt(String text, Options options) {
		return timed(options, (model) -> {
			this.limits.requireMessage(text);
			return decrypt(model, List.of(model.format().read(text, options.lineBreaksPass())), options).get(0);
		});
	}

	/**
	 * Decrypts several texts with one version.
	 * @throws InvalidInput with pointers relative to the list
	 * @throws Problem 404, 413 or 503
	 */
	Batch decrypt(List<String> texts, Options options) {
		return timed(options, (model) -> {
			this.limits.requireBatch(texts);
			return new Batch(model.id().model(), model.id().version(),
					decrypt(model, read(texts, model.format()), options));
		});
	}

	private static List<CiphertextFormat.Reading> read(List<String> texts, CiphertextFormat format) {
		IntFunction<CiphertextFormat.Reading> reading = (i) -> {
			try {
				return format.read(texts.get(i));
			}
			catch (InvalidInput ex) {
				throw ex.under("/" + i);
			}
		};
		try {
			return all(texts.size(), reading);
		}
		catch (InvalidInput ex) {
			// of several that are wrong, the first is told of
			return IntStream.range(0, texts.size()).mapToObj(reading).toList();
		}
	}

	/** Makes many of something, by several threads if it is worth while. */
	private static <T> List<T> all(int count, IntFunction<T> maker) {
		if (count == 1) {
			return List.of(maker.apply(0));
		}
		IntStream all = IntStream.range(0, count);
		return ((count >= MIN_PARALLEL_TEXTS) ? all.parallel() : all).mapToObj(maker).toList();
	}

	/**
	 * Decrypts texts in pieces of any number, all with the version that was asked for at
	 * the beginning. What is wrong with one is told in its place.
	 * @param work is called with what decrypts a piece
	 * @throws Problem 404 or 503
	 * @throws IOException what the work throws
	 */
	void decryptInPieces(Options options, Pieces work) throws IOException {
		timed(options, (Work<Boolean, IOException>) (model) -> {
			work.with((items) -> decrypt(model, options, items));
			return true;
		});
	}

	/** Brings texts piece by piece. */
	interface Pieces {

		void with(Function<List<TextStream.Item>, List<TextStream.Item>> decrypt) throws IOException;

	}

	private List<TextStream.Item> decrypt(LoadedModel model, Options options, List<TextStream.Item> items) {
		List<TextStream.Item> results = new ArrayList<>(items);
		List<CiphertextFormat.Reading> readings = new ArrayList<>(items.size());
		int[] places = new int[items.size()];
		for (int i = 0; i < places.length; i++) {
			String text = items.get(i).text();
			try {
				if (text != null) {
					this.limits.requireMessage(text);
					CiphertextFormat.Reading reading = model.format().read(text);
					DecryptProperties.requireReadable(model, reading.inputs());
					places[readings.size()] = i;
					readings.add(reading);
				}
			}
			catch (InvalidInput ex) {
				results.set(i, TextStream.Item.failed(ex));
			}
			catch (Problem ex) {
				results.set(i, TextStream.Item.failed(ex));
			}
		}
		List<Decryption> decryptions = decrypt(model, readings, options);
		for (int i = 0; i < decryptions.size(); i++) {
			Decryption decryption = decryptions.get(i);
			results.set(places[i], new TextStream.Item(decryption.text(), decryption.confidence(), null));
		}
		return results;
	}

	/** The decrypted texts, in order, and the version that decrypted them. */
	record Batch(String model, int version, List<Decryption> results) {
	}

	private List<Decryption> decrypt(LoadedModel model, List<CiphertextFormat.Reading> readings, Options options) {
		long symbols = 0;
		for (CiphertextFormat.Reading reading : readings) {
			DecryptProperties.requireReadable(model, reading.inputs());
			symbols += reading.body().length();
		}
		int alternatives = Math.min(options.alternatives(), model.plaintextAlphabet().size() - 1);
		DecryptProperties.requireAtMost(this.limits.maxAlternatives(), alternatives * symbols,
				"alternatives in an answer");
		List<Decryption> decryptions = new ArrayList<>(readings.size());
		int from = 0;
		while (from < readings.size()) {
			int to = from;
			int inputs = 0;
			do {
				inputs += readings.get(to++).inputs().length;
			}
			while (to < readings.size() && inputs < MAX_INPUTS_AT_A_TIME);
			decryptSlice(model, readings.subList(from, to), alternatives, options, decryptions);
			from = to;
		}
		this.metrics.decrypted(model.id().model(), symbols);
		return decryptions;
	}

	private void decryptSlice(LoadedModel model, List<CiphertextFormat.Reading> readings, int alternatives,
			Options options, List<Decryption> decryptions) {
		NetworkInputs inputs = NetworkInputs.of(readings);
		PassMeters passes = this.metrics.passes();
		Prediction[] predictions = this.limits.batching()
				? model.network().predictWithOthers(inputs.symbols(), inputs.prefixLengths(), alternatives, passes)
				: model.network().predict(inputs.symbols(), inputs.prefixLengths(), alternatives, passes);
		int[] first = new int[readings.size() + 1]; // of each message's predictions
		for (int i = 0; i < readings.size(); i++) {
			first[i + 1] = first[i] + readings.get(i).inputs().length;
		}
		decryptions.addAll(all(readings.size(), (i) -> decryption(model, readings.get(i).body(),
				Arrays.copyOfRange(predictions, first[i], first[i + 1]), alternatives, options)));
	}

	private static Decryption decryption(LoadedModel model, Message message, Prediction[] predictions, int alternatives,
			Options options) {
		Alphabet alphabet = model.plaintextAlphabet();
		Prediction prediction = joined(predictions, message.length(), alternatives);
		return new Decryption(message.write(prediction.symbols(), alphabet), model.id().model(), model.id().version(),
				null, (message.length() > 0) ? (float) prediction.confidence() : null,
				(options.alternatives() > 0) ? Decryption.symbols(message, prediction, alphabet) : null, null);
	}

	/** The prediction for a message that is read in blocks, or has none at all. */
	private static Prediction joined(Prediction[] blocks, int length, int count) {
		if (blocks.length == 1) {
			return blocks[0];
		}
		Prediction whole = new Prediction(new int[length], new float[length], new short[length * count],
				new float[length * count], count);
		int position = 0;
		for (Prediction block : blocks) {
			int size = block.symbols().length;
			System.arraycopy(block.symbols(), 0, whole.symbols(), position, size);
			System.arraycopy(block.confidences(), 0, whole.confidences(), position, size);
			System.arraycopy(block.alternatives(), 0, whole.alternatives(), position * count, size * count);
			System.arraycopy(block.alternativeConfidences(), 0, whole.alternativeConfidences(), position * count,
					size * count);
			position += size;
		}
		return whole;
	}

	private interface Work<T, X extends Exception> {

		T with(LoadedModel model) throws X;

	}

	private <T, X extends Exception> T timed(Options options, Work<T, X> work) throws X {
		Timer.Sample sample = this.metrics.start();
		String name = null; // no tag for unknown ones: there may be any number of them
		Outcome outcome = Outcome.SERVER_ERROR;
		try (LoadedModel model = this.models.borrow(options.model(), options.version())) {
			name = model.id().model();
			T result = work.with(model);
			outcome = Outcome.SUCCESS;
			return result;
		}
		catch (RuntimeException ex) {
			outcome = Outcome.of(ex);
			throw ex;
		}
		finally {
			sample.stop(this.metrics.requests(name, outcome));
		}
	}

}
