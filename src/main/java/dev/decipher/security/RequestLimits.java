package dev.decipher.security;

import java.io.IOException;
import java.time.Duration;

import dev.decipher.system.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds each key, or each address that comes without one, to so many requests a second;
 * one too many is a 429. Health is free to ask.
 */
final class RequestLimits extends OncePerRequestFilter {

	private static final String COUNTED = RequestLimits.class.getName();

	private final @Nullable LimitCounter requests;

	private final RequestMatcher free;

	private final ProblemWriter problems;

	/**
	 * Makes them.
	 * @param requests in a second, null for no limit
	 * @param free requests that aren't counted
	 */
	RequestLimits(@Nullable Integer requests, Buckets buckets, RequestMatcher free, ProblemWriter problems) {
		this.requests = (requests != null)
				? new LimitCounter(new RequestLimit("requests", requests, Duration.ofSeconds(1)), buckets) : null;
		this.free = free;
		this.problems = problems;
	}

	/** Whether there is any limit. */
	boolean exist() {
		return this.requests != null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (admits(request, response)) {
			chain.doFilter(request, response);
		}
	}

	/**
	 * Counts a request that hasn't been counted yet, and answers it if it is one too
	 * many.
	 * @return whether it may go on
	 */
	boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.requests == null || request.getAttribute(COUNTED) != null || this.free.matches(request)) {
			return true;
		}
		request.setAttribute(COUNTED, true);
		Long wait = this.requests.take(request, response);
		if (wait != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(LimitCounter.seconds(wait)));
			this.problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
					"At most %d requests may be made in a second.".formatted(this.requests.limit().amount()));
		}
		return wait == null;
	}

}
