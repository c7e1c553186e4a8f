package dev.decipher.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.decipher.job.IdempotencyKey;
import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.storage.Sha256;
import dev.decipher.training.data.Upload;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/** Training over HTTP. */
@RestController
record TrainController(Planner planner, JobQueue jobs, VersionKeeper keeper, TrainingProperties limits,
		JsonMapper json) implements TrainApi {

	private static final String REQUEST = "request";

	@Override
	@PostMapping(path = "/train", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<Job> train(
			@Validated({ Default.class, TrainRequest.Whole.class }) @RequestBody TrainRequest request,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) throws IOException {
		return train(request, Upload.NONE, (key != null) ? key(key, request, "", null) : null);
	}

	@PostMapping(path = "/train", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Hidden
	ResponseEntity<Job> trainOnFile(@Valid @RequestPart(REQUEST) TrainRequest request,
			@RequestPart(name = TrainingForm.PAIRS, required = false) @Nullable Part pairs,
			@RequestPart(name = TrainingForm.CORPUS, required = false) @Nullable Part corpus,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header,
			HttpServletRequest form) throws IOException, ServletException {
		TrainingForm.requireParts(form, TrainingForm.CORPUS, TrainingForm.PAIRS, REQUEST);
		Upload upload = TrainingForm.upload(pairs, corpus, this.json);
		Part file = (corpus != null) ? corpus : pairs;
		return train(request, upload,
				(header != null && file != null) ? key(header, request, file.getName(), file::getInputStream) : null);
	}

	/**
	 * A key with a checksum of the request as it was understood, and of the file's bytes.
	 */
	private IdempotencyKey key(String header, TrainRequest request, String part, @Nullable InputStreamSource file)
			throws IOException {
		Sha256 sum = new Sha256();
		if (file != null) {
			Sha256 content = new Sha256();
			try (InputStream in = file.getInputStream()) {
				in.transferTo(content);
			}
			sum.write((part + " " + content.hex() + " ").getBytes(StandardCharsets.UTF_8));
		}
		this.json.writeValue(sum, request);
		return new IdempotencyKey(header, sum.hex());
	}

	private ResponseEntity<Job> train(TrainRequest request, Upload upload, @Nullable IdempotencyKey key)
			throws IOException {
		Optional<Job> earlier = (key != null) ? this.jobs.submitted(key) : Optional.empty();
		return accepted(earlier.isPresent() ? earlier.get() : submit(request, upload, key));
	}

	private static ResponseEntity<Job> accepted(Job job) {
		return ResponseEntity.accepted().location(job.address()).body(job);
	}

	/**
	 * Hands in a job.
	 * @param key null for a request that makes a job each time
	 */
	Job submit(TrainRequest request, Upload upload, @Nullable IdempotencyKey key) throws IOException {
		InvalidInput.throwIf(
				request.training() != null && request.training().maxSeconds() != null
						&& request.training().maxSeconds() > this.limits.maxSeconds(),
				"/training/maxSeconds", "must be at most " + this.limits.maxSeconds());
		try (Planner.Planned planned = this.planner.plan(request, upload)) {
			return this.keeper.require(this.jobs.submit(JobKind.TRAIN, request.model(),
					this.json.valueToTree(planned.plan()), planned.source().stored(), key), planned.plan().from());
		}
	}

}
