package dev.decipher.model;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A model as requests that read it refer to it: by its name, or as {@code name@alias},
 * which is one of its versions.
 */
public final class ModelReference {

	/** The pattern of aliases. */
	static final String ALIAS = "[a-z][a-z0-9-]{0,31}";

	/** Stands between a name, which can't contain it, and an alias. */
	static final char SEPARATOR = '@';

	static final String VERSION_BESIDE_ALIAS = "must be left out: %s is a version already";

	private ModelReference() {
	}

	/** Whether a reference has an alias in it. */
	public static boolean isAlias(String reference) {
		return reference.indexOf(SEPARATOR) >= 0;
	}

	/**
	 * Refuses a version beside an alias in a JSON body. Elsewhere the registry does.
	 * @param model what the body has, if anything
	 * @param version likewise
	 * @param parent the pointer of the object that has both
	 * @throws InvalidInput at the version
	 */
	public static void requireOneVersion(@Nullable String model, @Nullable Integer version, String parent) {
		if (version != null && model != null && isAlias(model)) {
			throw InvalidInput.at(parent + "/version", VERSION_BESIDE_ALIAS.formatted(model));
		}
	}

}
