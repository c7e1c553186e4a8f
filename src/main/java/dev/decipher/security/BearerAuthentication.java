package dev.decipher.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Decides who looks at a bearer token: one of three parts is a JWT where an issuer is
 * set, anything else a key.
 */
final class BearerAuthentication implements AuthenticationManagerResolver<HttpServletRequest> {

	private final BearerTokenResolver tokens;

	private final AuthenticationManager keys;

	private final @Nullable AuthenticationManager jwts;

	BearerAuthentication(BearerTokenResolver tokens, ApiKeys keys, @Nullable JwtDecoder decoder) {
		this.tokens = tokens;
		this.keys = new ProviderManager(new OpaqueTokenAuthenticationProvider(keys));
		this.jwts = (decoder != null) ? jwts(decoder) : null;
	}

	private static AuthenticationManager jwts(JwtDecoder decoder) {
		ProviderManager manager = new ProviderManager(jwtProvider(decoder));
		return (authentication) -> {
			try {
				return manager.authenticate(authentication);
			}
			catch (AuthenticationServiceException ex) {
				// by itself it would be the service's failure, and end as a 500
				throw new IssuerUnavailable(ex);
			}
		};
	}

	private static JwtAuthenticationProvider jwtProvider(JwtDecoder decoder) {
		JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
		scopes.setAuthorityPrefix(Role.PREFIX);
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(scopes);
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		return provider;
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		String token = this.tokens.resolve(request);
		boolean threeParts = token != null && token.chars().filter((character) -> character == '.').count() == 2;
		return (threeParts && this.jwts != null) ? this.jwts : this.keys;
	}

}
