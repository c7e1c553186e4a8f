package dev.decipher.job.run;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import dev.decipher.job.IdempotencyKey;
import dev.decipher.job.Job;
import dev.decipher.job.JobClient;
import dev.decipher.job.JobData;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobPage;
import dev.decipher.job.JobQueue;
import dev.decipher.job.JobState;
import dev.decipher.job.store.IdempotencyKeys;
import dev.decipher.job.store.JobDatabase;
import dev.decipher.problem.Problem;
import dev.decipher.storage.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The queue as a table that replicas may share, and a worker in this process. */
@Component
public record DatabaseJobQueue(JobDatabase database, JobWorker worker, ReplicaSync sync, JobListeners listeners,
		Clock clock, JobQueueProperties properties, ObjectProvider<JobClient> clients) implements JobQueue {

	private static final Logger log = LoggerFactory.getLogger(DatabaseJobQueue.class);

	/** A job seldom ends sooner, and then one more may wait. */
	private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

	@Override
	public Job submit(JobKind kind, @Nullable String model, JsonNode request, @Nullable JobData data,
			@Nullable IdempotencyKey key) {
		JobClient client = client();
		client.takeJob();
		boolean made = false;
		try {
			Job job = queued(kind, model, request);
			made = insert(job, data, key);
			// or else the same came at the same time, and was faster
			return made ? job : submitted(Objects.requireNonNull(key)).orElseThrow();
		}
		finally {
			if (!made) {
				client.giveJobBack();
			}
		}
	}

	private boolean insert(Job job, @Nullable JobData data, @Nullable IdempotencyKey key) {
		switch (this.database.table()
			.insert(job, data, this.properties.maxQueued(),
					(key != null) ? new IdempotencyKeys.Use(id(key), key.request()) : null)) {
			case DONE -> {
				// with the request's id beside the job's, which its further lines have
				MDC.put(JobAttempt.LOG_KEY, job.id());
				log.info("Job {} of kind {} waits for its turn", job.id(), job.kind());
				MDC.remove(JobAttempt.LOG_KEY);
				this.worker.wake();
				return true;
			}
			case REPEATED -> {
				return false;
			}
			default -> throw Problem.tooManyRequests(
					"%d jobs are waiting already; no more fit into the queue.".formatted(this.properties.maxQueued()),
					RETRY_AFTER);
		}
	}

	@Override
	public Optional<Job> submitted(IdempotencyKey key) {
		return this.database.keys().find(id(key), this.clock.instant()).map((made) -> {
			if (!made.request().equals(key.request())) {
				throw Problem.unprocessable("The Idempotency-Key came with another request before; take another key.");
			}
			return find(made.job()).orElseThrow(() -> Problem
				.conflict("Job %s, which this Idempotency-Key has made, was deleted; another key makes another job."
					.formatted(made.job())));
		});
	}

	/** What a key is stored as: each client has its own. */
	private String id(IdempotencyKey key) {
		return Sha256.of((client().identity() + '\n' + key.key()).getBytes(StandardCharsets.UTF_8));
	}

	private JobClient client() {
		return this.clients.getIfAvailable(() -> JobClient.ANYBODY);
	}

	@Override
	public boolean submitOwn(JobKind kind, String model, JsonNode request, BooleanSupplier needed) {
		boolean submitted = this.database.table().insertOwn(queued(kind, model, request), needed);
		if (submitted) {
			this.worker.wake();
		}
		return submitted;
	}

	private Job queued(JobKind kind, @Nullable String model, JsonNode request) {
		return Job.queued(UUID.randomUUID().toString(), kind, model, request,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
	}

	@Override
	public Job cancel(String id) {
		while (true) {
			Job job = get(id);
			if (job.state().hasEnded()) {
				throw Problem.conflict("Job %s has ended already: it is %s.".formatted(id, job.state()));
			}
			if (this.database.table().isOwn(id)) {
				throw Problem.conflict("The service can't do without job %s.".formatted(id));
			}
			if (this.database.transitions().cancel(id, JobState.QUEUED, this.clock.instant())) {
				Job cancelled = get(id);
				this.listeners.changed(cancelled);
				return cancelled;
			}
			// it is running, or was when we looked
			Optional<RunningJob> running = this.worker.running(id).filter((here) -> !here.isLost());
			if (running.isPresent()) {
				if (running.get().cancel()) {
					return get(id);
				}
			}
			else if (this.database.transitions().cancel(id, JobState.RUNNING, this.clock.instant())) {
				// whoever works on it finds out, and tells it here and there
				return get(id);
			}
		}
	}

	/**
	 * Cancels a job or, if it has ended already, deletes it with its history. A job that
	 * ends in this moment stays, since it was to be cancelled.
	 * @return the cancelled job, or empty if it was deleted
	 * @throws Problem 403 if it has ended and the client is no admin, and as
	 * {@link #cancel} does
	 */
	public Optional<Job> cancelOrDelete(String id) {
		if (!get(id).state().hasEnded()) {
			return Optional.of(cancel(id));
		}
		if (!client().isAdmin()) {
			throw Problem.forbidden("Job %s has ended, and only an admin may delete it.".formatted(id));
		}
		if (!this.database.ended().delete(id)) {
			throw notFound(id);
		}
		return Optional.empty();
	}

	@Override
	public Job get(String id) {
		return find(id).orElseThrow(() -> notFound(id));
	}

	private Optional<Job> find(String id) {
		// in this order: the worker writes a job's row before it lets go of it
		Optional<Job> live = this.worker.running(id).map(RunningJob::latest);
		return this.database.table().find(id).map((stored) -> newest(stored, live));
	}

	private static Problem notFound(String id) {
		return Problem.notFound("There is no job %s.".formatted(id));
	}

	@Override
	public @Nullable Integer queued(JobKind lane) {
		return this.sync.queued(lane);
	}

	@Override
	public List<Job> active() {
		return this.database.table().active();
	}

	@Override
	public boolean isBusy(String model) {
		return this.database.table().isBusy(model);
	}

	public JobPage page(@Nullable JobState state, @Nullable String model, int page, int size) {
		List<Job> live = this.worker.running().toList();
		JobPage stored = this.database.table().page(state, model, page, size);
		List<Job> items = stored.items()
			.stream()
			.map((job) -> newest(job, live.stream().filter((other) -> other.id().equals(job.id())).findAny()))
			.toList();
		return new JobPage(items, stored.page(), stored.size(), stored.total());
	}

	public List<JsonNode> history(String id) {
		get(id);
		return this.database.attachments().history(id);
	}

	private static Job newest(Job stored, Optional<Job> live) {
		return (stored.state() == JobState.RUNNING) ? live.orElse(stored) : stored;
	}

}
