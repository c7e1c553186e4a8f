package dev.decipher.decrypt;

import dev.decipher.model.ModelReference;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidParameter;
import jakarta.validation.Valid;
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
 * Evaluating models over HTTP. It stands here and not in the registry, since it runs them
 * under the limits of decrypting.
 */
@RestController
@RequestMapping(path = "/models", produces = MediaType.APPLICATION_JSON_VALUE)
record EvaluationController(ModelEvaluator evaluator) implements EvaluationApi {

	@Override
	@PostMapping(path = "/{name}/evaluate", consumes = MediaType.APPLICATION_JSON_VALUE)
	public ModelEvaluation evaluate(@PathVariable String name, @Valid @RequestBody EvaluateRequest request) {
		ModelReference.requireOneVersion(name, request.version(), "");
		return InvalidInput.under("/pairs",
				() -> this.evaluator.evaluate(name, request.version(),
						request.pairs().stream().map(EvaluationPair::ciphertext).toList(),
						request.pairs().stream().map(EvaluationPair::plaintext).toList()));
	}

	@Override
	@GetMapping("/{name}/versions/{version}/activations")
	public Activations activations(@PathVariable String name, @PathVariable int version, @RequestParam String text) {
		return show(name, version, text);
	}

	@Override
	@GetMapping("/{name}/activations")
	public Activations activeActivations(@PathVariable String name, @RequestParam String text) {
		return show(name, null, text);
	}

	private Activations show(String name, @Nullable Integer version, String text) {
		try {
			return this.evaluator.activations(name, version, text);
		}
		catch (InvalidInput ex) {
			throw new InvalidParameter("text", ex.faults().get(0).detail());
		}
	}

}
