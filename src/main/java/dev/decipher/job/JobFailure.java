package dev.decipher.job;

import org.jspecify.annotations.Nullable;

/** Says why a job failed, in words for its owner. */
public final class JobFailure extends RuntimeException {

	public JobFailure(String message) {
		super(message);
	}

	public JobFailure(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
