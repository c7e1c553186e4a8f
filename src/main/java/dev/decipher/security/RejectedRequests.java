package dev.decipher.security;

import java.io.IOException;

import dev.decipher.system.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers with a problem what the firewall refuses: 403 for an unknown host, 400 for a
 * path that filters and controllers could read in different ways.
 */
record RejectedRequests(ProblemWriter problems) implements RequestRejectedHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException ex)
			throws IOException {
		if (ex instanceof UnknownHost) {
			this.problems.write(request, response, HttpStatus.FORBIDDEN, String.valueOf(ex.getMessage()));
			return;
		}
		this.problems.write(request, response, HttpStatus.BAD_REQUEST,
				"The path is ambiguous: a semicolon, a backslash, \"//\", \"..\", or an encoded slash, percent sign, period "
						+ "or line break has no place in it.");
	}

}
