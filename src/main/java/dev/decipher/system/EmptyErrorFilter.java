package dev.decipher.system;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gives a body to an error that has none, such as the Actuator's 404 for an unknown
 * metric.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmptyErrorFilter implements Filter {

	private final ProblemWriter problems;

	EmptyErrorFilter(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse servletResponse, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, servletResponse);
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		// after sendError the response takes no more, and the error page answers
		if (status != null && status.isError() && response.getContentType() == null && !response.isCommitted()
				&& !request.isAsyncStarted()) {
			this.problems.write((HttpServletRequest) request, response, status, DefaultDetail.of(status.value()));
		}
	}

}
