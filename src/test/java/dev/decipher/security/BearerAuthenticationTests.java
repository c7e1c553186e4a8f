package dev.decipher.security;

import java.util.List;

import dev.decipher.system.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tokens whose issuer is away, and keys that look like tokens.
 */
class BearerAuthenticationTests {

	private static final JwtDecoder AWAY = (token) -> {
		throw new JwtException("the issuer's keys cannot be had");
	};

	private final BearerTokens tokens = new BearerTokens((request) -> false);

	private AuthenticationException refused(JwtDecoder decoder, String token) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Authorization", "Bearer " + token);
		return catchThrowableOfType(AuthenticationException.class,
				() -> new BearerAuthentication(this.tokens, new ApiKeys(List.of()), decoder).resolve(request)
					.authenticate(new BearerTokenAuthenticationToken(token)));
	}

	@Test
	void aTokenWaitsForItsIssuer() throws Exception {
		AuthenticationException refused = refused(AWAY, "a.b.c");
		assertThat(refused).isInstanceOf(IssuerUnavailable.class);
		ProblemWriter problems = new ProblemWriter(JsonMapper.shared());
		MockHttpServletResponse response = new MockHttpServletResponse();
		new AccessProblems(problems,
				new RequestLimits(null, Buckets.inMemory(TimeMeter.SYSTEM_NANOTIME), (request) -> false, problems))
			.commence(new MockHttpServletRequest("GET", "/ciphers"), response, refused);
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(response.getContentType()).isEqualTo("application/problem+json");
	}

	@Test
	void threePartsAreATokenWhereThereIsAnIssuer() {
		assertThat(refused(null, "a.b.c")).isInstanceOf(InvalidBearerTokenException.class);
		assertThat(refused(AWAY, "a.b")).isInstanceOf(InvalidBearerTokenException.class);
		assertThat(refused(AWAY, "a.b.c.d")).isInstanceOf(InvalidBearerTokenException.class);
	}

}
