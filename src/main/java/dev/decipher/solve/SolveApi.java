package dev.decipher.solve;

import dev.decipher.job.Job;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The description of {@link SolveController}. */
@Tag(name = "Solving", description = "Read a ciphertext with neither key nor pairs")
interface SolveApi {

	@Operation(operationId = "solve", summary = "Solve a ciphertext",
			description = "Takes a ciphertext and nothing else, and finds plaintext, key, type of cipher and language. "
					+ "Only `text` is needed. The search ends when it is sure, and else after `maxSeconds` with the best "
					+ "that it has; `confidence` says how much to believe of that. A short text, and one of random "
					+ "letters, has no candidate that deserves confidence.\n\n"
					+ "Encodings, groups, a title in front and the like are taken off first; `form` says which. "
					+ "Everything that is no letter, and letter case, stays where it is in the plaintext. Where words are "
					+ "parted by spaces that helps; groups of one length are no words. Where a text isn't made of "
					+ "letters, its symbols may be anything: numbers or other groups between white space (`17 03 99`), "
					+ "or else single characters.\n\n"
					+ "Everything that is known makes the search shorter: the type or several, the language or several, "
					+ "the key's length, words of the plaintext, what symbols stand for, a key to go on from. A hint "
					+ "that no searched type can use is a 400.\n\n"
					+ "With `Accept: text/event-stream` the answer comes as server-sent events: `types`, `candidate` each "
					+ "time there is a better one, `progress`, and last `done` with the whole answer or `failed` with a "
					+ "problem. With `async` it is a job of kind SOLVE, whose `result` is what this would have answered.",
			requestBody = @RequestBody(required = true, content = @Content(
					schema = @Schema(implementation = SolveRequest.class),
					examples = { @ExampleObject(name = "a cryptogram from a newspaper", value = "@cryptogram.json"),
							@ExampleObject(name = "the Zodiac killer's first cryptogram", value = "@zodiac-408.json"),
							@ExampleObject(name = "with everything", value = """
									{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "cipher": ["caesar", "vigenere"],
									 "language": ["english", "german"], "maxSeconds": 2, "maxCandidates": 3,
									 "async": false, "keyLength": {"min": 1, "max": 5}, "words": true,
									 "crib": {"text": "WORLD", "position": 12}}"""),
							@ExampleObject(name = "as a job", value = """
									{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "maxSeconds": 0.5,
									 "async": true}""") })))
	@ApiResponse(responseCode = "200", description = "What was found",
			content = { @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Solution.class), examples = @ExampleObject("@solution.json")),
					@Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"),
							examples = @ExampleObject("@solve-events.txt")) })
	@ApiResponse(responseCode = "202", description = "The job, which waits or runs",
			headers = @Header(name = "Location", description = "The job's address", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = Job.class),
					examples = @ExampleObject("@solve-job.json")))
	@ApiResponse(responseCode = "404", description = "There is no such language")
	@ApiResponse(responseCode = "409", description = "The model that is named as language has learned none")
	@ApiResponse(responseCode = "429", description = "Too many texts are being solved, or too many jobs wait")
	ResponseEntity<Object> solve(SolveRequest request, HttpServletRequest servletRequest);

	@Hidden
	void stream(SolveRequest request, HttpServletRequest servletRequest, HttpServletResponse response);

}
