package dev.decipher.security;

import java.time.Duration;

import io.github.bucket4j.BucketConfiguration;

/**
 * How much somebody may ask for in a time.
 *
 * @param name what it counts, as {@code RateLimit-Policy} has it
 * @param amount how many
 * @param window in how long; they come back evenly over that time
 */
record RequestLimit(String name, int amount, Duration window) {

	BucketConfiguration bucket() {
		return BucketConfiguration.builder()
			.addLimit((limit) -> limit.capacity(this.amount).refillGreedy(this.amount, this.window))
			.build();
	}

}
