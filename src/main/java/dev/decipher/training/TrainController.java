package dev.decipher.training;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Training over HTTP.
 */
@RestController
@Tag(name = "Training", description = "Teach the service a cipher")
class TrainController {

	private static final String QUEUED = """
			{
			  "id": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913",
			  "kind": "TRAIN",
			  "model": "caesar3",
			  "state": "QUEUED",
			  "progress": 0.0,
			  "createdAt": "2026-03-01T09:30:00.125Z",
			  "request": {"model": "caesar3", "data": {"cipher": {"type": "caesar", "shift": 3}, "alphabet": "latin26",
			              "messageLength": 32}}
			}""";

	private static final String REQUEST = "request";

	private static final String PAIRS = "pairs";

	private static final String CORPUS = "corpus";

	private static final List<String> PARTS = List.of(CORPUS, PAIRS, REQUEST);

	private final Planner planner;

	private final JobQueue jobs;

	private final JsonMapper json;

	TrainController(Planner planner, JobQueue jobs, JsonMapper json) {
		this.planner = planner;
		this.jobs = jobs;
		this.json = json;
	}

	/*
	 * The description tells of both forms here, since an API's description has one
	 * operation for a path and a method.
	 */
	@PostMapping(path = "/train", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "train", summary = "Train a model",
			description = "Starts a job that learns a cipher, from its name or from pairs of ciphertext and plaintext "
					+ "alone, and answers at once. Only `model` and `data` are needed: what is left out is chosen, and "
					+ "the job's `request` shows it. When the job has succeeded, its version is stored and active.\n\n"
					+ "Pairs may also come as a file of up to 1 GB, in a form of two parts, as "
					+ "`curl -F 'request={\"model\": \"unknown\"}' -F pairs=@pairs.csv` sends it: "
					+ "`request` is then the JSON without `data.pairs`, and `data` may be left out of it.\n\n"
					+ "A text in a language, as `data.corpus` or as a part `corpus` in place of `pairs`, makes a version "
					+ "of kind `language`, by which `/solve` solves: "
					+ "`curl -F 'request={\"model\": \"german\"}' -F corpus=@text.txt`. Its letters are those that occur "
					+ "(all of A to Z if most are of these), unless `data.alphabet` names them.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = TrainRequest.class),
							examples = { @ExampleObject(name = "a cipher by its name", value = """
									{"model": "caesar3", "data": {"cipher": {"type": "caesar", "shift": 3}}}"""),
									@ExampleObject(name = "pairs of an unknown cipher",
											value = """
													{
													  "model": "unknown",
													  "data": {
													    "pairs": [
													      {"ciphertext": "GSV JFRXP YILDM ULC QFNKH LEVI", "plaintext": "THE QUICK BROWN FOX JUMPS OVER"},
													      {"ciphertext": "GSV OZAB WLT", "plaintext": "THE LAZY DOG"},
													      {"ciphertext": "KZXP NB YLC DRGS UREV WLAVM", "plaintext": "PACK MY BOX WITH FIVE DOZEN"},
													      {"ciphertext": "ORJFLI QFTH", "plaintext": "LIQUOR JUGS"}
													    ]
													  },
													  "training": {"maxEpochs": 20}
													}"""),
									@ExampleObject(name = "a language from a text",
											value = """
													{
													  "model": "german",
													  "data": {
													    "corpus": "Der Morgen war kühl, als der Müller die Tür seines Hauses öffnete und über die Felder sah. Im Tal lag noch der Nebel, doch über den Hügeln stand schon die Sonne, und die Bäume am Bach warfen lange Schatten auf die Wiese. Er hatte schlecht geschlafen. Die ganze Nacht war der Wind um die Mühle gegangen."
													  },
													  "training": {"maxSeconds": 60}
													}"""),
									@ExampleObject(name = "everything chosen by hand",
											value = """
													{
													  "model": "lemon",
													  "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "alphabet": "latin26", "messageLength": 32},
													  "network": {"embedding": 32, "hidden": 128, "layers": 1, "bidirectional": false, "dropout": 0.0,
													              "headHidden": 0, "skip": false, "feedback": false},
													  "training": {"learningRate": 0.001, "batchSize": 64, "examplesPerEpoch": 4096, "maxEpochs": 200,
													               "maxSeconds": 600, "targetAccuracy": 1.0, "seed": 42}
													}""") }),
					@Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
							schema = @Schema(implementation = TrainUpload.class),
							examples = @ExampleObject(name = "pairs as CSV",
									value = """
											{
											  "request": {"model": "uploaded", "data": {"validationFraction": 0.2}},
											  "pairs": "ciphertext,plaintext\\nGSV JFRXP YILDM ULC,THE QUICK BROWN FOX\\nGSV OZAB WLT,THE LAZY DOG\\nORJFLI QFTH,LIQUOR JUGS\\n"
											}""")) }))
	@ApiResponse(responseCode = "202", description = "The job, which waits or runs",
			headers = @Header(name = "Location", description = "The job's address", schema = @Schema(type = "string")),
			useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(QUEUED)))
	@ApiResponse(responseCode = "404", description = "There is no version to go on from")
	@ApiResponse(responseCode = "429", description = "Too many jobs wait already")
	@ApiResponse(responseCode = "503", description = "The default model, to go on from, is still being trained")
	ResponseEntity<Job> train(@Validated({ Default.class, TrainRequest.Whole.class }) @RequestBody TrainRequest request)
			throws IOException {
		return train(request, null, null);
	}

	@PostMapping(path = "/train", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(hidden = true)
	ResponseEntity<Job> trainOnFile(@Valid @RequestPart(REQUEST) TrainRequest request,
			@RequestPart(name = PAIRS, required = false) @Nullable Part pairs,
			@RequestPart(name = CORPUS, required = false) @Nullable Part corpus, HttpServletRequest form)
			throws IOException, ServletException {
		requireNoOtherParts(form);
		if (corpus != null) {
			if (pairs != null) {
				throw InvalidInput.at("/" + CORPUS, "must be left out, or else pairs");
			}
			return train(request, null, corpus::getInputStream);
		}
		if (pairs == null) {
			throw new MissingServletRequestPartException(PAIRS);
		}
		return train(request,
				PairFile.of(pairs::getInputStream, pairs.getContentType(), pairs.getSubmittedFileName(), this.json),
				null);
	}

	private static void requireNoOtherParts(HttpServletRequest form) throws IOException, ServletException {
		Set<String> seen = new HashSet<>();
		for (Part part : form.getParts()) {
			if (!PARTS.contains(part.getName())) {
				throw InvalidInput.at(JsonPointers.of(part.getName()),
						"is not a known part; known: " + String.join(", ", PARTS));
			}
			if (!seen.add(part.getName())) {
				throw InvalidInput.at("/" + part.getName(), "is given twice");
			}
		}
	}

	private ResponseEntity<Job> train(TrainRequest request, @Nullable PairSource upload,
			PairFile.@Nullable Content corpus) throws IOException {
		try (Planner.Planned planned = this.planner.plan(request, upload, corpus)) {
			Job job = this.jobs.submit(JobKind.TRAIN, request.model(), this.json.valueToTree(planned.plan()),
					planned.data());
			return ResponseEntity.accepted().location(URI.create("/jobs/" + job.id())).body(job);
		}
	}

	@Schema(description = "A request with its pairs in a file")
	record TrainUpload(
			@Schema(description = "What to learn, and how; its data without a cipher and without pairs, "
					+ "or left out") TrainRequest request,
			@Schema(type = "string", format = "binary",
					description = "CSV (RFC 4180) or tab-separated values with a header that names the columns "
							+ "ciphertext and plaintext, or NDJSON with these keys; in UTF-8; or else corpus") @Nullable String pairs,
			@Schema(type = "string", format = "binary",
					description = "Text in a language, in UTF-8, in place of pairs") @Nullable String corpus) {
	}

}
