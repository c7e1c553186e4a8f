package dev.decipher.model;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the registry.
 *
 * @param cacheSize how much weights may stay loaded; the version that a request needs is
 * loaded in any case, and those not used for the longest time go
 * @param maxWeights the largest file of weights that is imported; a larger one is
 * answered 413
 * @param keepVersions how many versions of each model are kept, the newest, beside the
 * active one, those that have an alias, those that others were trained from, and those
 * that a job which waits or runs goes on from or trains again; null for all
 * @param pollInterval how long a replica waits between two looks for what others have
 * changed
 */
@ConfigurationProperties("decipher.models")
@Validated
record ModelProperties(@DefaultValue("512MB") DataSize cacheSize, @DefaultValue("1GB") DataSize maxWeights,
		@Nullable @Min(1) Integer keepVersions,
		@DefaultValue("500ms") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration pollInterval) {
}
