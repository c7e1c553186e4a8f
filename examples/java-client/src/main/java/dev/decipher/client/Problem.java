package dev.decipher.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param status the HTTP status
 * @param detail what is wrong, for people
 * @param requestId what the service's log calls the request
 * @param errors each wrong place of the request, where there are such
 */
public record Problem(int status, String detail, @Nullable String requestId, List<Place> errors) {

	public Problem {
		errors = (errors != null) ? List.copyOf(errors) : List.of(); // left out if empty
	}

	/**
	 * A wrong place of a request.
	 *
	 * @param pointer a JSON pointer into the body, such as {@code /network/hidden}
	 * @param parameter in place of it the name of a parameter of the query
	 * @param detail what is wrong there
	 */
	public record Place(@Nullable String pointer, @Nullable String parameter, String detail) {
	}

}
