package dev.decipher.training;

import java.io.IOException;
import java.net.URI;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.training.data.Upload;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/** Training over HTTP. */
@RestController
record TrainController(Planner planner, JobQueue jobs, TrainingProperties limits, JsonMapper json) implements TrainApi {

	private static final String REQUEST = "request";

	@Override
	@PostMapping(path = "/train", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<Job> train(
			@Validated({ Default.class, TrainRequest.Whole.class }) @RequestBody TrainRequest request)
			throws IOException {
		return train(request, Upload.NONE);
	}

	@PostMapping(path = "/train", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Hidden
	ResponseEntity<Job> trainOnFile(@Valid @RequestPart(REQUEST) TrainRequest request,
			@RequestPart(name = TrainingForm.PAIRS, required = false) @Nullable Part pairs,
			@RequestPart(name = TrainingForm.CORPUS, required = false) @Nullable Part corpus, HttpServletRequest form)
			throws IOException, ServletException {
		TrainingForm.requireParts(form, TrainingForm.CORPUS, TrainingForm.PAIRS, REQUEST);
		return train(request, TrainingForm.upload(pairs, corpus, this.json));
	}

	private ResponseEntity<Job> train(TrainRequest request, Upload upload) throws IOException {
		InvalidInput.throwIf(
				request.training() != null && request.training().maxSeconds() != null
						&& request.training().maxSeconds() > this.limits.maxSeconds(),
				"/training/maxSeconds", "must be at most " + this.limits.maxSeconds());
		try (Planner.Planned planned = this.planner.plan(request, upload)) {
			Job job = this.jobs.submit(JobKind.TRAIN, request.model(), this.json.valueToTree(planned.plan()),
					planned.source().stored());
			return ResponseEntity.accepted().location(URI.create("/jobs/" + job.id())).body(job);
		}
	}

}
