package dev.decipher.security;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Takes the key or token from {@code Authorization: Bearer}. Spring Security's own
 * resolver knows only the characters of RFC 6750; a key may be any text.
 *
 * @param open what nobody needs one for, so that an old one does no harm there
 */
record BearerTokens(RequestMatcher open) implements BearerTokenResolver {

	private static final String SCHEME = "Bearer ";

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || this.open.matches(request)
				|| !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		// the web server reads the bytes of a header as ISO 8859-1
		String token = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
			.substring(SCHEME.length())
			.strip();
		return token.isEmpty() ? null : token;
	}

}
