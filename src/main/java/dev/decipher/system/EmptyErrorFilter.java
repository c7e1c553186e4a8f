package dev.decipher.system;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a body to an error that has none, such as the Actuator's 404 for an unknown
 * metric.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmptyErrorFilter extends OncePerRequestFilter {

	private final ProblemWriter problems;

	EmptyErrorFilter(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		// after sendError the response takes no more, and the error page answers
		if (status != null && status.isError() && response.getContentType() == null && !response.isCommitted()
				&& !isAsyncStarted(request)) {
			this.problems.write(request, response, status, DefaultDetail.of(status.value()));
		}
	}

}
