package dev.decipher.solve;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of solving.
 *
 * @param threads how many threads work on one text
 * @param maxConcurrent how many texts may be worked on at once by requests that wait for
 * the answer; 429 beyond
 * @param maxSymbols symbols of a text; 413 beyond
 * @param maxJobSeconds how long a job may search for
 */
@Validated
@ConfigurationProperties("decipher.solve")
record SolveProperties(@DefaultValue("2") @Min(1) @Max(256) int threads, @DefaultValue("4") @Min(1) int maxConcurrent,
		@DefaultValue("20000") @Min(2) int maxSymbols, @DefaultValue("86400") @Min(1) int maxJobSeconds) {

	/** As it is where nothing is set. */
	static SolveProperties standard() {
		return new SolveProperties(2, 4, 20_000, 86_400);
	}

}
