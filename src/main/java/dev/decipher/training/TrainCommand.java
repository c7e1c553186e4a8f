package dev.decipher.training;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.decipher.command.Answer;
import dev.decipher.command.CommandFailure;
import dev.decipher.command.DataFolder;
import dev.decipher.command.OnInterrupt;
import dev.decipher.command.ProgressBar;
import dev.decipher.job.Job;
import dev.decipher.job.JobQueue;
import dev.decipher.job.JobState;
import dev.decipher.system.RequestReader;
import dev.decipher.training.data.Upload;
import dev.decipher.training.loop.TrainingFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.springframework.context.ConfigurableApplicationContext;

/** {@code java -jar decipher.jar train}. */
@Command(name = "train", description = { "Trains a version of a model, and waits for it.", "",
		"What it learns from is one of --cipher, --pairs and --corpus, or stands in the --request. The model and "
				+ "its version go to standard output, and how well it decrypts. It is kept in the data folder, "
				+ "which no server may have open; jobs that wait in there come first. Ctrl-C leaves the job there, "
				+ "and it goes on from its last checkpoint the next time that a server or train opens the "
				+ "folder." },
		footer = { "  train --model lemon --cipher '{\"type\": \"vigenere\", \"key\": \"LEMON\"}'",
				"  train --model unknown --pairs pairs.csv --max-seconds 600",
				"  train --model lemon --request request.json" })
public final class TrainCommand implements Callable<Integer> {

	private static final long BETWEEN_LOOKS_MILLIS = 200;

	private final Class<?> service;

	@Mixin
	private TrainOptions options;

	@Mixin
	private DataFolder folder;

	@Mixin
	private Answer answer;

	/**
	 * Makes the command.
	 * @param service the application that trains
	 */
	public TrainCommand(Class<?> service) {
		this.service = service;
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		RequestReader reader = new RequestReader();
		TrainRequest request = this.options.request(reader);
		Upload upload = this.options.upload(reader.json());
		AtomicBoolean interrupted = new AtomicBoolean();
		Job job;
		try (ProgressBar bar = this.answer.progress();
				ConfigurableApplicationContext context = this.folder.open(this.service, true);
				OnInterrupt interrupt = OnInterrupt.run(() -> {
					interrupted.set(true);
					bar.close();
					this.answer.tell("The job is not over: it goes on when a server or train opens the data folder.");
				})) {
			JobQueue jobs = context.getBean(JobQueue.class);
			job = context.getBean(TrainController.class).submit(request, upload, null);
			tellWhoIsFirst(jobs, job);
			while (!job.state().hasEnded()) {
				show(job, bar);
				Thread.sleep(BETWEEN_LOOKS_MILLIS);
				job = jobs.get(job.id());
			}
		}
		catch (RuntimeException ex) {
			if (interrupted.get()) {
				return 0; // the process ends with a code of its own
			}
			throw ex;
		}
		return print(job, reader);
	}

	private void tellWhoIsFirst(JobQueue jobs, Job job) {
		jobs.active()
			.stream()
			.filter((other) -> !other.id().equals(job.id()))
			.forEach((other) -> this.answer.tell("Job %s%s was in the data folder before, and comes first."
				.formatted(other.id(), (other.model() != null) ? " of model " + other.model() : "")));
	}

	private static void show(Job job, ProgressBar bar) {
		TrainingFigures figures = TrainingFigures.of(job.progress());
		String text = (job.state() == JobState.QUEUED) ? "waits for its turn" : "";
		if (figures.trainingLoss() != null) {
			text = String.format(Locale.ROOT, "loss %.4f", figures.trainingLoss());
		}
		if (figures.accuracy() != null) {
			text += String.format(Locale.ROOT, ", accuracy %.4f", figures.accuracy());
		}
		bar.show(job.progress().done(), text);
	}

	private int print(Job job, RequestReader reader) {
		if (this.answer.isJson()) {
			this.answer.print(job, reader.json());
		}
		if (job.state() != JobState.SUCCEEDED) {
			throw new CommandFailure((job.error() != null) ? job.error() : "The job was cancelled.");
		}
		if (!this.answer.isJson()) {
			this.answer.print(String.format(Locale.ROOT, "%s, version %d", job.model(), job.version()));
			TrainingFigures figures = TrainingFigures.of(job.progress());
			if (figures.accuracy() != null) {
				this.answer.tell(String.format(Locale.ROOT, "accuracy %.4f, epochs %d%s", figures.accuracy(),
						figures.epoch(), Boolean.FALSE.equals(figures.targetReached()) ? ", short of its target" : ""));
			}
		}
		return 0;
	}

}
