package dev.decipher.solve;

import dev.decipher.language.English;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to have solved.
 */
@Schema(description = "A ciphertext, and what is known of it")
record SolveRequest(
		@NotNull @Schema(description = "The ciphertext", example = "XFMDPNF UP UIF XPSME PG DJQIFST",
				requiredMode = Schema.RequiredMode.REQUIRED) String text,
		@Nullable @Schema(description = "The type of cipher, or auto to find that out as well",
				defaultValue = SolveRequest.AUTO, example = "auto") String cipher,
		@Nullable @Schema(description = "What the plaintext is written in", defaultValue = SolveRequest.ENGLISH,
				example = "english") String language,
		@Nullable @DecimalMin(value = "0.1", message = SolveRequest.SECONDS) @DecimalMax(value = "3600",
				message = SolveRequest.SECONDS) @Schema(
						description = "How long to search; the best that was found by then is the answer. Beyond "
								+ "60 only with async",
						defaultValue = "10", example = "10") Double maxSeconds,
		@Nullable @Range(min = 1, max = 100, message = "must be between {min} and {max}") @Schema(
				description = "How many readings to give at most", defaultValue = "5",
				example = "5") Integer maxCandidates,
		@Nullable @Schema(description = "Whether to answer at once with a job", defaultValue = "false",
				example = "false") Boolean async) {

	static final String AUTO = "auto";

	static final String ENGLISH = English.NAME;

	static final String SECONDS = "must be between 0.1 and 3600";

	/** The longest that a client may wait for an answer, in s. */
	static final int LONGEST_WAIT = 60;

	private static final double DEFAULT_SECONDS = 10;

	private static final int DEFAULT_CANDIDATES = 5;

	/** As it will be done, with everything that was left open filled in. */
	SolveRequest complete() {
		return new SolveRequest(this.text, (this.cipher != null) ? this.cipher : AUTO,
				(this.language != null) ? this.language : ENGLISH,
				(this.maxSeconds != null) ? this.maxSeconds : DEFAULT_SECONDS,
				(this.maxCandidates != null) ? this.maxCandidates : DEFAULT_CANDIDATES,
				this.async != null && this.async);
	}

}
