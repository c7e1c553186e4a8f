package dev.decipher.security;

import org.springframework.security.web.firewall.RequestRejectedException;

/** The service was called by a name that isn't its own. */
final class UnknownHost extends RequestRejectedException {

	UnknownHost(String host) {
		super("The service isn't known as '" + host
				+ "'. If it should be, name it in the setting decipher.security.allowed-hosts.");
	}

}
