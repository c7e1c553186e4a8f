package dev.decipher.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a version's description and tags. A field that a client leaves out stays as
 * it is, and null takes it away, which a record couldn't tell apart.
 */
@Schema(description = "Changes of a version's description and tags: a field that is left out stays, and null takes it away")
final class VersionChanges {

	private static final int MAX_DESCRIPTION = 2_000;

	private static final int MAX_TAGS = 32;

	/** Where PostgreSQL would find one in a text, it would refuse the text. */
	private static final String NO_NUL = "[^\\x00]*";

	private static final String TAG = "(?! )[^\\p{Cntrl}]{1,64}(?<! )";

	private boolean describes;

	private boolean tagged;

	private @Nullable String description;

	private @Nullable List<String> tags;

	@JsonProperty
	@Schema(types = { "string", "null" }, description = "Free text", example = "trained for the spring letters")
	void setDescription(@Nullable String description) {
		this.describes = true;
		this.description = description;
	}

	@JsonProperty
	@ArraySchema(arraySchema = @Schema(types = { "array", "null" }, description = "Words to find it by"),
			schema = @Schema(example = "reviewed"))
	void setTags(@Nullable List<String> tags) {
		this.tagged = true;
		this.tags = tags;
	}

	@Size(max = MAX_DESCRIPTION, message = "must have at most {max} characters")
	@Pattern(regexp = NO_NUL, message = "must not contain the character NUL")
	@Nullable String getDescription() {
		return this.description;
	}

	@Size(max = MAX_TAGS, message = "must hold at most {max} tags")
	@UniqueElements(message = "must not hold a tag twice")
	@Nullable List<@NotNull @Pattern(regexp = TAG,
			message = "must have 1 to 64 characters, no control characters among them and no space at either end") String> getTags() {
		return this.tags;
	}

	/** The description afterwards. */
	@Nullable String descriptionOf(ModelVersion before) {
		return this.describes ? this.description : before.description();
	}

	/** The tags afterwards, null where there are none. */
	@Nullable List<String> tagsOf(ModelVersion before) {
		if (!this.tagged) {
			return before.tags();
		}
		return (this.tags != null && !this.tags.isEmpty()) ? List.copyOf(this.tags) : null;
	}

}
