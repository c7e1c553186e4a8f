package dev.decipher.security;

import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;

/**
 * Counts towards a limit, for each key, or each address that comes without one. Answers
 * say how much is left, by the fields {@code RateLimit} and {@code RateLimit-Policy} of
 * the IETF's draft-ietf-httpapi-ratelimit-headers.
 */
record LimitCounter(RequestLimit limit, Buckets buckets) {

	private static final Logger logger = LoggerFactory.getLogger(LimitCounter.class);

	/**
	 * Counts one more, and says so in the answer.
	 * @return how long to wait in nanoseconds where it is one too many, or null
	 */
	@Nullable Long take(HttpServletRequest request, HttpServletResponse response) {
		ConsumptionProbe probe;
		try {
			probe = bucket(request).tryConsumeAndReturnRemaining(1);
		}
		catch (RuntimeException ex) {
			// much can be answered without the database, and what can't will say so
			logger.debug("A request wasn't counted", ex);
			return null;
		}
		response.addHeader("RateLimit-Policy",
				"\"%s\";q=%d;w=%d".formatted(this.limit.name(), this.limit.amount(), this.limit.window().toSeconds()));
		response.addHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(this.limit.name(), probe.getRemainingTokens(),
				seconds(probe.getNanosToWaitForReset())));
		return probe.isConsumed() ? null : probe.getNanosToWaitForRefill();
	}

	/** Takes one back that was counted. */
	void giveBack(HttpServletRequest request) {
		try {
			bucket(request).addTokens(1);
		}
		catch (RuntimeException ex) {
			logger.debug("A request that made no job stays counted", ex);
		}
	}

	/** Whole seconds, after which it is surely time. */
	static long seconds(long nanos) {
		return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
	}

	private Bucket bucket(HttpServletRequest request) {
		return this.buckets.of(this.limit.name() + " of " + who(request), this.limit.bucket());
	}

	private static String who(HttpServletRequest request) {
		Authentication caller = Access.caller();
		return (caller != null) ? caller.getName() : request.getRemoteAddr();
	}

}
