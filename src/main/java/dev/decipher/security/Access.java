package dev.decipher.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

import dev.decipher.job.JobClient;
import dev.decipher.problem.Problem;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The rights of whoever sent the request that the current thread answers, for controllers
 * whose answer depends on them.
 */
public final class Access implements JobClient {

	private final boolean open;

	private final String ownKey;

	/**
	 * Makes it.
	 * @param open whether everybody may do everything
	 * @param ownKey the key by which the service asks itself
	 */
	Access(boolean open, String ownKey) {
		this.open = open;
		this.ownKey = ownKey;
	}

	String ownKey() {
		return this.ownKey;
	}

	/** Whether the service asks itself. */
	boolean isOwn(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && MessageDigest.isEqual(authorization.getBytes(StandardCharsets.UTF_8),
				ownAuthorization().getBytes(StandardCharsets.UTF_8));
	}

	/** The credentials for requests that the service sends to itself. */
	public String ownAuthorization() {
		return "Bearer " + this.ownKey;
	}

	/**
	 * Makes sure that a request, which could do without, may make a job.
	 * @throws Problem 429 if its sender has made as many as the day allows
	 */
	public void requireJobLeft(ServletRequest request) {
		if (request.getAttribute(RequestLimits.NO_JOB) instanceof Duration wait) {
			throw Problem.tooManyRequests("No more jobs may be made today; a search that is waited for is none.", wait);
		}
	}

	/** Whether nobody is asked for a key. */
	boolean isOpen() {
		return this.open;
	}

	/** Whether this is an admin, or nobody is asked for a key. */
	@Override
	public boolean isAdmin() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return this.open || authentication != null
				&& AuthorityUtils.authorityListToSet(authentication.getAuthorities()).contains(Role.ADMIN.authority());
	}

}
