package dev.decipher.problem;

import java.util.Objects;

/**
 * A parameter of the query that cannot be used: the client is answered 400 with its name.
 */
public final class InvalidParameter extends RuntimeException {

	private final String name;

	/**
	 * A fault of a parameter.
	 * @param name the parameter's name
	 * @param detail what is wrong, as a phrase: "must be between 1 and 4096"
	 */
	public InvalidParameter(String name, String detail) {
		super(detail);
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	public String detail() {
		return Objects.requireNonNull(getMessage());
	}

}
