package dev.decipher.security;

import java.io.IOException;

import dev.decipher.system.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers with a problem whoever has no valid key or token (401), or one whose role is
 * too small (403).
 */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final int RETRY_AFTER_SECONDS = 5;

	private final ProblemWriter problems;

	private final RequestLimits limits;

	/**
	 * Makes it.
	 * @param limits what requests without a valid key count towards
	 */
	AccessProblems(ProblemWriter problems, RequestLimits limits) {
		this.problems = problems;
		this.limits = limits;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (!this.limits.admits(request, response)) {
			return;
		}
		if (ex instanceof IssuerUnavailable) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			this.problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(ex.getMessage()));
			return;
		}
		boolean invalid = ex instanceof OAuth2AuthenticationException;
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
		this.problems.write(request, response, HttpStatus.UNAUTHORIZED,
				invalid ? "The key or token is not valid, or no longer."
						: "A key or token is needed, as the header \"Authorization: Bearer ...\".");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		this.problems.write(request, response, HttpStatus.FORBIDDEN,
				"The role of the key or token does not permit this request.");
	}

}
