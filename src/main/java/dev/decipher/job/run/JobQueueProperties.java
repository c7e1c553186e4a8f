package dev.decipher.job.run;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the queue of training jobs.
 *
 * @param maxQueued how many jobs may wait
 */
@Validated
@ConfigurationProperties("decipher.training")
public record JobQueueProperties(@DefaultValue("16") @Min(1) int maxQueued) {
}
