package dev.decipher.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Every metric that the service makes itself; the libraries add their own. No other place
 * has one of these names, and each is registered by the method here that is called as its
 * kind.
 * <p>
 * A tag's values are few, or belong to something that goes away with its series: no
 * client can make series without end.
 */
public enum Metric {

	READY("decipher.ready", Meter.Type.GAUGE, "Whether the default model answers: 1, or 0"),

	TRAINING_PROGRESS("decipher.training.progress", Meter.Type.GAUGE, "The share of the job that is done, 0 to 1",
			Names.JOB, Names.MODEL),

	TRAINING_LOSS("decipher.training.loss", Meter.Type.GAUGE, "Training loss in nats a symbol", Names.JOB, Names.MODEL),

	TRAINING_ACCURACY("decipher.training.accuracy", Meter.Type.GAUGE,
			"The share of symbols right on messages not trained on, 0 to 1", Names.JOB, Names.MODEL),

	TRAINING_EPOCH("decipher.training.epoch", Meter.Type.GAUGE, "The epoch that the job is in", Names.JOB, Names.MODEL),

	TRAINING_SYMBOLS_PER_SECOND("decipher.training.symbols.per.second", Meter.Type.GAUGE,
			"How many symbols the job trains on in a second", Names.JOB, Names.MODEL),

	TRAINING_ACTIVE("decipher.training.active", Meter.Type.GAUGE,
			"Jobs that this replica works on which train or reproduce a version"),

	TRAINING_QUEUED("decipher.training.queued", Meter.Type.GAUGE,
			"Jobs that wait to train or reproduce a version, over all replicas"),

	TRAINING_FINISHED("decipher.training.finished", Meter.Type.COUNTER, "Training jobs that have ended", Names.STATE),

	TRAINING_DURATION("decipher.training.duration", Meter.Type.TIMER, "How long training jobs were worked on",
			Names.STATE),

	DECRYPT("decipher.decrypt", Meter.Type.TIMER, "Time to decrypt all that one request brought", Names.MODEL,
			Names.OUTCOME),

	DECRYPT_SYMBOLS("decipher.decrypt.symbols", Meter.Type.COUNTER, "Symbols decrypted", Names.MODEL),

	DECRYPT_BATCH_SIZE("decipher.decrypt.batch.size", Meter.Type.DISTRIBUTION_SUMMARY,
			"How many messages shared one forward pass"),

	DECRYPT_WAITING("decipher.decrypt.waiting", Meter.Type.GAUGE, "Messages that wait for a forward pass"),

	DECRYPT_QUEUE("decipher.decrypt.queue", Meter.Type.TIMER, "How long messages waited for their forward pass"),

	DECRYPT_PLAUSIBILITY("decipher.decrypt.plausibility", Meter.Type.DISTRIBUTION_SUMMARY,
			"How plausible plaintexts were, where that was asked for, 0 to 1", Names.MODEL),

	SOLVE("decipher.solve", Meter.Type.TIMER, "How long texts were searched for a reading", Names.TYPE, Names.OUTCOME),

	SOLVE_ACTIVE("decipher.solve.active", Meter.Type.GAUGE, "Texts that this replica is searching for a reading"),

	SOLVE_REFUSED("decipher.solve.refused", Meter.Type.COUNTER,
			"Texts that were not taken, since too many are being solved or too many jobs wait"),

	SOLVE_KEYS("decipher.solve.keys", Meter.Type.COUNTER, "Keys tried on texts to solve");

	/** From what a short message takes in Java to what a client still waits for. */
	private static final Duration[] DECRYPT_BUCKETS = millis(0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000,
			2_500, 10_000);

	/** From a Caesar cipher to a job of a day. */
	private static final Duration[] SOLVE_BUCKETS = millis(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000,
			60_000, 600_000, 3_600_000, 86_400_000);

	private final String id;

	private final Meter.Type kind;

	private final String description;

	private final List<String> tags;

	Metric(String id, Meter.Type kind, String description, String... tags) {
		this.id = id;
		this.kind = kind;
		this.description = description;
		this.tags = List.of(tags);
	}

	/** The name, as {@code /actuator/metrics} has it. */
	public String id() {
		return this.id;
	}

	public Meter.Type kind() {
		return this.kind;
	}

	/** What it says, in a phrase. */
	public String description() {
		return this.description;
	}

	/** The names of its tags, in the order in which their values are given. */
	public List<String> tags() {
		return this.tags;
	}

	/** Upper bounds of the buckets of its histogram; none if it has none. */
	private Duration @Nullable [] buckets() {
		return switch (this) {
			case DECRYPT -> DECRYPT_BUCKETS;
			case SOLVE -> SOLVE_BUCKETS;
			default -> null;
		};
	}

	/** Registers a gauge, or takes the one that is there. */
	public Gauge gauge(MeterRegistry registry, Supplier<@Nullable Number> value, String... tagValues) {
		return Gauge.builder(named(Meter.Type.GAUGE), value)
			.description(this.description)
			.tags(tags(tagValues))
			.register(registry);
	}

	/** Registers a counter, or takes the one that is there. */
	public Counter counter(MeterRegistry registry, String... tagValues) {
		return Counter.builder(named(Meter.Type.COUNTER))
			.description(this.description)
			.tags(tags(tagValues))
			.register(registry);
	}

	/** Registers a timer, or takes the one that is there. */
	public Timer timer(MeterRegistry registry, String... tagValues) {
		return Timer.builder(named(Meter.Type.TIMER))
			.description(this.description)
			.tags(tags(tagValues))
			.serviceLevelObjectives(buckets())
			.register(registry);
	}

	/** Registers a summary, or takes the one that is there. */
	public DistributionSummary summary(MeterRegistry registry, String... tagValues) {
		return DistributionSummary.builder(named(Meter.Type.DISTRIBUTION_SUMMARY))
			.description(this.description)
			.tags(tags(tagValues))
			.register(registry);
	}

	/** Takes its series out of a registry: all of them, or those with a tag. */
	public void remove(MeterRegistry registry, Tag... with) {
		registry.find(this.id).tags(Tags.of(with)).meters().forEach(registry::remove);
	}

	private String named(Meter.Type kind) {
		if (kind != this.kind) {
			throw new IllegalStateException(this.id + " is a " + this.kind);
		}
		return this.id;
	}

	private Tags tags(String... values) {
		if (values.length != this.tags.size()) {
			throw new IllegalArgumentException(this.id + " has the tags " + this.tags);
		}
		List<Tag> tags = new ArrayList<>(values.length);
		for (int i = 0; i < values.length; i++) {
			tags.add(Tag.of(this.tags.get(i), values[i]));
		}
		return Tags.of(tags);
	}

	private static Duration[] millis(double... bounds) {
		Duration[] durations = new Duration[bounds.length];
		for (int i = 0; i < bounds.length; i++) {
			durations[i] = Duration.ofNanos((long) (bounds[i] * 1e6));
		}
		return durations;
	}

	/** The names of tags. A class, since an enum's constants come before its others. */
	private static final class Names {

		private static final String JOB = "job";

		private static final String MODEL = "model";

		private static final String STATE = "state";

		private static final String OUTCOME = "outcome";

		private static final String TYPE = "type";

	}

}
