package dev.decipher.system;

/** The detail of a problem of which nothing more is known than its status. */
final class DefaultDetail {

	private DefaultDetail() {
	}

	static String of(int status) {
		return switch (status) {
			case 400 -> "The request is not well-formed HTTP. In a path or a query, special characters have to be "
					+ "percent-encoded, and an encoded slash has no place in a path.";
			case 401 -> "The request needs valid credentials.";
			case 403 -> "These credentials do not permit the request.";
			case 404 -> "There is nothing at this path.";
			case 405 -> "This method is not supported here.";
			case 406 -> "None of the media types in the Accept header can be produced here.";
			case 413 -> "The request is too large.";
			case 414, 431 -> "The request's target or headers are too long.";
			case 415 -> "The body's media type is not supported here.";
			case 429 -> "There are too many requests.";
			case 501 -> "The server does not implement what the request asks for.";
			case 503 -> "The service cannot answer right now.";
			case 505 -> "This version of HTTP is not supported.";
			default ->
				(status < 500) ? "The request cannot be served." : "Something unexpected went wrong. It was logged.";
		};
	}

}
