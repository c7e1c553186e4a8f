package dev.decipher.cipher;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The JSON of a homophonic cipher's key, spelled out as a type for the API's description.
 */
final class HomophonesSchema {

	private HomophonesSchema() {
	}

	@Schema(name = "HomophoneTable",
			description = "For each symbol of the alphabet the tokens that stand for it: "
					+ "at most 256, and 4096 in all, without white space, each for one symbol",
			example = "{\"E\": [\"01\", \"17\"], \"T\": [\"02\"]}")
	interface Table extends Map<String, List<String>> {

	}

}
