package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
	public ResponseEntity<Resource> download(@PathVariable String name, @PathVariable int version, HttpMethod method) {
		ModelVersion found = this.registry.find(name, version);
		String file = name + "-" + version + ".safetensors";
		return ResponseEntity.ok()
			.eTag(found.sha256())
			.contentLength(found.size())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
			// nothing is read to answer HEAD
			.body((method == HttpMethod.HEAD) ? null : new Weights(found));
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
