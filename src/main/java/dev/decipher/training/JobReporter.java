package dev.decipher.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobProgress;
import dev.decipher.network.NetworkConfig;
import dev.decipher.training.loop.HistoryPoint;
import dev.decipher.training.loop.TrainingFigures;
import dev.decipher.training.loop.TrainingLoop;
import dev.decipher.training.loop.TrainingSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on to the job how training goes, and to the log about once a second. */
class JobReporter implements TrainingLoop.Listener {

	private static final Duration BETWEEN_LOG_LINES = Duration.ofSeconds(1);

	private static final Logger logger = LoggerFactory.getLogger(JobReporter.class);

	private final Job job;

	private final JobContext context;

	private final Clock clock;

	private Instant logged;

	JobReporter(Job job, JobContext context, Clock clock) {
		this.job = job;
		this.context = context;
		this.clock = clock;
		this.logged = clock.instant();
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
		// unless the plan leaves it open, it says so itself
	}

	@Override
	public void explained(String structure) {
		logger.info("Training {}: the pairs show {}", this.job.model(), structure);
	}

	private void log(JobProgress progress, Duration pause) {
		Instant now = this.clock.instant();
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
