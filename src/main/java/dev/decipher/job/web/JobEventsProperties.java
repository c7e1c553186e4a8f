package dev.decipher.job.web;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the event streams.
 *
 * @param maxSubscribers how many streams may be open at once, over all jobs
 */
@Validated
@ConfigurationProperties("decipher.jobs")
public record JobEventsProperties(@DefaultValue("100") @Min(1) int maxSubscribers) {
}
