package dev.decipher.training;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.job.JobData;
import dev.decipher.language.English;
import dev.decipher.language.Text;
import dev.decipher.language.Windows;
import dev.decipher.model.ModelKind;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
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

	private static final String NO_KEYS = "must be left out or false: it goes with a cipher of which each message has "
			+ "a key of its own";

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
	 * @param data pairs or a corpus as a job stores them, or null for a cipher
	 */
	record Planned(TrainingPlan plan, @Nullable JobData data) implements Closeable {

		@Override
		public void close() throws IOException {
			if (this.data instanceof Closeable closeable) {
				closeable.close();
			}
		}

	}

	/**
	 * Plans.
	 * @param upload pairs that came beside the request, or null
	 * @param corpus a text that came beside the request, or null
	 * @throws InvalidInput with a pointer to each place of the request that can't work
	 */
	Planned plan(TrainRequest request, @Nullable PairSource upload, PairFile.@Nullable Content corpus)
			throws IOException {
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		long seed = Recipe.or(training.seed(), (long) this.seeds.nextInt(Integer.MAX_VALUE));
		ModelVersion from = (request.from() == null) ? null
				: this.models.find(request.from().model(), request.from().version());
		TrainRequest.Data data = Recipe.or(request.data(), TrainRequest.Data.EMPTY);
		if (from != null && from.details().kind() == ModelKind.LANGUAGE) {
			throw InvalidInput.at("/from", "must be left out: " + from.id() + " is a language, which is learned anew");
		}
		if (corpus != null || data.corpus() != null) {
			return planCorpus(request, data, corpus, upload, seed);
		}
		this.models.requireKind(request.model(), ModelKind.CIPHER);
		if (upload != null) {
			requireAbsent("/data/pairs", data.pairs(), "must be left out, since the pairs are in a part of their own");
		}
		PairSource source = (data.pairs() != null) ? PairSource.of(data.pairs()) : upload;
		if ((data.cipher() == null) == (source == null)) {
			throw InvalidInput.at("/data", "must have exactly one of cipher, pairs and corpus");
		}
		if (source == null) {
			TrainingPlan.Data planned = planCipher(data, data.cipher(), from, seed);
			return new Planned(plan(request, from, seed, planned, null), null);
		}
		requireAbsent("/data/messageLength", data.messageLength(),
				"goes with a cipher; pairs have lengths of their own");
		PairTexts texts = PairTexts.of(data, source, from);
		EncodedPairs pairs = encoded(source, texts);
		try {
			return new Planned(plan(request, from, seed, planPairs(data, texts, pairs), pairs), pairs);
		}
		catch (RuntimeException ex) {
			pairs.close();
			throw ex;
		}
	}

	private Planned planCorpus(TrainRequest request, TrainRequest.Data data, PairFile.@Nullable Content upload,
			@Nullable PairSource pairs, long seed) throws IOException {
		if (upload != null) {
			requireAbsent("/data/corpus", data.corpus(), "must be left out, since the text is in a part of its own");
		}
		if (pairs != null || data.pairs() != null || data.cipher() != null) {
			throw InvalidInput.at("/data", "must have exactly one of cipher, pairs and corpus");
		}
		if (request.model().equals(ModelRegistry.DEFAULT_MODEL) || request.model().equals(English.NAME)) {
			throw InvalidInput.at("/model",
					"must be another: " + request.model() + " is the name of what the service has by itself");
		}
		this.models.requireKind(request.model(), ModelKind.LANGUAGE);
		requireAbsent("/from", request.from(), "must be left out: a language is learned anew");
		requireAbsent("/data/messageLength", data.messageLength(), "goes with a cipher");
		requireAbsent("/training/curriculum",
				(request.training() != null && Boolean.TRUE.equals(request.training().curriculum())) ? true : null,
				NO_KEYS);
		requireAbsent("/data/ciphertext", data.ciphertext(), "goes with pairs");
		if (Boolean.TRUE.equals(request.chooseNetwork())) {
			throw InvalidInput.at("/chooseNetwork", "must be left out or false for a corpus");
		}
		NetworkConfig network = languageNetwork(Recipe.or(request.network(), TrainRequest.Network.EMPTY));
		TrainingPlan.Settings settings = Recipe.language(Recipe.or(request.training(), TrainRequest.Training.EMPTY),
				seed);
		if (data.alphabet() != null
				&& (data.alphabet().indexOf(' ') >= 0 || data.alphabet().size() >= Text.MAX_LETTERS)) {
			throw InvalidInput.at("/data/alphabet",
					"must have the letters alone, fewer than %d, and not the space that parts words"
						.formatted(Text.MAX_LETTERS));
		}
		PairFile.Content content = (upload != null) ? upload
				: () -> new ByteArrayInputStream(data.corpus().getBytes(StandardCharsets.UTF_8));
		Corpus text;
		try {
			text = Corpus.of(content, data.alphabet());
		}
		catch (InvalidInput ex) {
			throw ex.under("/data/corpus");
		}
		this.memory.require(network, text.alphabet().size() + Windows.MORE_INPUTS,
				text.alphabet().size() + Windows.MORE_OUTPUTS, (long) settings.batchSize() * Windows.LENGTH);
		TrainingPlan.Data planned = new TrainingPlan.Data(null, null, text.alphabet(), null, null, null,
				Recipe.or(data.validationFraction(), Recipe.VALIDATION_FRACTION),
				new TrainingPlan.Corpus(text.letters(), text.sha256()));
		return new Planned(new TrainingPlan(request.model(), planned, network, settings, null, null), text);
	}

	private static NetworkConfig languageNetwork(TrainRequest.Network asked) {
		String reason = "must be left out or %s: a language is read symbol by symbol";
		requireAbsent("/network/bidirectional", Boolean.TRUE.equals(asked.bidirectional()) ? true : null,
				reason.formatted(false));
		requireAbsent("/network/feedback", Boolean.TRUE.equals(asked.feedback()) ? true : null,
				reason.formatted(false));
		requireNone("/network/attentionHeads", asked.attentionHeads(), reason);
		requireNone("/network/attentionReach", asked.attentionReach(), reason);
		requireNone("/network/period", asked.period(), reason);
		return Recipe.language(asked);
	}

	private static void requireNone(String pointer, @Nullable Integer number, String reason) {
		if (number != null && number != 0) {
			throw InvalidInput.at(pointer, reason.formatted(0));
		}
	}

	private EncodedPairs encoded(PairSource source, PairTexts texts) throws IOException {
		try {
			return EncodedPairs.of(source, texts, this.files);
		}
		catch (InvalidInput ex) {
			throw ex.under("/data/pairs");
		}
	}

	private TrainingPlan plan(TrainRequest request, @Nullable ModelVersion from, long seed, TrainingPlan.Data planned,
			@Nullable EncodedPairs pairs) {
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		NetworkConfig network = (from != null) ? sameNetwork(request.network(), from) : newNetwork(request.network());
		if (from != null) {
			requireSameFormat(planned, from);
		}
		TrainingPlan.Settings settings = Recipe.settings(training, network, (pairs != null) ? pairs.count() : 0, seed);
		int longest = (pairs != null) ? pairs.longest() : planned.format().maxPrefixLength() + planned.messageLength();
		if (settings.hasCurriculum() && (planned.cipher() == null || planned.format().layout().key() == null)) {
			throw InvalidInput.at("/training/curriculum", NO_KEYS);
		}
		this.memory.require(network, planned.format().size(), planned.alphabet().size(),
				positions(planned, settings, longest, settings.hasCurriculum()));
		if (from != null && Boolean.TRUE.equals(request.chooseNetwork())) {
			throw InvalidInput.at("/chooseNetwork", "must be left out or false: the network is that of " + from.id());
		}
		Boolean open = (from == null && Recipe.or(request.chooseNetwork(), Recipe.isOpen(request.network()))) ? true
				: null;
		return new TrainingPlan(request.model(), planned, network, settings, request.from(), open);
	}

	/** Whether there is memory for a network that a plan did not name. */
	boolean fits(TrainingPlan plan, NetworkConfig network, int longest, boolean curriculum) {
		return this.memory.fits(network, plan.data().format().size(), plan.data().alphabet().size(),
				positions(plan.data(), plan.training(), longest, curriculum));
	}

	/**
	 * The positions of a batch. Of short messages there are as many as long ones have
	 * symbols, each with its key.
	 */
	private static long positions(TrainingPlan.Data data, TrainingPlan.Settings settings, int longest,
			boolean curriculum) {
		return settings.batchSize()
				* (curriculum ? (data.format().maxPrefixLength() + 1L) * data.messageLength() : (long) longest);
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
		Made made = InvalidInput.under("/data/cipher", () -> {
			drawn.ciphertextSymbols(alphabet); // has its say before the format has
			SplittableRandom random = new SplittableRandom(seed);
			SymbolCipher symbolCipher = CipherData.Keyed.of(drawn, alphabet).apply(random).cipher();
			return new Made(symbolCipher.draw(length, random).length, symbolCipher.maxLength());
		});
		if (data.messageLength() != null && length > made.most()) {
			throw InvalidInput.at("/data/messageLength",
					"must be at most " + made.most() + ": the cipher's text is long enough for that");
		}
		if (drawn.block() != null && made.length() != length) {
			throw InvalidInput.at("/data/cipher/block",
					"must be a length that this key fills, such as " + made.length() + ", not " + length);
		}
		TrainingPlan.Data planned = new TrainingPlan.Data(drawn, null, alphabet, null, null, made.length(), null);
		InvalidInput.under("/data/alphabet", planned::format);
		return planned;
	}

	/**
	 * What a cipher makes of a length that was asked for.
	 *
	 * @param most symbols of the longest message that it can encipher
	 */
	private record Made(int length, int most) {
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

	private static TrainingPlan.Data planPairs(TrainRequest.Data data, PairTexts texts, EncodedPairs pairs) {
		TrainingPlan.Ciphertext ciphertext = texts.format().symbols().equals(texts.alphabet()) ? null
				: new TrainingPlan.Ciphertext(texts.format().symbols());
		CiphertextLayout layout = texts.format().layout().equals(CiphertextLayout.FREE) ? null
				: texts.format().layout();
		return new TrainingPlan.Data(null, new TrainingPlan.Pairs(pairs.count(), pairs.sha256()), texts.alphabet(),
				ciphertext, layout, null, Recipe.or(data.validationFraction(), Recipe.VALIDATION_FRACTION));
	}

	private static NetworkConfig newNetwork(TrainRequest.@Nullable Network asked) {
		NetworkConfig network;
		try {
			network = Recipe.network(Recipe.or(asked, TrainRequest.Network.EMPTY));
		}
		catch (IllegalArgumentException ex) { // its message begins with a field's name
			throw InvalidInput.at("/network/" + ex.getMessage().split(" ")[0], ex.getMessage());
		}
		if (asked != null && asked.headLayers() != null && asked.headLayers() != network.headLayers()) {
			throw InvalidInput.at("/network/headLayers",
					(network.headHidden() > 0) ? "must be at least 1, since headHidden is " + network.headHidden()
							: "must be left out or 0, since headHidden is 0");
		}
		return network;
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
		CiphertextLayout before = from.details().format().layout();
		requireSameLayout(format.layout(), before, from.id());
	}

	static void requireSameLayout(CiphertextLayout layout, CiphertextLayout before, VersionId from) {
		CiphertextLayout.KeyPrefix key = before.key();
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

	/**
	 * What a plan trains on.
	 * @param stored the pairs or the corpus as they were stored
	 */
	TrainingData data(TrainingPlan plan, InputStream stored) throws IOException {
		TrainingPlan.Data data = plan.data();
		long seed = plan.training().seed();
		if (data.corpus() != null) {
			return CorpusData.of(stored, data.alphabet(), data.validationFraction(), seed);
		}
		if (data.cipher() != null) {
			return new CipherData(CipherData.Keyed.of(data.cipher(), data.alphabet()), data.alphabet(), data.format(),
					data.messageLength(), seed);
		}
		PairTexts texts = new PairTexts(data.alphabet(), data.format());
		return PairData.of(PairFormat.upgraded(stored, texts, this.json), texts, data.validationFraction(), seed,
				this.files);
	}

}
