package dev.decipher.cipher;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The JSON of an Enigma's rotors, spelled out as a type for the API's description.
 */
final class RotorsSchema {

	private RotorsSchema() {
	}

	@Schema(name = "RotorNames", description = "Rotors from left to right", example = "[\"II\", \"V\", \"III\"]")
	interface Names extends List<String> {

	}

}
