package dev.decipher.decrypt;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.decipher.metric.Metric;
import dev.decipher.model.ModelRegistry;
import dev.decipher.problem.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Decrypting as figures to watch. */
@Component
class DecryptMetrics {

	private final ModelRegistry models;

	private final MeterRegistry registry;

	/** The meters of those models that have decrypted: finding one takes a while. */
	private final Map<String, OfModel> ofModels = new ConcurrentHashMap<>();

	private volatile PassMeters passes;

	DecryptMetrics(ModelRegistry models, MeterRegistry registry) {
		this.models = models;
		this.registry = registry;
		this.passes = new PassMeters(registry);
	}

	private record OfModel(Timer successes, Counter symbols, SingletonSupplier<DistributionSummary> plausibility) {
	}

	Timer.Sample start() {
		return Timer.start(this.registry);
	}

	/**
	 * The time of requests that end in the same way.
	 * @param model null for an unknown one, of which there may be any number
	 */
	Timer requests(@Nullable String model, Outcome outcome) {
		if (model == null) {
			return timer("none", outcome);
		}
		OfModel known = of(model);
		return (outcome == Outcome.SUCCESS) ? known.successes() : timer(model, outcome);
	}

	void decrypted(String model, long symbols) {
		of(model).symbols().increment(symbols);
	}

	/** How plausible a plaintext was: 0 to 1. */
	void plausible(String model, double plausibility) {
		of(model).plausibility().obtain().record(plausibility);
	}

	PassMeters passes() {
		return this.passes;
	}

	private OfModel of(String model) {
		OfModel there = this.ofModels.get(model);
		if (there != null) {
			return there;
		}
		forgetModelsThatAreGone();
		return this.ofModels.computeIfAbsent(model,
				(name) -> new OfModel(timer(name, Outcome.SUCCESS), Metric.DECRYPT_SYMBOLS.counter(this.registry, name),
						SingletonSupplier.of(() -> Metric.DECRYPT_PLAUSIBILITY.summary(this.registry, name))));
	}

	private Timer timer(String model, Outcome outcome) {
		return Metric.DECRYPT.timer(this.registry, model, outcome.name());
	}

	/** Else there would be series of every model that there ever was. */
	private void forgetModelsThatAreGone() {
		for (String model : Set.copyOf(this.ofModels.keySet())) {
			if (!this.models.isKnown(model)) {
				Tag tag = Tag.of("model", model);
				Metric.DECRYPT.remove(this.registry, tag);
				Metric.DECRYPT_SYMBOLS.remove(this.registry, tag);
				Metric.DECRYPT_PLAUSIBILITY.remove(this.registry, tag);
				this.ofModels.remove(model);
			}
		}
	}

	/** Forgets what was measured so far. */
	void forget() {
		Metric.DECRYPT.remove(this.registry);
		Metric.DECRYPT_SYMBOLS.remove(this.registry);
		Metric.DECRYPT_PLAUSIBILITY.remove(this.registry);
		this.ofModels.clear();
		this.passes.forget();
		this.passes = new PassMeters(this.registry);
	}

}
