package dev.decipher.problem;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A request that is well formed and yet cannot be served: the client is answered with
 * this status and detail.
 */
public final class Problem extends RuntimeException {

	private final HttpStatus status;

	private final @Nullable Duration retryAfter;

	private final boolean overQuota;

	private Problem(HttpStatus status, String detail, @Nullable Duration retryAfter) {
		this(status, detail, retryAfter, false);
	}

	private Problem(HttpStatus status, String detail, @Nullable Duration retryAfter, boolean overQuota) {
		super(detail);
		this.status = status;
		this.retryAfter = retryAfter;
		this.overQuota = overQuota;
	}

	public static Problem notFound(String detail) {
		return new Problem(HttpStatus.NOT_FOUND, detail, null);
	}

	public static Problem forbidden(String detail) {
		return new Problem(HttpStatus.FORBIDDEN, detail, null);
	}

	public static Problem conflict(String detail) {
		return new Problem(HttpStatus.CONFLICT, detail, null);
	}

	public static Problem tooLarge(String detail) {
		return new Problem(HttpStatus.CONTENT_TOO_LARGE, detail, null);
	}

	public static Problem unprocessable(String detail) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, detail, null);
	}

	public static Problem tooManyRequests(String detail, Duration retryAfter) {
		return new Problem(HttpStatus.TOO_MANY_REQUESTS, detail, retryAfter);
	}

	/**
	 * One request more than the client may make, however little the service has to do.
	 */
	public static Problem overQuota(String detail, Duration retryAfter) {
		return new Problem(HttpStatus.TOO_MANY_REQUESTS, detail, retryAfter, true);
	}

	public static Problem notReady(String detail, Duration retryAfter) {
		return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, retryAfter);
	}

	public HttpStatus status() {
		return this.status;
	}

	/**
	 * When it makes sense to ask again, for the {@code Retry-After} header.
	 * @return the time to wait, or null where waiting does not help
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Whether there would have been room for another client. */
	public boolean isOverQuota() {
		return this.overQuota;
	}

	public String detail() {
		return Objects.requireNonNull(getMessage());
	}

}
