package dev.decipher.solve;

import dev.decipher.problem.InvalidInput;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Telling types over HTTP. */
@RestController
class IdentifyController implements IdentifyApi {

	private final Identifier identifier;

	IdentifyController(Identifier identifier) {
		this.identifier = identifier;
	}

	@Override
	@PostMapping(path = "/identify", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public Identification identify(@Valid @RequestBody IdentifyRequest request) {
		return InvalidInput.under("/text", () -> this.identifier.identify(request.text()));
	}

}
