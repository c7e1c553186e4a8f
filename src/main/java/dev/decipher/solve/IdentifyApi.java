package dev.decipher.solve;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;

/** The description of {@link IdentifyController}. */
@Tag(name = "Solving")
interface IdentifyApi {

	/**
	 * What a client wants to know the type of.
	 *
	 * @param text any text
	 */
	@Schema(description = "A text that somebody may have enciphered")
	record IdentifyRequest(@NotNull @Schema(description = "The text", example = "LXFOPVEFRNHRLXFOPVEFRNHR",
			requiredMode = Schema.RequiredMode.REQUIRED) String text) {
	}

	@Operation(operationId = "identify", summary = "Tell the type of a ciphertext",
			description = "Tells what a text may have been enciphered with and in which language, without looking for "
					+ "the key: in milliseconds, by how often its symbols occur, alone, in pairs and by columns, and "
					+ "by how well it reads after a quick trial of each family. The probabilities are calibrated, and "
					+ "add up to one with those of the types that are too unlikely to be listed. The answer has the "
					+ "statistics as well, with which one can judge for oneself.",
			requestBody = @RequestBody(required = true,
					content = @Content(schema = @Schema(implementation = IdentifyRequest.class),
							examples = @ExampleObject("@identify.json"))))
	@ApiResponse(responseCode = "200", description = "What it may be", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@identification.json")))
	Identification identify(IdentifyRequest request);

}
