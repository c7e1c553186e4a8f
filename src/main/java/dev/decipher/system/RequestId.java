package dev.decipher.system;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request, by which its answer, its lines in the log and what a client
 * keeps of it are found together. The client may bring one; else it gets one.
 */
public final class RequestId {

	/** The header of requests and of answers. */
	public static final String HEADER = "X-Request-Id";

	/** The name under which lines of the log have it. */
	static final String LOG_KEY = "request";

	/** What a client may bring: it goes into the log and into headers as it is. */
	static final String PATTERN = "[A-Za-z0-9._:=+/@-]{1,128}";

	private static final int MAX_LENGTH = 128;

	private static final String ATTRIBUTE = RequestId.class.getName();

	/** Tells this start of this process from others. */
	private static final String PREFIX = Long.toString(new SecureRandom().nextLong(1L << 40, 1L << 45), 32) + "-";

	private static final AtomicLong NUMBERS = new AtomicLong();

	private RequestId() {
	}

	/** A request's id, null for one that has not come by the web server. */
	static @Nullable String of(ServletRequest request) {
		return (String) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Gives a request its id.
	 * @param brought what the client calls it, if it does
	 */
	static String give(ServletRequest request, @Nullable String brought) {
		String id = (brought != null && isSane(brought)) ? brought : PREFIX + NUMBERS.incrementAndGet();
		request.setAttribute(ATTRIBUTE, id);
		return id;
	}

	/** As {@link #PATTERN} has it, without the cost of one for each request. */
	static boolean isSane(String id) {
		if (id.isEmpty() || id.length() > MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < id.length(); i++) {
			char one = id.charAt(i);
			boolean letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
			if (!letter && "._:=+/@-".indexOf(one) < 0) {
				return false;
			}
		}
		return true;
	}

}
