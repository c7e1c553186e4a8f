package dev.decipher.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;

/**
 * The roles of keys, each with the rights of the ones before it. A JWT has the role that
 * one of its scopes is named after.
 */
enum Role {

	/** Reads, decrypts and solves. */
	DECRYPT,
	/** Trains and imports models. */
	TRAIN,
	/** Deletes, and decides which version serves. */
	ADMIN;

	/** What Spring Security puts before the names of roles. */
	static final String PREFIX = "ROLE_";

	/** As settings, scopes and clients have it. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	String authority() {
		return PREFIX + label();
	}

	static RoleHierarchy hierarchy() {
		return RoleHierarchyImpl.fromHierarchy(Arrays.stream(values())
			.sorted((one, other) -> other.compareTo(one))
			.map(Role::authority)
			.collect(Collectors.joining(" > ")));
	}

}
