package dev.decipher.language;

import dev.decipher.problem.Problem;

/** Finds a language by its name. */
@FunctionalInterface
public interface LanguageFinder {

	/**
	 * A language by its name. To be closed after use.
	 * @param name that of a model whose active version is a language, or else of a
	 * built-in language
	 * @throws Problem 404 for an unknown one, 409 for a model that is no language
	 */
	Language find(String name);

}
