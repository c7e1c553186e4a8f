package dev.decipher.solve;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.TokenForm;
import dev.decipher.cipher.Cipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a client wants to have solved, and all that it knows of it. */
@Schema(description = "A ciphertext, and what is known of it")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SolveRequest(
		@NotNull @Schema(description = "The ciphertext", example = "XFMDPNF UP UIF XPSME PG DJQIFST",
				requiredMode = Schema.RequiredMode.REQUIRED) String text,
		@JsonFormat(with = {
				JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
				JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED }) @Schema(
						description = "The type of cipher, several that it may be, or auto to find that out as well",
						types = { "string", "array" }, requiredMode = Schema.RequiredMode.NOT_REQUIRED,
						defaultValue = SolveRequest.AUTO, example = "auto") List<@NotNull String> cipher,
		@JsonFormat(with = { JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
				JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED }) @Schema(
						description = "What the plaintext is written in, several languages that it may be, or auto "
								+ "for any that is built in",
						types = { "string", "array" }, requiredMode = Schema.RequiredMode.NOT_REQUIRED,
						defaultValue = SolveRequest.AUTO, example = "auto") List<@NotNull String> language,
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
				defaultValue = "false", example = "false") Boolean async,
		@Valid @Nullable @Schema(description = "Bounds of the key's letters, columns, rails or period",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Lengths keyLength,
		@Size(max = 20) @JsonDeserialize(using = Cribs.class) @JsonFormat(
				with = JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED) @Schema(
						description = "Words of the plaintext: one, or a list", types = { "object", "array" },
						requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<@NotNull Known> crib,
		@Schema(description = "The letters that symbols of the ciphertext stand for, of types of one alphabet",
				example = "{\"X\": \"E\"}",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Map<String, @NotNull String> known,
		@Schema(description = "Letters that a symbol of the ciphertext doesn't stand for", example = "{\"X\": \"ET\"}",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Map<String, @NotNull String> excluded,
		@Nullable @Schema(description = "The alphabet of the plaintext",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Alphabet alphabet,
		@Nullable @Schema(description = "The symbols of the ciphertext",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Signs ciphertext,
		@Nullable @Schema(description = "Which characters are symbols",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) CharacterRule characters,
		@Nullable @Schema(description = "A cipher with a key to go on from",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Cipher start,
		@Schema(description = "Whether to give each reading with its words parted, too",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED, defaultValue = "false",
				example = "false") @Nullable Boolean words,
		@Nullable @Pattern(regexp = SolveRequest.OLD_SPELLING, message = "must be old, or left out") @Schema(
				description = "old where the plaintext has one letter for I and J, and one for U and V, as before 1700",
				allowableValues = SolveRequest.OLD_SPELLING, example = "old",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) String spelling){

	static final String OLD_SPELLING = "old";

	static final String AUTO = "auto";

	static final String SECONDS = "must be between 0.1 and 86400";

	/** The longest that a client may wait for an answer, in s. */
	static final int LONGEST_WAIT = 60;

	private static final double DEFAULT_SECONDS = 10;

	private static final int DEFAULT_CANDIDATES = 5;

	/** Fills in what was left open. */
	SolveRequest {
		cipher = (cipher != null) ? cipher : List.of(AUTO);
		language = (language != null) ? language : List.of(AUTO);
		maxSeconds = (maxSeconds != null) ? maxSeconds : DEFAULT_SECONDS;
		maxCandidates = (maxCandidates != null) ? maxCandidates : DEFAULT_CANDIDATES;
		async = async != null && async;
		crib = (crib != null) ? crib : List.of();
		known = (known != null) ? known : Map.of();
		excluded = (excluded != null) ? excluded : Map.of();
	}

	/** A request with nothing known but, perhaps, type and language. */
	SolveRequest(String text, String cipher, String language, double maxSeconds, int maxCandidates, boolean async) {
		this(text, List.of(cipher), List.of(language), maxSeconds, maxCandidates, async, null, List.of(), Map.of(),
				Map.of(), null, null, null, null, null, null);
	}

	/** The same request with less time. */
	SolveRequest within(double seconds) {
		return new SolveRequest(this.text, this.cipher, this.language, seconds, this.maxCandidates, this.async,
				this.keyLength, this.crib, this.known, this.excluded, this.alphabet, this.ciphertext, this.characters,
				this.start, this.words, this.spelling);
	}

	/** Whether the types are to be found out. */
	boolean isAuto() {
		return this.cipher.equals(List.of(AUTO));
	}

	/** What a ciphertext's symbols are: characters of an alphabet, or tokens. */
	@Schema(name = "CiphertextSigns", description = "What a ciphertext's symbols are: an alphabet's, or tokens")
	record Signs(
			@Nullable @Schema(description = "The characters that are symbols",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED) Alphabet alphabet,
			@Nullable @Schema(description = "How tokens are told apart",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED) TokenForm tokens) {

		Signs {
			InvalidInput.throwIf((alphabet == null) == (tokens == null), "", "must have either alphabet or tokens");
		}
	}

	/**
	 * Bounds of a key's length, of which one will do.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "KeyLengths", description = "Bounds of a key's length, of which one will do")
	record Lengths(
			@Nullable @Min(1) @Schema(description = "The least; any if left out", example = "5",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED) Integer min,
			@Nullable @Min(1) @Schema(
					description = "The greatest; if left out, the longest that the type of cipher is searched for",
					example = "9", requiredMode = Schema.RequiredMode.NOT_REQUIRED) Integer max) {

		/** Whether there is such a length. */
		void check() {
			InvalidInput.throwIf(this.min == null && this.max == null, "", "must have min, max or both");
			InvalidInput.throwIf(this.min != null && this.max != null && this.min > this.max, "",
					"must have a min that is not above its max");
		}
	}

	/** A piece of the plaintext. */
	@Schema(name = "Crib", description = "A piece of the plaintext")
	record Known(
			@Schema(description = "Its letters; whatever is no letter is passed over", example = "WORLD",
					requiredMode = Schema.RequiredMode.REQUIRED) String text,
			@Min(0) @Nullable @Schema(
					description = "Where it stands, from 0, in symbols of the plaintext; anywhere if left out",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "10") Integer position) {

		Known {
			InvalidInput.throwIf(text == null, "/text", "must not be null");
			InvalidInput.throwIf(position != null && position < 0, "/position", "must be greater than or equal to 0");
		}
	}

	/**
	 * Reads one crib, or a list. Jackson would take one for a list as well, but call its
	 * place the first of the list.
	 */
	static final class Cribs extends ValueDeserializer<List<Known>> {

		@Override
		public List<Known> deserialize(JsonParser parser, DeserializationContext context) {
			return parser.isExpectedStartArrayToken()
					? context.readValue(parser,
							context.getTypeFactory().constructCollectionType(List.class, Known.class))
					: List.of(context.readValue(parser, Known.class));
		}

	}

}
