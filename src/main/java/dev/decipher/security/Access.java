package dev.decipher.security;

import java.time.Duration;

import dev.decipher.problem.Problem;
import jakarta.servlet.ServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The rights of whoever sent the request that the current thread answers, for controllers
 * whose answer depends on them.
 */
public final class Access {

	private final boolean open;

	/**
	 * Makes it.
	 * @param open whether everybody may do everything
	 */
	Access(boolean open) {
		this.open = open;
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
	public boolean isAdmin() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return this.open || authentication != null
				&& AuthorityUtils.authorityListToSet(authentication.getAuthorities()).contains(Role.ADMIN.authority());
	}

}
