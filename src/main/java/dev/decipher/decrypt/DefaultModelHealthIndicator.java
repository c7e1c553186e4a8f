package dev.decipher.decrypt;

import dev.decipher.metric.Metric;
import dev.decipher.model.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down until the default model can answer, and as fast as ever; part of readiness. */
@Component
@ConditionalOnWebApplication
record DefaultModelHealthIndicator(ModelRegistry models, WarmUp warmUp) implements HealthIndicator, MeterBinder {

	private boolean isUp() {
		return this.models.isReady() && this.warmUp.isOver();
	}

	@Override
	public Health health() {
		return (isUp() ? Health.up() : Health.down()).build();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Metric.READY.gauge(registry, () -> isUp() ? 1 : 0);
	}

}
