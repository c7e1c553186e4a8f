package dev.decipher.security;

import java.time.Duration;

import dev.decipher.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Holds each key, or each address that comes without one, to so many jobs a day. Only
 * jobs that a request makes are counted.
 */
final class JobLimit {

	private final @Nullable LimitCounter counter;

	/**
	 * Makes it.
	 * @param jobs in a day, null for no limit
	 */
	JobLimit(@Nullable Integer jobs, Buckets buckets) {
		this.counter = (jobs != null) ? new LimitCounter(new RequestLimit("jobs", jobs, Duration.ofDays(1)), buckets)
				: null;
	}

	/**
	 * Counts one more.
	 * @throws Problem 429 if it is one too many
	 */
	void take() {
		if (this.counter != null
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			HttpServletResponse response = current.getResponse();
			Long wait = (response != null) ? this.counter.take(current.getRequest(), response) : null;
			if (wait != null) {
				throw Problem.overQuota(
						"No more jobs may be made today, as at most %d may in a day; a search that is waited for is none."
							.formatted(this.counter.limit().amount()),
						Duration.ofNanos(wait));
			}
		}
	}

	/** Counts one that was counted no longer. */
	void giveBack() {
		if (this.counter != null
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			HttpServletRequest request = current.getRequest();
			this.counter.giveBack(request);
		}
	}

}
