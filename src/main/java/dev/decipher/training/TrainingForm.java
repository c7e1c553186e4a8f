package dev.decipher.training;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import dev.decipher.training.data.PairFile;
import dev.decipher.training.data.Upload;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Forms that bring in files what a network learns from. */
final class TrainingForm {

	static final String PAIRS = "pairs";

	static final String CORPUS = "corpus";

	private TrainingForm() {
	}

	/**
	 * Refuses parts that nobody has asked for.
	 * @param known the names of parts, in order
	 */
	static void requireParts(HttpServletRequest form, String... known) throws IOException, ServletException {
		Set<String> seen = new HashSet<>();
		for (Part part : form.getParts()) {
			if (!List.of(known).contains(part.getName())) {
				throw InvalidInput.at(JsonPointers.of(part.getName()),
						"is not a known part; known: " + String.join(", ", known));
			}
			InvalidInput.throwIf(!seen.add(part.getName()), "/" + part.getName(), "is given twice");
		}
	}

	/** The one file that a form has to have. */
	static Upload upload(@Nullable Part pairs, @Nullable Part corpus, JsonMapper json) throws ServletException {
		if (corpus != null) {
			InvalidInput.throwIf(pairs != null, "/" + CORPUS, "must be left out, or else pairs");
			return new Upload(null, corpus::getInputStream);
		}
		if (pairs == null) {
			throw new MissingServletRequestPartException(PAIRS);
		}
		return new Upload(new PairFile(pairs::getInputStream, json), null);
	}

}
