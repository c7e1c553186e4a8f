package dev.decipher.decrypt;

import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Examining models over HTTP. It stands here and not in the registry, since it runs them
 * under the limits of decrypting.
 */
@RestController
@RequestMapping(path = "/models")
@Tag(name = "Models")
class EvaluationController {

	private static final String NO_VERSION = "There is no such model or version";

	private static final String NOT_READY = "The default model is still being trained";

	private final ModelEvaluator evaluator;

	EvaluationController(ModelEvaluator evaluator) {
		this.evaluator = evaluator;
	}

	@Schema(description = "Messages to judge a model by")
	record EvaluateRequest(
			@NotNull @Schema(description = "Ciphertexts with their plaintexts",
					requiredMode = Schema.RequiredMode.REQUIRED) List<@NotNull @Valid EvaluationPair> pairs,
			@Nullable @Schema(description = "One of the model's versions; the active one unless named",
					example = "1") Integer version) {
	}

	@Schema(description = "A ciphertext and what it means, symbol by symbol")
	record EvaluationPair(
			@NotNull @Schema(description = "As many symbols as the plaintext", example = "ERPDRF",
					requiredMode = Schema.RequiredMode.REQUIRED) String ciphertext,
			@NotNull @Schema(description = "What it means", example = "SECRET",
					requiredMode = Schema.RequiredMode.REQUIRED) String plaintext) {
	}

	@PostMapping(path = "/{name}/evaluate", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "evaluateModel", summary = "Evaluate a model",
			description = "Decrypts ciphertexts whose plaintexts are known, and tells how often it was right and what "
					+ "it took for what. The limits are those of decrypting a batch.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
							{"pairs": [{"ciphertext": "ERPDRF", "plaintext": "SECRET"},
							           {"ciphertext": "FUVEMVEMNMERPDRF", "plaintext": "THIS-IS-A-SECRET"}]}"""))))
	@ApiResponse(responseCode = "200", description = "How well it decrypts", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
					{
					  "model": "digits",
					  "version": 1,
					  "messages": 2,
					  "symbols": 10,
					  "accuracy": 0.9,
					  "symbolErrorRate": 0.1,
					  "exactMessages": 0.5,
					  "confusion": {
					    "plaintext": ["0", "1", "2"],
					    "predicted": ["0", "1", "2"],
					    "counts": [[3, 0, 0], [0, 2, 1], [0, 0, 4]]
					  }
					}""")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
	@ApiResponse(responseCode = "503", description = NOT_READY)
	ModelEvaluation evaluate(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Valid @RequestBody EvaluateRequest request) {
		return InvalidInput.under("/pairs",
				() -> this.evaluator.evaluate(name, request.version(),
						request.pairs().stream().map(EvaluationPair::ciphertext).toList(),
						request.pairs().stream().map(EvaluationPair::plaintext).toList()));
	}

	@GetMapping(path = "/{name}/versions/{version}/activations", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "showActivations", summary = "Look inside a version",
			description = "The hidden states of the LSTM's top layer at every symbol of a ciphertext. A network with "
					+ "feedback reads its own decryption meanwhile.")
	@ApiResponse(responseCode = "200", description = "The hidden states", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
					{"positions": 2, "units": 3, "values": [[0.12, -0.4, 0.98], [0.2, -0.31, 0.76]]}""")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
	@ApiResponse(responseCode = "413", description = "The text is too long")
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Activations activations(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version,
			@Parameter(description = "The ciphertext", example = "ERPDRF") @RequestParam String text) {
		try {
			return this.evaluator.activations(name, version, text);
		}
		catch (InvalidInput ex) {
			throw new InvalidParameter("text", ex.faults().get(0).detail());
		}
	}

}
