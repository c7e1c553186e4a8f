package dev.decipher.job.run;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many jobs that have ended are kept.
 *
 * @param keep how many, those that ended last; null for all
 * @param maxAge for how long after their end; null for ever
 */
@Validated
@ConfigurationProperties("decipher.jobs")
public record JobRetentionProperties(@Nullable @Min(1) Integer keep,
		@Nullable @DurationMin(seconds = 1) Duration maxAge) {

	boolean keepsAll() {
		return this.keep == null && this.maxAge == null;
	}

}
