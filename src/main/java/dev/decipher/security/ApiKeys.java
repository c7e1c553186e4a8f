package dev.decipher.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

import dev.decipher.security.SecurityProperties.ApiKey;
import dev.decipher.storage.Sha256;
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
record ApiKeys(List<ApiKey> keys) implements OpaqueTokenIntrospector {

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		byte[] sha256 = sha256(token).getBytes(StandardCharsets.US_ASCII);
		ApiKey found = null;
		for (ApiKey key : this.keys) {
			if (MessageDigest.isEqual(key.sha256().getBytes(StandardCharsets.US_ASCII), sha256)) {
				found = key;
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

	/** The SHA-256 of a key's UTF-8 bytes, as settings have it. */
	static String sha256(String key) {
		return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
	}

}
