package dev.decipher.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A model, and one of its versions.
 *
 * @param name the model's name
 * @param activeVersion the version that answers the requests that name none
 * @param versions all versions, oldest first
 * @param aliases further names of versions
 * @param version the version that is described here
 * @param kind {@code cipher} for a model that decrypts, {@code language} for a language
 * @param createdAt when the version was made
 * @param sha256 the checksum of its weights
 * @param accuracy the share of symbols right on messages that training never saw; null if
 * the version was imported
 * @param exactMessages the share of those messages without an error
 */
public record Model(String name, int activeVersion, List<Integer> versions, Map<String, Integer> aliases, int version,
		String kind, Instant createdAt, String sha256, @Nullable Double accuracy, @Nullable Double exactMessages) {
}
