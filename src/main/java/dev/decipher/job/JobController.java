package dev.decipher.job;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code /jobs}.
 */
@RestController
@RequestMapping("/jobs")
@Tag(name = "Jobs", description = "Long work: what waits, what runs, and what came of it")
class JobController {

	private static final String EXAMPLE_ID = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913";

	private static final String NO_JOB = "There is no such job";

	private static final String CANCELLED = """
			{
			  "id": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913",
			  "kind": "TRAIN",
			  "model": "lemon",
			  "state": "CANCELLED",
			  "progress": 0.0,
			  "createdAt": "2026-03-01T09:30:00.125Z",
			  "finishedAt": "2026-03-01T09:30:02.640Z",
			  "request": {"model": "lemon", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}}}
			}""";

	private static final String RUNNING = """
			{
			  "id": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913",
			  "kind": "TRAIN",
			  "model": "lemon",
			  "state": "RUNNING",
			  "progress": 0.42,
			  "epoch": 21,
			  "step": 1344,
			  "trainingLoss": 0.318,
			  "validationLoss": 0.331,
			  "accuracy": 0.913,
			  "exactMessages": 0.274,
			  "symbolsPerSecond": 185000.0,
			  "etaSeconds": 37.5,
			  "createdAt": "2026-03-01T09:30:00.125Z",
			  "startedAt": "2026-03-01T09:30:00.131Z",
			  "request": {"model": "lemon", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}}}
			}""";

	private static final String PAGE = """
			{"items": [
			""" + RUNNING + """
			], "page": 0, "size": 20, "total": 1}""";

	private static final String HISTORY = """
			[{
			  "epoch": 1,
			  "step": 64,
			  "seconds": 3.2,
			  "trainingLoss": 2.871,
			  "validationLoss": 2.604,
			  "accuracy": 0.187,
			  "exactMessages": 0.0,
			  "learningRate": 0.001,
			  "samples": [{"ciphertext": "LXFOPV", "plaintext": "ATTACK", "decrypted": "ATEACE"}]
			}]""";

	private static final String EVENTS = """
			event:progress
			data:{"id":"3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913","kind":"TRAIN","model":"lemon","state":"RUNNING",…}

			event:succeeded
			data:{"id":"3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913","kind":"TRAIN","model":"lemon","state":"SUCCEEDED",…}

			""";

	private final DatabaseJobQueue jobs;

	private final JobEvents events;

	JobController(DatabaseJobQueue jobs, JobEvents events) {
		this.jobs = jobs;
		this.events = events;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listJobs", summary = "List the jobs", description = "Newest first, page by page.")
	@ApiResponse(responseCode = "200", description = "A page of jobs",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = JobPage.class), examples = @ExampleObject(PAGE)))
	JobPage list(
			@Parameter(description = "Only jobs in this state",
					example = "SUCCEEDED") @RequestParam(required = false) @Nullable JobState state,
			@Parameter(description = "Only jobs for this model",
					example = "seed") @RequestParam(required = false) @Nullable String model,
			@Parameter(description = "Which page, counted from 0",
					example = "0") @RequestParam(defaultValue = "0") @Min(0) int page,
			@Parameter(description = "How many jobs on a page",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.jobs.page(state, (model == null || model.isEmpty()) ? null : model, page, size);
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getJob", summary = "Look at a job",
			description = "The job as it stands now; while it runs, with live figures.")
	@ApiResponse(responseCode = "200", description = "The job",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Job.class), examples = @ExampleObject(RUNNING)))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	Job get(@Parameter(description = "The job's id", example = EXAMPLE_ID) @PathVariable String id) {
		return this.jobs.get(id);
	}

	@GetMapping(path = "/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getJobHistory", summary = "See how a job has come along",
			description = "A point for every epoch that is over, with a few messages and what became of them.")
	@ApiResponse(responseCode = "200", description = "The points, in order",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(ref = "HistoryPoint")), examples = @ExampleObject(HISTORY)))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	List<?> history(@Parameter(description = "The job's id", example = EXAMPLE_ID) @PathVariable String id) {
		return this.jobs.history(id);
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "watchJob", summary = "Watch a job", description = """
			Server-sent events. The newest state comes at once, then `progress` with the job whenever it \
			changes (at most some five times a second), and in the end one of `succeeded`, `failed` and \
			`cancelled`, after which the stream is over. A comment shows every 15 seconds that the stream \
			is alive.""")
	@ApiResponse(responseCode = "200", description = "The stream",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"),
					examples = @ExampleObject(EVENTS)))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	@ApiResponse(responseCode = "429", description = "Too many event streams are open")
	@ApiResponse(responseCode = "503", description = "The service is going down")
	ResponseEntity<SseEmitter> events(
			@Parameter(description = "The job's id", example = EXAMPLE_ID) @PathVariable String id) {
		// an unknown job is a 404 even where no stream is free
		this.jobs.get(id);
		SseEmitter emitter = this.events.subscribe(id, () -> this.jobs.get(id));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			// a proxy that collects the answer would make it late
			.header("X-Accel-Buffering", "no")
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.body(emitter);
	}

	@DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "cancelJob", summary = "Cancel a job",
			description = "The job reads CANCELLED from now on; a step that has begun still ends by itself.")
	@ApiResponse(responseCode = "202", description = "The cancelled job",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Job.class), examples = @ExampleObject(CANCELLED)))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	@ApiResponse(responseCode = "409", description = "The job has ended already")
	Job cancel(@Parameter(description = "The job's id", example = EXAMPLE_ID) @PathVariable String id) {
		return this.jobs.cancel(id);
	}

}
