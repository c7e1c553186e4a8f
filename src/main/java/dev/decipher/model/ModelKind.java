package dev.decipher.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a version of a model. */
public enum ModelKind {

	/** A network that decrypts a cipher. */
	@JsonProperty("cipher")
	CIPHER,

	/** A network that knows a language, by which ciphers are solved without a key. */
	@JsonProperty("language")
	LANGUAGE;

	/** The kind as it is written in JSON. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
