package dev.decipher.training;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobWork;
import dev.decipher.language.Languages;
import dev.decipher.language.NGramCounts;
import dev.decipher.model.ModelKind;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.ProvenanceRecorder;
import dev.decipher.model.VersionDetails;
import dev.decipher.model.VersionId;
import dev.decipher.network.NetworkConfig;
import dev.decipher.training.data.CorpusData;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.loop.TrainingLoop;
import dev.decipher.training.loop.TrainingSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Does a training job: runs its plan, and stores what came of it as a new version. */
@Component
record TrainingWork(PlanRunner runner, ModelRegistry models, Languages languages, ProvenanceRecorder provenance,
		JsonMapper json, Clock clock) implements JobWork {

	@Override
	public JobKind kind() {
		return JobKind.TRAIN;
	}

	@Override
	public Outcome run(Job job, JobContext context) throws IOException {
		TrainingPlan plan = this.json.treeToValue(job.request(), TrainingPlan.class);
		Reporter reporter = new Reporter(job, context, plan);
		return this.runner.run(plan, context, reporter, Long.MAX_VALUE, (data, learned) -> {
			VersionDetails details = details(data, reporter.request, learned);
			Consumer<VersionId> more = more(data);
			return new Outcome(Map.of("targetReached", learned.targetReached()), () -> {
				ModelVersion version = this.models.add(plan.model(), job.id(), details, learned.weights(),
						plan.activates());
				more.accept(version.id());
				return version.version();
			});
		});
	}

	/** Stores what a version has beside its weights. */
	private Consumer<VersionId> more(TrainingData data) {
		if (!(data instanceof CorpusData corpus)) {
			return (id) -> {
			};
		}
		NGramCounts letters = NGramCounts.of(List.of(corpus.text()), false);
		NGramCounts words = NGramCounts.of(List.of(corpus.text()), true);
		return (id) -> this.languages.add(id, letters, words);
	}

	private VersionDetails details(TrainingData data, JsonNode request, TrainingLoop.Learned learned) {
		int ciphertextSymbols = learned.weights().ciphertextSymbols();
		int plaintextSymbols = learned.weights().plaintextSymbols();
		CiphertextFormat format = data.format();
		CiphertextLayout layout = format.layout().equals(CiphertextLayout.FREE) ? null : format.layout();
		return new VersionDetails(data.plaintextAlphabet(), format.symbols(), layout, learned.weights().config(),
				learned.weights().config().parameters(ciphertextSymbols, plaintextSymbols), request, learned.epoch(),
				learned.step(), learned.lastStep(), learned.evaluation().accuracy(),
				learned.evaluation().exactMessages(), learned.evaluation().loss(),
				Arrays.stream(learned.evaluation().accuracyByPosition()).boxed().toList(), learned.byLength(),
				data.isCipher() ? ModelKind.CIPHER : ModelKind.LANGUAGE,
				this.provenance.ofTraining(learned.evaluation().messages()));
	}

	/** Keeps what was found and chosen, where the plan leaves it open. */
	private final class Reporter extends JobReporter {

		private final JobContext context;

		private TrainingPlan plan;

		private JsonNode request;

		Reporter(Job job, JobContext context, TrainingPlan plan) {
			super(job, context, TrainingWork.this.clock);
			this.context = context;
			this.plan = plan;
			this.request = job.request();
		}

		@Override
		public void chosen(NetworkConfig network, TrainingSettings training) {
			keep(this.plan.with(network, training));
		}

		@Override
		public void explained(String structure) {
			super.explained(structure);
			keep(this.plan.with(structure));
		}

		private void keep(TrainingPlan more) {
			this.plan = more;
			this.request = TrainingWork.this.json.valueToTree(more);
			this.context.request(this.request);
		}

	}

}
