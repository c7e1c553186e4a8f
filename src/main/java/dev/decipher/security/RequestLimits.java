package dev.decipher.security;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.decipher.system.ProblemWriter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds each key, or each address that comes without one, to so many requests a second
 * and so many jobs a day. Answers say how many are left, by the fields {@code RateLimit}
 * and {@code RateLimit-Policy} of the IETF's draft-ietf-httpapi-ratelimit-headers; one
 * too many is a 429. What is refused for another reason is no job. Health is free to ask.
 */
final class RequestLimits extends OncePerRequestFilter {

	private static final String COUNTED = RequestLimits.class.getName();

	/** How long somebody has to wait for a further job, for {@link Access}. */
	static final String NO_JOB = RequestLimits.class.getName() + ".noJob";

	private static final Logger logger = LoggerFactory.getLogger(RequestLimits.class);

	/** What makes jobs, if it is answered 202. */
	private static final RequestMatcher JOBS = new OrRequestMatcher(post("/train"), post("/solve"),
			post("/models/{name}/versions/{version}/reproduce"));

	/** Of these only some do, as their controller sees. */
	private static final RequestMatcher SEARCHES = post("/solve");

	private final @Nullable RequestLimit requests;

	private final @Nullable RequestLimit jobs;

	private final Buckets buckets;

	private final RequestMatcher free;

	private final ProblemWriter problems;

	/**
	 * Makes them.
	 * @param requests in a second, null for no limit
	 * @param jobs in a day, null for no limit
	 * @param free requests that aren't counted
	 */
	RequestLimits(@Nullable Integer requests, @Nullable Integer jobs, Buckets buckets, RequestMatcher free,
			ProblemWriter problems) {
		this.requests = (requests != null) ? new RequestLimit("requests", requests, Duration.ofSeconds(1)) : null;
		this.jobs = (jobs != null) ? new RequestLimit("jobs", jobs, Duration.ofDays(1)) : null;
		this.buckets = buckets;
		this.free = free;
		this.problems = problems;
	}

	/** Whether there is any limit. */
	boolean exist() {
		return this.requests != null || this.jobs != null;
	}

	private static RequestMatcher post(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!admits(request, response)) {
			return;
		}
		if (this.jobs == null || !JOBS.matches(request)) {
			chain.doFilter(request, response);
			return;
		}
		boolean taken = takes(this.jobs, request, response);
		if (taken || SEARCHES.matches(request)) {
			chain.doFilter(request, response);
		}
		if (taken && response.getStatus() != HttpStatus.ACCEPTED.value()) {
			giveBack(this.jobs, request);
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
		return takes(this.requests, request, response);
	}

	private boolean takes(RequestLimit limit, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		ConsumptionProbe probe;
		try {
			probe = bucket(limit, request).tryConsumeAndReturnRemaining(1);
		}
		catch (RuntimeException ex) {
			// much can be answered without the database, and what can't will say so
			logger.debug("A request wasn't counted", ex);
			return true;
		}
		response.addHeader("RateLimit-Policy",
				"\"%s\";q=%d;w=%d".formatted(limit.name(), limit.amount(), limit.window().toSeconds()));
		response.addHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(limit.name(), probe.getRemainingTokens(),
				seconds(probe.getNanosToWaitForReset())));
		if (!probe.isConsumed() && limit == this.jobs && SEARCHES.matches(request)) {
			request.setAttribute(NO_JOB, Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
		else if (!probe.isConsumed()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(probe.getNanosToWaitForRefill())));
			this.problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "At most %d %s may be made in %s."
				.formatted(limit.amount(), limit.name(), limit.window().toSeconds() == 1 ? "a second" : "a day"));
		}
		return probe.isConsumed();
	}

	/** Whole seconds, after which it is surely time. */
	private static long seconds(long nanos) {
		return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
	}

	private void giveBack(RequestLimit limit, HttpServletRequest request) {
		try {
			bucket(limit, request).addTokens(1);
		}
		catch (RuntimeException ex) {
			logger.debug("A request that made no job stays counted", ex);
		}
	}

	private Bucket bucket(RequestLimit limit, HttpServletRequest request) {
		return this.buckets.of(limit.name() + " of " + who(request), limit.bucket());
	}

	private static String who(HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?>) ? authentication.getName()
				: request.getRemoteAddr();
	}

}
