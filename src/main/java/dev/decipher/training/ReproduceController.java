package dev.decipher.training;

import java.io.IOException;

import dev.decipher.job.Job;
import dev.decipher.training.data.Upload;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Training again over HTTP. */
@RestController
@RequestMapping(path = "/models/{name}/versions/{version}/reproduce", produces = MediaType.APPLICATION_JSON_VALUE)
record ReproduceController(Reproducer reproducer, JsonMapper json) implements ReproduceApi {

	@Override
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<Job> reproduce(@PathVariable String name, @PathVariable int version,
			@Valid @RequestBody(required = false) @Nullable ReproduceRequest request) throws IOException {
		return accepted(this.reproducer.submit(name, version, (request != null) ? request.upload() : Upload.NONE));
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Hidden
	ResponseEntity<Job> reproduceFromFile(@PathVariable String name, @PathVariable int version,
			MultipartHttpServletRequest form) throws IOException, ServletException {
		form.getMultiFileMap(); // reads the form, and refuses one that ends early
		TrainingForm.requireParts(form, TrainingForm.CORPUS, TrainingForm.PAIRS);
		return accepted(this.reproducer.submit(name, version,
				TrainingForm.upload(form.getPart(TrainingForm.PAIRS), form.getPart(TrainingForm.CORPUS), this.json)));
	}

	private static ResponseEntity<Job> accepted(Job job) {
		return ResponseEntity.accepted().location(job.address()).body(job);
	}

}
