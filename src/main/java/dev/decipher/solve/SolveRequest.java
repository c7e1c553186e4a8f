package dev.decipher.solve;

import dev.decipher.language.English;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/** What a client wants to have solved. */
@Schema(description = "A ciphertext, and what is known of it")
record SolveRequest(
		@NotNull @Schema(description = "The ciphertext", example = "XFMDPNF UP UIF XPSME PG DJQIFST",
				requiredMode = Schema.RequiredMode.REQUIRED) String text,
		@Schema(description = "The type of cipher, or auto to find that out as well",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED, defaultValue = SolveRequest.AUTO,
				example = "auto") String cipher,
		@Schema(description = "What the plaintext is written in", requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				defaultValue = SolveRequest.ENGLISH, example = "english") String language,
		@DecimalMin(value = "0.1", message = SolveRequest.SECONDS) @DecimalMax(value = "86400",
				message = SolveRequest.SECONDS) @Schema(
						description = "How long to search; the best that was found by then is the answer. Beyond "
								+ "60 only with async",
						requiredMode = Schema.RequiredMode.NOT_REQUIRED, defaultValue = "10",
						example = "10") Double maxSeconds,
		@Range(min = 1, max = 100, message = "must be between {min} and {max}") @Schema(
				description = "How many readings to give at most", requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				defaultValue = "5", example = "5") Integer maxCandidates,
		@Schema(description = "Whether to answer at once with a job", requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				defaultValue = "false", example = "false") Boolean async) {

	static final String AUTO = "auto";

	static final String ENGLISH = English.NAME;

	static final String SECONDS = "must be between 0.1 and 86400";

	/** The longest that a client may wait for an answer, in s. */
	static final int LONGEST_WAIT = 60;

	private static final double DEFAULT_SECONDS = 10;

	private static final int DEFAULT_CANDIDATES = 5;

	/** Fills in what was left open. */
	SolveRequest {
		cipher = (cipher != null) ? cipher : AUTO;
		language = (language != null) ? language : ENGLISH;
		maxSeconds = (maxSeconds != null) ? maxSeconds : DEFAULT_SECONDS;
		maxCandidates = (maxCandidates != null) ? maxCandidates : DEFAULT_CANDIDATES;
		async = async != null && async;
	}

}
