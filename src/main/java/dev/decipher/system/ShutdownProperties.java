package dev.decipher.system;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service stops.
 *
 * @param delay how long it still serves after it was asked to stop, while its readiness
 * is down already
 */
@Validated
@ConfigurationProperties("decipher.shutdown")
record ShutdownProperties(
		@NotNull @DurationMin(millis = 0) @DurationMax(minutes = 10) @DefaultValue("0s") Duration delay) {
}
