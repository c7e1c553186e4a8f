package dev.decipher.client;

import java.util.List;

/**
 * What a text may be, by its statistics alone.
 *
 * @param types the types of cipher, the likeliest first
 * @param languages the languages, the likeliest first; none if nothing tells them apart
 * @param form what was taken off the text before, such as {@code base64}
 */
public record Identification(List<TypeProbability> types, List<LanguageProbability> languages, List<String> form) {

	/** A language and how likely it is. */
	public record LanguageProbability(String language, double probability) {
	}

}
