package dev.decipher.training;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.job.Checkpoint;
import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobWork;
import dev.decipher.language.Languages;
import dev.decipher.language.NGramCounts;
import dev.decipher.model.ModelKind;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionDetails;
import dev.decipher.model.VersionId;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.problem.Problem;
import dev.decipher.training.data.CorpusData;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.loop.HistoryPoint;
import dev.decipher.training.loop.TrainingFigures;
import dev.decipher.training.loop.TrainingLoop;
import dev.decipher.training.loop.TrainingSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Does a training job: runs its plan, and stores what came of it as a new version. */
@Component
record TrainingWork(TrainingMemory memory, TemporaryFiles files, ModelRegistry models, Languages languages,
		JsonMapper json, Clock clock, TrainingProperties properties) implements JobWork {

	private static final Duration BETWEEN_LOG_LINES = Duration.ofSeconds(1);

	private static final Logger logger = LoggerFactory.getLogger(TrainingWork.class);

	@Override
	public JobKind kind() {
		return JobKind.TRAIN;
	}

	@Override
	public Outcome run(Job job, JobContext context) throws IOException {
		TrainingPlan plan = this.json.treeToValue(job.request(), TrainingPlan.class);
		Instant start = this.clock.instant();
		long begin = System.nanoTime();
		// a clock that nobody sets
		DoubleSupplier stopwatch = () -> (System.nanoTime() - begin) / 1e9;
		Reporter reporter = new Reporter(job, context, plan, start);
		try (TrainingData data = plan.data().open(context.data(), plan.training().seed(), this.files);
				TrainingLoop loop = new TrainingLoop(plan.networkPlan(), data,
						(network) -> trainer(plan, data, network), (network, curriculum) -> this.memory.fits(network,
								plan.data(), plan.training().batchSize(), data.longest(), curriculum),
						reporter, context::isCancelled, stopwatch)) {
			loop.checkpointEvery(this.properties.checkpointInterval().toMillis() / 1000.0);
			Checkpoint checkpoint = context.lastCheckpoint();
			if (checkpoint != null) {
				loop.resume(checkpoint.state());
			}
			TrainingLoop.Learned learned = loop.learn(Long.MAX_VALUE);
			if (learned == null) {
				throw new CancellationException();
			}
			VersionDetails details = details(data, reporter.request, learned);
			Consumer<VersionId> more = more(data);
			return new Outcome(Map.of("targetReached", learned.targetReached()), () -> {
				ModelVersion version = this.models.add(plan.model(), job.id(), details, learned.weights(),
						plan.activates());
				more.accept(version.id());
				return version.version();
			});
		}
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

	private NetworkTrainer trainer(TrainingPlan plan, TrainingData data, NetworkConfig network) {
		long seed = plan.training().seed();
		if (plan.from() == null) {
			return NetworkTrainer.of(network, data.format().size(), data.plaintextAlphabet().size(), seed);
		}
		try {
			ModelVersion from = this.models.find(plan.from().model(), plan.from().version());
			return NetworkTrainer.of(this.models.weights(from), seed);
		}
		catch (Problem ex) {
			throw new JobFailure("can't go on from a version that was deleted: " + ex.detail());
		}
	}

	private static VersionDetails details(TrainingData data, JsonNode request, TrainingLoop.Learned learned) {
		int ciphertextSymbols = learned.weights().ciphertextSymbols();
		int plaintextSymbols = learned.weights().plaintextSymbols();
		CiphertextFormat format = data.format();
		CiphertextLayout layout = format.layout().equals(CiphertextLayout.FREE) ? null : format.layout();
		return new VersionDetails(data.plaintextAlphabet(), format.symbols(), layout, learned.weights().config(),
				learned.weights().config().parameters(ciphertextSymbols, plaintextSymbols), request, learned.epoch(),
				learned.step(), learned.evaluation().accuracy(), learned.evaluation().exactMessages(),
				learned.evaluation().loss(), Arrays.stream(learned.evaluation().accuracyByPosition()).boxed().toList(),
				learned.byLength(), data.isCipher() ? ModelKind.CIPHER : ModelKind.LANGUAGE);
	}

	/** Hands on to the job how training goes, and to the log about once a second. */
	private final class Reporter implements TrainingLoop.Listener {

		private final Job job;

		private final JobContext context;

		private final TrainingPlan plan;

		private JsonNode request;

		private Instant logged;

		Reporter(Job job, JobContext context, TrainingPlan plan, Instant start) {
			this.job = job;
			this.context = context;
			this.plan = plan;
			this.request = job.request();
			this.logged = start;
		}

		@Override
		public void progress(JobProgress progress) {
			this.context.progress(progress);
			log(progress, BETWEEN_LOG_LINES);
		}

		@Override
		public void epoch(HistoryPoint point, JobProgress progress) {
			this.context.point(point.epoch(), point, progress);
			log(progress, BETWEEN_LOG_LINES.dividedBy(2));
		}

		@Override
		public void checkpoint(int epoch, byte[] state) {
			this.context.checkpoint(epoch, state);
		}

		@Override
		public void chosen(NetworkConfig network, TrainingSettings training) {
			this.request = TrainingWork.this.json.valueToTree(this.plan.with(network, training));
			this.context.request(this.request);
		}

		private void log(JobProgress progress, Duration pause) {
			Instant now = TrainingWork.this.clock.instant();
			if (now.isBefore(this.logged.plus(pause))) {
				return;
			}
			this.logged = now;
			TrainingFigures figures = TrainingFigures.of(progress);
			logger.info("Training {}: epoch {}, step {}, loss {}, accuracy {}", this.job.model(), figures.epoch(),
					figures.step(), format(figures.trainingLoss()), format(figures.accuracy()));
		}

		private static String format(@Nullable Double value) {
			return (value != null) ? String.format(Locale.ROOT, "%.4f", value) : "not known yet";
		}

	}

}
