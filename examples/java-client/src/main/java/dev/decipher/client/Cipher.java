package dev.decipher.client;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;

/**
 * A cipher with its key.
 *
 * @param type as {@link DecipherClient#ciphers()} lists it
 * @param parameters by their names, such as {@code key} or {@code shift}
 */
public record Cipher(String type, @JsonAnyGetter @JsonAnySetter Map<String, Object> parameters) {

	public static Cipher of(String type) {
		return new Cipher(type, Map.of());
	}

	public static Cipher of(String type, String parameter, Object value) {
		return new Cipher(type, Map.of(parameter, value));
	}

}
