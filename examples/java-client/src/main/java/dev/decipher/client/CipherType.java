package dev.decipher.client;

import java.util.List;

/**
 * A type of cipher.
 *
 * @param type its name
 * @param description what it does
 * @param parameters what it has to be told
 * @param example a cipher of this type with a key
 */
public record CipherType(String type, String description, List<Parameter> parameters, Cipher example) {

	/**
	 * A parameter of a cipher.
	 *
	 * @param name its field in the cipher's JSON
	 * @param type such as {@code integer}, {@code string} or {@code key}
	 * @param description what it means
	 * @param optional whether it may be left out
	 */
	public record Parameter(String name, String type, String description, boolean optional) {
	}

}
