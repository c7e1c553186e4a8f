package dev.decipher.job.web;

import java.util.List;

import dev.decipher.job.Job;
import dev.decipher.job.JobPage;
import dev.decipher.job.JobState;
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

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The description of {@link JobController}. */
@Tag(name = "Jobs", description = "Long work: what waits, what runs, and what came of it")
interface JobApi {

	String EXAMPLE_ID = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913";

	String NO_JOB = "There is no such job";

	@Operation(operationId = "listJobs", summary = "List the jobs", description = "Newest first, page by page.")
	@ApiResponse(responseCode = "200", description = "A page of jobs", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					{"items": ["@running-job.json"], "page": 0, "size": 20, "total": 1}""")))
	JobPage list(@Parameter(description = "Only jobs in this state", example = "SUCCEEDED") @Nullable JobState state,
			@Parameter(description = "Only jobs for this model", example = "seed") @Nullable String model,
			@Parameter(description = "Which page, counted from 0", example = "0") @Min(0) int page,
			@Parameter(description = "How many jobs on a page", example = "20") @Min(1) @Max(100) int size);

	@Operation(operationId = "getJob", summary = "Look at a job",
			description = "The job as it stands now; while it runs, with live figures.")
	@ApiResponse(responseCode = "200", description = "The job", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@running-job.json")))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	Job get(@Parameter(description = "The job's id", example = EXAMPLE_ID) String id);

	@Operation(operationId = "getJobHistory", summary = "See how a job has come along",
			description = "A point for every epoch that is over, with a few messages and what became of them.")
	@ApiResponse(responseCode = "200", description = "The points, in order",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(ref = "HistoryPoint")),
					examples = @ExampleObject("@history.json")))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	List<?> history(@Parameter(description = "The job's id", example = EXAMPLE_ID) String id);

	@Operation(operationId = "watchJob", summary = "Watch a job", description = """
			Server-sent events. The newest state comes at once, then `progress` with the job whenever it \
			changes (at most some five times a second), and in the end one of `succeeded`, `failed` and \
			`cancelled`, after which the stream is over. A comment shows every 15 seconds that the stream \
			is alive.""")
	@ApiResponse(responseCode = "200", description = "The stream",
			content = @Content(schema = @Schema(type = "string"), examples = @ExampleObject("@events.txt")))
	@ApiResponse(responseCode = "404", description = NO_JOB)
	@ApiResponse(responseCode = "429", description = "Too many event streams are open")
	@ApiResponse(responseCode = "503", description = "The service is going down")
	ResponseEntity<SseEmitter> events(@Parameter(description = "The job's id", example = EXAMPLE_ID) String id);

	@Operation(operationId = "deleteJob", summary = "Cancel or delete a job",
			description = "A job that waits or runs reads CANCELLED from now on; a step that has begun still ends by "
					+ "itself. One that has ended already is deleted with its history, which takes an admin; the version "
					+ "that it made stays, and still names it.")
	@ApiResponse(responseCode = "202", description = "The cancelled job", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@cancelled-job.json")))
	@ApiResponse(responseCode = "204", description = "The job had ended, and is gone", content = @Content)
	@ApiResponse(responseCode = "404", description = NO_JOB)
	@ApiResponse(responseCode = "409", description = "The job has ended in this moment, or the service needs it")
	ResponseEntity<Job> delete(@Parameter(description = "The job's id", example = EXAMPLE_ID) String id);

}
