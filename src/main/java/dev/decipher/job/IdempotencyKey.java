package dev.decipher.job;

import dev.decipher.problem.InvalidParameter;

/**
 * Makes a request one that may be sent again without making a second job, as the IETF's
 * draft-ietf-httpapi-idempotency-key-header has it. A key is the client's own, and good
 * for a day.
 *
 * @param key as the client chose it
 * @param request a checksum of all that counts of the request
 */
public record IdempotencyKey(String key, String request) {

	/** The name of the header. */
	public static final String HEADER = "Idempotency-Key";

	/** The pattern of keys. */
	public static final String PATTERN = "[ -~]{1,255}";

	/**
	 * A key of a request.
	 * @throws InvalidParameter if it isn't one
	 */
	public IdempotencyKey {
		if (!key.matches(PATTERN) || key.isBlank()) {
			throw new InvalidParameter(HEADER, "must be 1 to 255 printable characters of ASCII");
		}
	}

}
