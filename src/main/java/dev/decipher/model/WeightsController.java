package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weights as files over HTTP. */
@RestController
@RequestMapping(path = "/models")
record WeightsController(ModelRegistry registry, ModelStore store, WeightsImport imports) implements WeightsApi {

	@Override
	@GetMapping(path = "/{name}/versions/{version}/weights", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	public ResponseEntity<Resource> download(@PathVariable String name, @PathVariable int version,
			HttpServletRequest request) {
		return download(this.registry.find(name, version), request);
	}

	@Override
	@GetMapping(path = "/{name}/weights", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	public ResponseEntity<Resource> downloadActive(@PathVariable String name, HttpServletRequest request) {
		return download(this.registry.find(name, null), request);
	}

	private ResponseEntity<Resource> download(ModelVersion found, HttpServletRequest request) {
		String file = found.model() + "-" + found.version() + ".safetensors";
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.eTag(found.sha256())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString());
		if (HttpMethod.HEAD.matches(request.getMethod())) { // nothing is read
			return answer.contentLength(found.size()).build();
		}
		Weights weights = new Weights(found);
		requireRanges(request.getHeader(HttpHeaders.RANGE), weights);
		// of what length it is depends on them
		return answer.body(weights);
	}

	/** Spring would say 416, and send the whole file. */
	private static void requireRanges(@Nullable String ranges, Weights weights) {
		try {
			HttpRange.toResourceRegions(HttpRange.parseRanges(ranges), weights);
		}
		catch (IllegalArgumentException ex) {
			ErrorResponseException refusal = new ErrorResponseException(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
			refusal.setDetail("The Range header asks for bytes that the file of %,d bytes has not."
				.formatted(weights.contentLength()));
			refusal.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + weights.contentLength());
			throw refusal;
		}
	}

	@Override
	@PutMapping(path = "/{name}/weights", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<ModelVersion> upload(@PathVariable String name,
			@RequestParam(required = false) String alphabet, @RequestParam(required = false) String ciphertext,
			@RequestParam(required = false) @Nullable Boolean activate, InputStream body) throws IOException {
		ModelVersion version = this.imports.read(name, body, alphabet, ciphertext, activate);
		return ResponseEntity.created(URI.create("/models/" + name + "/versions/" + version.version())).body(version);
	}

	/** A version's file in the database. */
	private final class Weights extends AbstractResource {

		private final ModelVersion version;

		Weights(ModelVersion version) {
			this.version = version;
		}

		@Override
		public InputStream getInputStream() {
			return WeightsController.this.store.open(this.version.id());
		}

		@Override
		public long contentLength() {
			return this.version.size();
		}

		@Override
		public String getDescription() {
			return "weights of " + this.version.id();
		}

	}

}
