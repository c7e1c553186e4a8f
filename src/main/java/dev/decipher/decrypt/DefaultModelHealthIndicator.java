package dev.decipher.decrypt;

import dev.decipher.model.ModelRegistry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down until the default model can answer, and as fast as ever; part of readiness. */
@Component
record DefaultModelHealthIndicator(ModelRegistry models, WarmUp warmUp) implements HealthIndicator {

	@Override
	public Health health() {
		return ((this.models.isReady() && this.warmUp.isOver()) ? Health.up() : Health.down()).build();
	}

}
