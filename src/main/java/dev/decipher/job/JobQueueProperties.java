package dev.decipher.job;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the queue of training jobs.
 *
 * @param maxQueued how many jobs may wait
 * @param metricsRetention how long a job's own gauges stay after its end
 */
@Validated
@ConfigurationProperties("decipher.training")
record JobQueueProperties(@DefaultValue("16") @Min(1) int maxQueued,
		@DefaultValue("10m") @NotNull @DurationMin Duration metricsRetention) {
}
