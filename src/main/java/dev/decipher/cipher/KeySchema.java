package dev.decipher.cipher;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of a key that isn't given, spelled out as types for the API's description. */
public final class KeySchema {

	private KeySchema() {
	}

	@Schema(name = "RandomKey", description = "A key drawn once for a training job; the job's request shows it")
	public record RandomKey(@Schema(description = "What the key shall be like",
			requiredMode = Schema.RequiredMode.REQUIRED) Random random) {
	}

	@Schema(name = "AnyKey", description = "A key of its own for every message, written in front of the ciphertext")
	record AnyKey(@Schema(description = "true, or what the keys are like", oneOf = {
			Boolean.class, Random.class }, requiredMode = Schema.RequiredMode.REQUIRED) Object any){
	}

	@Schema(name = "RandomKeyLength", description = "How long the key shall be; left out, the cipher chooses")
	record Random(@ArraySchema(minItems = 2, maxItems = 2,
			arraySchema = @Schema(description = "The shortest and the longest length in symbols, 1 to 1000",
					example = "[3, 6]")) @Nullable List<Integer> length) {
	}

}
