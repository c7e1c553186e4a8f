package dev.decipher.training;

import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.random.RandomGenerator;

import dev.decipher.language.English;
import dev.decipher.model.Ancestry;
import dev.decipher.model.ModelKind;
import dev.decipher.model.ModelReference;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.network.NetworkConfig;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.training.data.CipherSource;
import dev.decipher.training.data.CorpusSource;
import dev.decipher.training.data.DataRequest;
import dev.decipher.training.data.Source;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.Upload;
import dev.decipher.training.loop.TrainingSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Makes a plan of a request, once: looks for everything that can't work, fills in what
 * the recipe chooses, and draws the seed where it is left to chance.
 */
@Component
record Planner(ModelRegistry models, TrainingMemory memory, TrainingProperties limits, JsonMapper json,
		RandomGenerator seeds, TemporaryFiles files) {

	private static final String NO_KEYS = "must be left out or false: it goes with a cipher of which each message has "
			+ "a key of its own";

	/** A plan, and what belongs to it but is too large for a job's request. */
	record Planned(TrainingPlan plan, Source.Planned source) implements Closeable {

		@Override
		public void close() throws IOException {
			this.source.close();
		}

	}

	/**
	 * Plans.
	 * @throws InvalidInput with a pointer to each place of the request that can't work
	 */
	Planned plan(TrainRequest request, Upload upload) throws IOException {
		ModelVersion from = (request.from() != null) ? parent(request.from()) : null;
		Ancestry ancestry = this.models.ancestry(request.model());
		if (from != null && from.details().kind() == ModelKind.LANGUAGE) {
			throw InvalidInput.at("/from", "must be left out: " + from.id() + " is a language, which is learned anew");
		}
		boolean activates = ancestry.activates(request.activate());
		DataRequest data = Recipe.or(request.data(), DataRequest.EMPTY);
		boolean language = upload.corpus() != null || data.corpus() != null;
		NetworkConfig network;
		if (language) {
			network = languageNetwork(request);
		}
		else {
			network = (from != null) ? sameNetwork(request.network(), from) : newNetwork(request.network());
		}
		ancestry.requireKind(language ? ModelKind.LANGUAGE : ModelKind.CIPHER);
		TrainRequest.Training training = Recipe.or(request.training(), TrainRequest.Training.EMPTY);
		long seed = Recipe.or(training.seed(), (long) this.seeds.nextInt(Integer.MAX_VALUE));
		Source.Planned source = Source.plan(data, upload, from, seed, this.files);
		try {
			if (source.pairs() > this.limits.maxPairs()) {
				throw Problem.tooLarge("There are %d pairs; at most %d can be learned from.".formatted(source.pairs(),
						this.limits.maxPairs()));
			}
			TrainingSettings settings = (language ? Recipe.language(training, seed)
					: Recipe.settings(training, network, source.pairs(), seed))
				.within(this.limits.maxSeconds());
			if (training.targetAccuracy() == null && source.source() instanceof CipherSource cipher) {
				settings = settings.towards(cipher.attainableAccuracy());
			}
			return new Planned(plan(request, from, network, settings, source, activates), source);
		}
		catch (RuntimeException ex) {
			source.close();
			throw ex;
		}
	}

	private ModelVersion parent(TrainRequest.From from) {
		ModelReference.requireOneVersion(from.model(), from.version(), "/from");
		return this.models.find(from.model(), from.version());
	}

	private TrainingPlan plan(TrainRequest request, @Nullable ModelVersion from, NetworkConfig network,
			TrainingSettings settings, Source.Planned planned, boolean activates) {
		Source source = planned.source();
		InvalidInput.throwIf(settings.curriculum() && source.format().layout().key() == null, "/training/curriculum",
				NO_KEYS);
		this.memory.require(network, source, settings.batchSize(), planned.longest(), settings.curriculum());
		if (from != null && Boolean.TRUE.equals(request.chooseNetwork())) {
			throw InvalidInput.at("/chooseNetwork", "must be left out or false: the network is that of " + from.id());
		}
		boolean open = from == null && !(source instanceof CorpusSource)
				&& Recipe.or(request.chooseNetwork(), Recipe.isOpen(request.network()));
		return new TrainingPlan(request.model(), source, network, settings, (from != null) ? from.id() : null, open,
				null, activates ? null : false);
	}

	private static NetworkConfig languageNetwork(TrainRequest request) {
		TrainRequest.Training training = request.training();
		InvalidInput.throwIf(
				request.model().equals(ModelRegistry.DEFAULT_MODEL) || request.model().equals(English.NAME), "/model",
				"must be another: " + request.model() + " is the name of what the service has by itself");
		InvalidInput.throwIf(request.from() != null, "/from", "must be left out: a language is learned anew");
		InvalidInput.throwIf(training != null && Boolean.TRUE.equals(training.curriculum()), "/training/curriculum",
				NO_KEYS);
		InvalidInput.throwIf(Boolean.TRUE.equals(request.chooseNetwork()), "/chooseNetwork",
				"must be left out or false for a corpus");
		TrainRequest.Network asked = Recipe.or(request.network(), TrainRequest.Network.EMPTY);
		String reason = "must be left out or %s: a language is read symbol by symbol";
		InvalidInput.throwIf(Boolean.TRUE.equals(asked.bidirectional()), "/network/bidirectional",
				reason.formatted(false));
		InvalidInput.throwIf(Boolean.TRUE.equals(asked.feedback()), "/network/feedback", reason.formatted(false));
		InvalidInput.throwIf(Recipe.or(asked.attentionHeads(), 0) != 0, "/network/attentionHeads", reason.formatted(0));
		InvalidInput.throwIf(Recipe.or(asked.attentionReach(), 0) != 0, "/network/attentionReach", reason.formatted(0));
		InvalidInput.throwIf(Recipe.or(asked.period(), 0) != 0, "/network/period", reason.formatted(0));
		return Recipe.language(asked);
	}

	private static NetworkConfig newNetwork(TrainRequest.@Nullable Network asked) {
		NetworkConfig network;
		try {
			network = Recipe.network(Recipe.or(asked, TrainRequest.Network.EMPTY));
		}
		catch (IllegalArgumentException ex) { // its message begins with a field's name
			throw InvalidInput.at("/network/" + Objects.requireNonNull(ex.getMessage()).split(" ")[0], ex.getMessage());
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

}
