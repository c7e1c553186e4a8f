package dev.decipher.training;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of training.
 *
 * @param maxMemory memory outside the Java heap that a job may need; what the machine or
 * the container has beside the heap, unless set
 * @param maxParameters weights and biases that a network may have; any number if null
 * @param maxPairs pairs that a job may learn from; 413 beyond
 * @param maxSeconds the longest that a job may train, for the first time or again
 * @param checkpointInterval how much of a job's work may have to be done again when its
 * process dies
 * @param metricsRetention how long a job's own gauges stay after its end
 */
@Validated
@ConfigurationProperties("decipher.training")
record TrainingProperties(@Nullable DataSize maxMemory, @Nullable @Min(10_000) Long maxParameters,
		@DefaultValue("10000000") @Min(1) int maxPairs,
		@DefaultValue("" + TrainRequest.MAX_SECONDS) @Min(1) int maxSeconds,
		@DefaultValue("10s") @NotNull @DurationMin Duration checkpointInterval,
		@DefaultValue("10m") @NotNull @DurationMin Duration metricsRetention) {
}
