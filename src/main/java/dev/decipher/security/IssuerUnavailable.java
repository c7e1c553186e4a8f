package dev.decipher.security;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

/** A token cannot be judged, since its issuer's keys cannot be had. */
final class IssuerUnavailable extends AuthenticationException {

	IssuerUnavailable(AuthenticationServiceException cause) {
		super("The keys of the tokens' issuer cannot be had at the moment.", cause);
	}

}
