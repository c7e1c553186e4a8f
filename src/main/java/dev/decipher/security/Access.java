package dev.decipher.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import dev.decipher.job.JobClient;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The rights of whoever sent the request that the current thread answers, for controllers
 * whose answer depends on them.
 */
public final class Access implements JobClient {

	private final boolean open;

	private final String ownKey;

	private final JobLimit jobs;

	/**
	 * Makes it.
	 * @param open whether everybody may do everything
	 * @param ownKey the key by which the service asks itself
	 */
	Access(boolean open, String ownKey, JobLimit jobs) {
		this.open = open;
		this.ownKey = ownKey;
		this.jobs = jobs;
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

	@Override
	public void takeJob() {
		this.jobs.take();
	}

	@Override
	public void giveJobBack() {
		this.jobs.giveBack();
	}

	/** Whether nobody is asked for a key. */
	boolean isOpen() {
		return this.open;
	}

	/**
	 * The name of the key, or the subject of the token, that the request came with.
	 * @return the name, or null where nobody was asked for one or no request is answered
	 */
	public @Nullable String name() {
		Authentication caller = caller();
		return (caller != null) ? caller.getName() : null;
	}

	@Override
	public String identity() {
		Authentication caller = caller();
		return (caller != null) ? ((caller instanceof JwtAuthenticationToken) ? "token " : "key ") + caller.getName()
				: JobClient.ANYBODY.identity();
	}

	/** The key or the token that the request came with, or null for none. */
	static @Nullable Authentication caller() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?>) ? authentication : null;
	}

	/** Whether this is an admin, or nobody is asked for a key. */
	@Override
	public boolean isAdmin() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return this.open || authentication != null
				&& AuthorityUtils.authorityListToSet(authentication.getAuthorities()).contains(Role.ADMIN.authority());
	}

}
