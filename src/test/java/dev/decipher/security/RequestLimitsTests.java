package dev.decipher.security;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.decipher.PostgresServer;
import dev.decipher.problem.Problem;
import dev.decipher.system.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Limits at the last request that they allow and one past it, by a clock of the test's.
 */
class RequestLimitsTests {

	private final AtomicLong nanos = new AtomicLong(1);

	private final TimeMeter clock = new TimeMeter() {

		@Override
		public long currentTimeNanos() {
			return RequestLimitsTests.this.nanos.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	};

	private final AtomicInteger served = new AtomicInteger();

	private final FilterChain service = (request, response) -> {
		this.served.incrementAndGet();
		((MockHttpServletResponse) response).setStatus(200);
	};

	@AfterEach
	void nobody() {
		SecurityContextHolder.clearContext();
		RequestContextHolder.resetRequestAttributes();
	}

	private RequestLimits limits(Integer requests, Buckets buckets) {
		return new RequestLimits(requests, buckets, (request) -> request.getRequestURI().equals("/health"),
				new ProblemWriter(JsonMapper.shared()));
	}

	private MockHttpServletResponse send(RequestLimits limits, String address, String method, String path)
			throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		limits.doFilter(request, response, this.service);
		return response;
	}

	@Test
	void requestsASecondOfAnAddress() throws Exception {
		RequestLimits limits = limits(3, Buckets.inMemory(this.clock));
		for (int left = 2; left >= 0; left--) {
			MockHttpServletResponse response = send(limits, "10.0.0.1", "GET", "/ciphers");
			assertThat(response.getStatus()).isEqualTo(200);
			assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"requests\";q=3;w=1");
			assertThat(response.getHeader("RateLimit")).isEqualTo("\"requests\";r=%d;t=1".formatted(left));
		}
		MockHttpServletResponse refused = send(limits, "10.0.0.1", "GET", "/ciphers");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
		assertThat(refused.getHeader("RateLimit")).isEqualTo("\"requests\";r=0;t=1");
		assertThat(refused.getContentType()).isEqualTo("application/problem+json");
		assertThat(refused.getContentAsString()).contains("At most 3 requests may be made in a second.");
		assertThat(this.served).hasValue(3);
		// others have their own, and health is free
		assertThat(send(limits, "10.0.0.2", "GET", "/ciphers").getStatus()).isEqualTo(200);
		assertThat(send(limits, "10.0.0.1", "GET", "/health").getStatus()).isEqualTo(200);
		// a third of a second later there is one again
		this.nanos.addAndGet(Duration.ofMillis(334).toNanos());
		assertThat(send(limits, "10.0.0.1", "GET", "/ciphers").getStatus()).isEqualTo(200);
		assertThat(send(limits, "10.0.0.1", "GET", "/ciphers").getStatus()).isEqualTo(429);
	}

	/** The answer to a request that makes a job, where it may. */
	private static MockHttpServletResponse make(JobLimit limit, String address) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/train");
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
		try {
			limit.take();
			response.setStatus(202);
		}
		catch (Problem ex) {
			response.setStatus(ex.status().value());
			response.setHeader("Retry-After", String.valueOf(ex.retryAfter().toSeconds()));
			assertThat(ex.detail()).startsWith("No more jobs may be made today");
		}
		return response;
	}

	@Test
	void jobsADay() {
		JobLimit limit = new JobLimit(2, Buckets.inMemory(this.clock));
		for (int refused = 0; refused < 5; refused++) {
			assertThat(make(limit, "10.0.0.1").getStatus()).isEqualTo(202);
			limit.giveBack();
		}
		MockHttpServletResponse first = make(limit, "10.0.0.1");
		assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"jobs\";q=2;w=86400");
		assertThat(first.getHeader("RateLimit")).startsWith("\"jobs\";r=1;t=");
		assertThat(make(limit, "10.0.0.1").getStatus()).isEqualTo(202);
		MockHttpServletResponse refused = make(limit, "10.0.0.1");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("43200");
		assertThat(make(limit, "10.0.0.2").getStatus()).isEqualTo(202);
		this.nanos.addAndGet(Duration.ofHours(13).toNanos());
		assertThat(make(limit, "10.0.0.1").getStatus()).isEqualTo(202);
	}

	@Test
	void jobsThatNoRequestMakesAreNotCounted() {
		JobLimit limit = new JobLimit(1, (who, configuration) -> {
			throw new AssertionError();
		});
		RequestContextHolder.resetRequestAttributes();
		assertThatNoException().isThrownBy(() -> {
			limit.take();
			limit.take();
			limit.giveBack();
		});
	}

	@Test
	void withoutALimitNothingIsCounted() throws Exception {
		MockHttpServletResponse response = send(limits(null, (who, configuration) -> {
			throw new AssertionError();
		}), "10.0.0.1", "POST", "/train");
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getHeaderNames()).doesNotContain("RateLimit", "RateLimit-Policy");
	}

	@Test
	void whatCannotBeCountedGoesOn() throws Exception {
		RequestLimits limits = limits(1, (who, configuration) -> {
			throw new IllegalStateException("the database is away");
		});
		assertThat(send(limits, "10.0.0.1", "POST", "/train").getStatus()).isEqualTo(200);
		assertThat(send(limits, "10.0.0.1", "POST", "/train").getStatus()).isEqualTo(200);
	}

	@Test
	void someoneWhoIsNotKnownByAKeyIsKnownByTheAddress() throws Exception {
		RequestLimits limits = limits(1, Buckets.inMemory(this.clock));
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("anonymousUser", "x"));
		assertThat(send(limits, "10.0.0.1", "GET", "/ciphers").getStatus()).isEqualTo(200);
		assertThat(send(limits, "10.0.0.2", "GET", "/ciphers").getStatus()).isEqualTo(200);
		assertThat(send(limits, "10.0.0.2", "GET", "/ciphers").getStatus()).isEqualTo(429);
	}

	@Test
	void replicasCountTogether() {
		PGSimpleDataSource database = database(PostgresServer.database());
		Flyway.configure().dataSource(database).load().migrate();
		JobLimit one = new JobLimit(2, Buckets.inPostgreSql(database));
		Buckets ofOther = Buckets.inPostgreSql(database);
		JobLimit other = new JobLimit(2, ofOther);
		assertThat(make(one, "10.0.0.1").getStatus()).isEqualTo(202);
		assertThat(make(other, "10.0.0.1").getStatus()).isEqualTo(202);
		assertThat(make(one, "10.0.0.1").getStatus()).isEqualTo(429);
		assertThat(make(other, "10.0.0.1").getStatus()).isEqualTo(429);
		assertThat(make(other, "10.0.0.2").getStatus()).isEqualTo(202);
		JdbcTemplate jdbc = new JdbcTemplate(database);
		ofOther.removeUnused();
		assertThat(jdbc.queryForList("select id from request_limit order by id", String.class))
			.containsExactly("jobs of 10.0.0.1", "jobs of 10.0.0.2");
		jdbc.update("update request_limit set expires_at = 1 where id like '%.1'");
		ofOther.removeUnused();
		assertThat(jdbc.queryForList("select id from request_limit", String.class)).containsExactly("jobs of 10.0.0.2");
	}

	/** The data source of settings, {@code spring.datasource.url=...} and so on. */
	private static PGSimpleDataSource database(List<String> settings) {
		PGSimpleDataSource database = new PGSimpleDataSource();
		for (String setting : settings) {
			String value = setting.substring(setting.indexOf('=') + 1);
			switch (setting.substring(setting.lastIndexOf('.', setting.indexOf('=')) + 1, setting.indexOf('='))) {
				case "url" -> database.setUrl(value);
				case "username" -> database.setUser(value);
				case "password" -> database.setPassword(value);
				default -> throw new AssertionError(setting);
			}
		}
		return database;
	}

}
