package dev.decipher.language;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The description of {@link LanguageController}. */
@Tag(name = "Languages", description = "What plaintexts may be written in")
interface LanguageApi {

	@Operation(operationId = "listLanguages", summary = "List the languages",
			description = "Every language in which `/solve` looks for plaintexts: the built-in ones, then those that "
					+ "`POST /train` with a corpus has learned. A learned one of the same name goes before a built-in one, "
					+ "and has its place in the list.")
	@ApiResponse(responseCode = "200", description = "The languages", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@languages.json")))
	List<LanguageEntry> languages();

}
