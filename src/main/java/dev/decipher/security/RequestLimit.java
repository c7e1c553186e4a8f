package dev.decipher.security;

import java.time.Duration;

import io.github.bucket4j.BucketConfiguration;

/**
 * How much somebody may ask for in a time.
 *
 * @param name what it counts, as {@code RateLimit-Policy} has it
 * @param amount how many
 * @param window in how long; they come back evenly over that time
 * @param bucket the same, as buckets are made by it
 */
record RequestLimit(String name, int amount, Duration window, BucketConfiguration bucket) {

	RequestLimit(String name, int amount, Duration window) {
		this(name, amount, window,
				BucketConfiguration.builder()
					.addLimit((limit) -> limit.capacity(amount).refillGreedy(amount, window))
					.build());
	}

}
