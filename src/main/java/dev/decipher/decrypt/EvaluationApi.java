package dev.decipher.decrypt;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The description of {@link EvaluationController}. */
@Tag(name = "Models")
@ApiResponse(responseCode = "404", description = "There is no such model or version")
@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
@ApiResponse(responseCode = "503", description = "The default model is still being trained")
interface EvaluationApi {

	@Schema(description = "Messages to judge a model by")
	record EvaluateRequest(
			@NotNull @Schema(
					description = "Ciphertexts with their plaintexts") List<@NotNull @Valid EvaluationPair> pairs,
			@Nullable @Schema(description = "One of the model's versions; the active one unless named",
					example = "1") Integer version) {
	}

	@Schema(description = "A ciphertext and what it means, symbol by symbol")
	record EvaluationPair(
			@NotNull @Schema(description = "As many symbols as the plaintext", example = "ERPDRF") String ciphertext,
			@NotNull @Schema(description = "What it means", example = "SECRET") String plaintext) {
	}

	@Operation(operationId = "evaluateModel", summary = "Evaluate a model",
			description = "Decrypts ciphertexts whose plaintexts are known, and tells how often it was right and what "
					+ "it took for what. The limits are those of decrypting a batch.",
			requestBody = @RequestBody(required = true, content = @Content(examples = @ExampleObject("""
					{"pairs": [{"ciphertext": "ERPDRF", "plaintext": "SECRET"},
					           {"ciphertext": "FUVEMVEMNMERPDRF", "plaintext": "THIS-IS-A-SECRET"}]}"""))))
	@ApiResponse(responseCode = "200", description = "How well it decrypts", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@evaluation.json")))
	ModelEvaluation evaluate(
			@Parameter(description = "The model's name, or `name@alias`", example = "seed") String name,
			EvaluateRequest request);

	@Operation(operationId = "showActivations", summary = "Look inside a version",
			description = "The hidden states of the LSTM's top layer at every symbol of a ciphertext; of a network "
					+ "with attention also the place that each head looks at most from there. A network with feedback reads "
					+ "its own decryption meanwhile.")
	@ApiResponse(responseCode = "200", description = "The hidden states, and where the network looked",
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("""
					{"positions": 2, "units": 3, "values": [[0.12, -0.4, 0.98], [0.2, -0.31, 0.76]],
					"attention": [[{"position": 1, "weight": 0.97}], [{"position": 0, "weight": 0.95}]]}""")))
	@ApiResponse(responseCode = "413", description = "The text is too long")
	Activations activations(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The version's number", example = "1") int version,
			@Parameter(description = "The ciphertext", example = "ERPDRF") String text);

	@Operation(operationId = "showActiveActivations", summary = "Look inside by a model's name or an alias",
			description = "The same, of the model's active version, or as `name@alias` of the alias's.")
	@ApiResponse(responseCode = "200", description = "The hidden states, and where the network looked",
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("""
					{"positions": 2, "units": 3, "values": [[0.12, -0.4, 0.98], [0.2, -0.31, 0.76]],
					"attention": [[{"position": 1, "weight": 0.97}], [{"position": 0, "weight": 0.95}]]}""")))
	@ApiResponse(responseCode = "413", description = "The text is too long")
	Activations activeActivations(
			@Parameter(description = "The model's name, or `name@alias`", example = "seed") String name,
			@Parameter(description = "The ciphertext", example = "ERPDRF") String text);

}
