package dev.decipher.solve;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Solving over HTTP.
 */
@RestController
@Tag(name = "Solving", description = "Read a ciphertext with neither key nor pairs")
class SolveController {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private static final String SOLUTION = """
			{
			  "types": [{"type": "caesar", "probability": 0.999}],
			  "candidates": [
			    {
			      "text": "WELCOME TO THE WORLD OF CIPHERS",
			      "cipher": {"type": "caesar", "shift": 1},
			      "score": -2.21,
			      "confidence": 0.999
			    }
			  ],
			  "seconds": 0.12
			}""";

	private static final String JOB = """
			{
			  "id": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913",
			  "kind": "SOLVE",
			  "state": "QUEUED",
			  "progress": 0.0,
			  "createdAt": "2026-03-01T09:30:00.125Z",
			  "request": {"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "cipher": "auto", "language": "english",
			              "maxSeconds": 0.5, "maxCandidates": 5, "async": true}
			}""";

	/**
	 * What the Zodiac killer sent to newspapers on 31 July 1969, without the last 18
	 * symbols, which mean nothing; a character for each of the 54 symbols.
	 */
	private static final String ZODIAC_408 = "{\"text\": \"9%P/Z/UB%kOR=pX=BWV+eGYF69HP@K!qYeMJY^UIk7qTtNQYD5)S(/9#BPORAU%fRlqEk^"
			+ "LMZJdr\\\\pFHVWe8Y@+qGD9KI)6qX85zS(RNtIYElO8qGBTQS#BLd/P#B@XqEHMU^RRkcZKqpI)Wq!85L"
			+ "Mr9#BPDR+j=6\\\\N(eEUHkFZcpOVWI5+tL)l^R6HI9DR_TYr\\\\de/@XJQAP5M8RUt%L)NVEKH=GrI!Jk5"
			+ "98LMlNA)Z(PzUpkA9#BVW\\\\+VTtOP^=SrlfUe67DzG%%IMNk)ScE/9%%ZfAP#BVpeXqWq_F#8c+@9A9B"
			+ "%OT5RUc+_dYq_^SqWVZeGYKE_TYA9%#Lt_H!FBX9zXADd\\\\7L!=q_ed##6e5PORXQF%GcZ@JTtq_8JI+"
			+ "rBPQW\", \"cipher\": \"homophonic\"}";

	private final Cryptanalyst cryptanalyst;

	private final JobQueue jobs;

	private final JsonMapper json;

	private final Semaphore free;

	private final int maxConcurrent;

	SolveController(Cryptanalyst cryptanalyst, JobQueue jobs, JsonMapper json, SolveProperties limits) {
		this.cryptanalyst = cryptanalyst;
		this.jobs = jobs;
		this.json = json;
		this.maxConcurrent = limits.maxConcurrent();
		this.free = new Semaphore(this.maxConcurrent);
	}

	@PostMapping(path = "/solve", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "solve", summary = "Solve a ciphertext",
			description = "Takes a ciphertext and nothing else, and finds plaintext, key and type of cipher. Only "
					+ "`text` is needed. The search ends when it is sure, and else after `maxSeconds` with the best that "
					+ "it has; `confidence` says how much to believe of that. A short text, and one of random letters, "
					+ "has no candidate that deserves confidence.\n\n"
					+ "A text is read by the letters of the language; everything else, and letter case, stays where it "
					+ "is in the plaintext. Where words are parted by spaces that helps; groups of one length are no "
					+ "words. With the cipher `homophonic`, or where a text isn't made of letters, its symbols may be "
					+ "anything: numbers or other groups between white space (`17 03 99`), or else single characters.\n\n"
					+ "With `async` the answer is a job of kind SOLVE, whose `result` is what this would have answered.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = SolveRequest.class),
					examples = { @ExampleObject(name = "a cryptogram from a newspaper",
							value = """
									{"text": "Rth aqxe xzpzr ra acl lhjxzkjrzaq ay rapallau uzxx fh acl iacfrd ay raije. Xhr cd pabh yalujli uzrt drlaqo jqi jwrzbh yjzrt."}"""),
							@ExampleObject(name = "the Zodiac killer's first cryptogram", value = ZODIAC_408),
							@ExampleObject(name = "with everything", value = """
									{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "cipher": "caesar",
									 "language": "english", "maxSeconds": 2, "maxCandidates": 3,
									 "async": false}"""), @ExampleObject(name = "as a job", value = """
									{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "maxSeconds": 0.5,
									 "async": true}""") })))
	@ApiResponse(responseCode = "200", description = "What was found",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Solution.class), examples = @ExampleObject(SOLUTION)))
	@ApiResponse(responseCode = "202", description = "The job, which waits or runs",
			headers = @Header(name = "Location", description = "The job's address", schema = @Schema(type = "string")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Job.class), examples = @ExampleObject(JOB)))
	@ApiResponse(responseCode = "404", description = "There is no such language")
	@ApiResponse(responseCode = "409", description = "The model that is named as language has learned none")
	@ApiResponse(responseCode = "429", description = "Too many texts are being solved, or too many jobs wait")
	ResponseEntity<Object> solve(@Valid @RequestBody SolveRequest request) {
		SolveRequest complete = request.complete();
		if (complete.async()) {
			this.cryptanalyst.check(complete);
			Job job = this.jobs.submit(JobKind.SOLVE, null, this.json.valueToTree(complete), null);
			return ResponseEntity.accepted().location(URI.create("/jobs/" + job.id())).body(job);
		}
		if (!this.free.tryAcquire()) {
			throw Problem.tooManyRequests(
					this.maxConcurrent + " texts are being solved, and no more may be at once; as a job it could wait.",
					RETRY_AFTER);
		}
		try {
			return ResponseEntity.ok(this.cryptanalyst.solve(complete, () -> false, (share) -> {
			}));
		}
		finally {
			this.free.release();
		}
	}

}
