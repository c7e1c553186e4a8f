package dev.decipher.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.decipher.security.SecurityProperties.ApiKey;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/**
 * Recognizes keys by their SHA-256. Each is compared, and all of its bytes, so that the
 * time tells nothing about what was nearly right.
 */
final class ApiKeys implements OpaqueTokenIntrospector {

	private record Known(ApiKey key, byte[] sha256) {
	}

	private final List<Known> known;

	ApiKeys(List<ApiKey> keys) {
		this.known = keys.stream().map((key) -> new Known(key, HexFormat.of().parseHex(key.sha256()))).toList();
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		byte[] sha256 = sha256(token);
		ApiKey found = null;
		for (Known one : this.known) {
			if (MessageDigest.isEqual(one.sha256(), sha256)) {
				found = one.key();
			}
		}
		return principal(found);
	}

	private static OAuth2AuthenticatedPrincipal principal(@Nullable ApiKey key) {
		if (key == null) {
			throw new BadOpaqueTokenException("No such key is known");
		}
		return new DefaultOAuth2AuthenticatedPrincipal(key.name(), Map.of("sub", key.name()),
				AuthorityUtils.createAuthorityList(key.role().authority()));
	}

	/** The SHA-256 of a text's UTF-8 bytes. */
	static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex); // every Java platform has it
		}
	}

}
