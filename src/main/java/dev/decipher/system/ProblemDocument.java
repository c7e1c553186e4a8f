package dev.decipher.system;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every error (RFC 9457). A record of its own rather than Spring's
 * {@code ProblemDetail}, which leaves {@code type} out and knows no {@code errors}.
 */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDocument(@Schema(description = "about:blank: the status says what kind of problem it is") String type,
		@Schema(description = "The status in words") String title, @Schema(description = "The HTTP status") int status,
		@Schema(description = "What went wrong this time, for a person to read") String detail,
		@Schema(description = "The path that was asked for") @Nullable String instance,
		@Schema(description = "The request's id, as in the header X-Request-Id") @Nullable String requestId,
		@Schema(description = "Each wrong place of the request") @Nullable List<Place> errors) {

	/** A wrong place: in the body by its pointer, elsewhere by the parameter's name. */
	@Schema(name = "ProblemPlace",
			description = "A wrong place: in the body by its pointer, elsewhere by the parameter")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Place(@Schema(
			description = "A JSON pointer (RFC 6901) into the body; empty for all of it") @Nullable String pointer,
			@Schema(description = "The name of a parameter") @Nullable String parameter,
			@Schema(description = "What is wrong there") String detail) {

		static Place inBody(String pointer, String detail) {
			return new Place(pointer, null, detail);
		}

		static Place parameter(String name, String detail) {
			return new Place(null, name, detail);
		}

		private String sentence() {
			String subject = (this.parameter != null) ? this.parameter
					: (this.pointer == null || this.pointer.isEmpty()) ? "the body" : this.pointer;
			return subject + " " + this.detail;
		}

	}

	/**
	 * Places that are shown, enough to see the pattern: a large upload may be wrong in
	 * each of its lines.
	 */
	private static final int MAX_PLACES = 100;

	static ProblemDocument of(HttpStatusCode status, String detail, HttpServletRequest request) {
		return of(status, detail, request, null);
	}

	static ProblemDocument of(List<Place> places, HttpServletRequest request) {
		String first = places.get(0).sentence();
		String detail = (places.size() == 1) ? first : first + " (and " + (places.size() - 1) + " more)";
		return of(HttpStatus.BAD_REQUEST, detail, request, places.stream().limit(MAX_PLACES).toList());
	}

	private static ProblemDocument of(HttpStatusCode status, String detail, HttpServletRequest request,
			@Nullable List<Place> places) {
		HttpStatus known = HttpStatus.resolve(status.value());
		String title = (known != null) ? known.getReasonPhrase() : "Status " + status.value();
		// where the error page answers, the request for it is not the client's
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return new ProblemDocument("about:blank", title, status.value(), detail,
				uri((path != null) ? path.toString() : request.getRequestURI()), RequestId.of(request), places);
	}

	/** An instance is a URI reference; what a client sent as its path may be none. */
	private static @Nullable String uri(@Nullable String path) {
		try {
			return (path != null) ? new URI(path).toString() : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
