package dev.decipher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.decipher.client.DecipherClient;
import dev.decipher.client.DecipherException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Who gets in where keys are set and an issuer of tokens is trusted.
 */
class AccessTests extends HttpCalls {

	/** The roles, each with the rights of the ones before it; nobody is the first. */
	private static final List<String> ROLES = List.of("", "decrypt", "train", "admin");

	private static final String OWN_ORIGIN = "https://letters.example";

	/** A key may be any text. */
	private static final String UNUSUAL_KEY = "schlüssel=ключ, 鍵 ?";

	@TempDir
	private static Path folder;

	private static RSAKey signing;

	private static HttpServer issuer;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		signing = new RSAKeyGenerator(2048).keyID("one").algorithm(JWSAlgorithm.RS256).generate();
		issuer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		answer("/.well-known/openid-configuration",
				"""
						{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/a", "token_endpoint": "%1$s/t",
						"subject_types_supported": ["public"], "response_types_supported": ["code"],
						"id_token_signing_alg_values_supported": ["RS256"]}"""
					.formatted(issuerUri()));
		answer("/keys", new JWKSet(signing.toPublicJWK()).toString());
		issuer.start();
		Stream<String> settings = Stream.of("server.port=0", "decipher.data-dir=" + folder, "logging.level.root=warn",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuerUri(),
				"decipher.security.allowed-origins=" + OWN_ORIGIN);
		Stream<String> keys = Stream
			.concat(ROLES.stream().skip(1).map((role) -> key(role, role, key(role))),
					Stream.of(key("unusual", "decrypt", UNUSUAL_KEY)))
			.flatMap(List::stream);
		context = new SpringApplicationBuilder(DecipherApplication.class).registerShutdownHook(false)
			.run(Stream.concat(settings, keys).map((setting) -> "--" + setting).toArray(String[]::new));
	}

	private static void answer(String path, String body) {
		issuer.createContext(path, (exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
	}

	private static String issuerUri() {
		return "http://127.0.0.1:" + issuer.getAddress().getPort();
	}

	private static String key(String role) {
		return "a key of the role " + role;
	}

	private static List<String> key(String name, String role, String key) {
		int index = name.equals(role) ? ROLES.indexOf(role) - 1 : ROLES.size() - 1;
		return Stream.of("name=" + name, "role=" + role, "sha256=" + sha256(key))
			.map((field) -> "decipher.security.api-keys[%d].%s".formatted(index, field))
			.toList();
	}

	private static String sha256(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@AfterAll
	static void stop() {
		context.close();
		issuer.stop(0);
	}

	@Override
	int port() {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static HttpRequest.Builder with(String role, HttpRequest.Builder request) {
		return role.isEmpty() ? request : request.header("Authorization", "Bearer " + key(role));
	}

	/** The contract's table. */
	private static String leastRole(String method, String path) {
		if (path.startsWith("/actuator/health")) {
			return "";
		}
		if (path.startsWith("/actuator")) {
			return "admin";
		}
		if (method.equals("GET") || method.equals("POST") && (path.startsWith("/decrypt") || path.endsWith("/evaluate")
				|| Set.of("/encrypt", "/solve", "/identify").contains(path))) {
			return "decrypt";
		}
		boolean trains = method.equals("POST") && (path.equals("/train") || path.endsWith("/reproduce"))
				|| method.equals("PUT") && path.endsWith("/weights") || method.equals("PATCH")
				|| method.equals("DELETE") && path.equals("/jobs/{id}");
		return trains ? "train" : "admin";
	}

	@Test
	void everyOperationAsksForItsRole() {
		JsonNode api = send(with("decrypt", request("/v3/api-docs"))).as(200);
		int operations = 0;
		for (var path : api.get("paths").properties()) {
			for (String method : path.getValue().propertyNames()) {
				assertAsksForItsRole(method.toUpperCase(java.util.Locale.ROOT), path.getKey());
				operations++;
			}
		}
		assertThat(operations).isGreaterThan(20);
		assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		assertThat(api.at("/security/0/bearer").isArray()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "GET,/actuator", "GET,/actuator/info", "GET,/actuator/metrics", "GET,/actuator/metrics/jvm.info",
			"GET,/actuator/prometheus", "GET,/actuator/env", "POST,/actuator/shutdown", "GET,/actuator/health",
			"GET,/actuator/health/liveness", "GET,/actuator/health/readiness", "POST,/actuator/health",
			"GET,/v3/api-docs", "GET,/v3/api-docs.yaml", "GET,/nowhere", "POST,/nowhere", "PATCH,/nowhere",
			"BREW,/nowhere", "PUT,/ciphers" })
	void whatIsNoOperationDoesToo(String method, String path) {
		assertAsksForItsRole(method, path);
	}

	private void assertAsksForItsRole(String method, String path) {
		String least = method.equals("POST") && path.startsWith("/actuator") ? "admin" : leastRole(method, path);
		for (String role : ROLES) {
			Answer answer = send(
					with(role, request(path.replaceAll("\\{.*?}", "7")).method(method, BodyPublishers.noBody())));
			String call = "%s %s as %s".formatted(method, path, role);
			if (ROLES.indexOf(role) >= ROLES.indexOf(least)) {
				assertThat(answer.status()).as(call).isNotIn(401, 403).isLessThan(504);
			}
			else {
				answer.asProblem(role.isEmpty() ? 401 : 403);
				assertThat(answer.header("WWW-Authenticate")).as(call).isEqualTo(role.isEmpty() ? "Bearer" : null);
			}
			assertHasSecurityHeaders(answer);
		}
	}

	private static void assertHasSecurityHeaders(Answer answer) {
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/page/app.js", "/webjars/picocss__pico/css/pico.min.css",
			"/_static/htm/3.1.1/preact/standalone.module.js", "/swagger-ui.html", "/swagger-ui/index.html",
			"/swagger-ui/swagger-initializer.js", "/swagger-ui/swagger-ui.css", "/v3/api-docs/swagger-config" })
	void thePagesThemselvesAreForAll(String path) {
		Answer answer = get(path);
		assertThat(answer.status()).isIn(200, 302);
		assertHasSecurityHeaders(answer);
	}

	@Test
	void nothingStartsUnguarded(@TempDir Path empty) {
		try (ServiceProcess service = ServiceProcess.start(empty, "server.address=0.0.0.0")) {
			assertThat(service.awaitEnd()).isEqualTo(1);
			assertThat(service.log())
				.contains("decipher.security.api-keys", "decipher.security.allow-anonymous=true",
						"spring.security.oauth2.resourceserver.jwt.issuer-uri", "server.address=127.0.0.1")
				.doesNotContain("\tat ");
		}
		try (ServiceProcess service = ServiceProcess.start(empty, "server.address=0.0.0.0",
				"decipher.security.allow-anonymous=true")) {
			service.awaitReady();
		}
	}

	@Test
	void thePageAsksForAKeyUntilOneIsRight() {
		try (Chromium chromium = Chromium.open(); Page page = chromium.page()) {
			page.navigate(uri("/") + "#/models");
			Locator dialog = page.getByRole(AriaRole.DIALOG,
					new Page.GetByRoleOptions().setName("This service needs a key"));
			dialog.getByLabel("Key or token").fill("not a key of this service");
			dialog.getByText("Use it").click();
			PlaywrightAssertions.assertThat(dialog).containsText("The last one wasn't accepted.");
			dialog.getByLabel("Key or token").fill(key("decrypt"));
			dialog.getByText("Use it").click();
			PlaywrightAssertions.assertThat(page.locator("table.models")).containsText("seed");
			page.navigate(uri("/") + "#/understand");
			PlaywrightAssertions.assertThat(page.locator("main")).containsText("seed, version 1");
			PlaywrightAssertions.assertThat(dialog).isHidden();
		}
	}

	@Test
	void swaggerUiAsksForAKey() {
		try (Chromium chromium = Chromium.open(); Page page = chromium.page()) {
			List<String> asked = new ArrayList<>();
			page.onDialog((dialog) -> {
				asked.add(dialog.message());
				dialog.accept(key("decrypt"));
			});
			page.navigate(uri("/swagger-ui.html").toString());
			Locator encrypt = page.locator("#operations-Ciphers-encrypt");
			encrypt.locator(".opblock-summary-control").click();
			encrypt.locator("button.execute").click();
			PlaywrightAssertions.assertThat(encrypt.locator(".live-responses-table tbody td.response-col_status"))
				.containsText("200");
			assertThat(asked).containsExactly("This service needs a key:");
		}
	}

	@Test
	void aWrongKeyIsNoKey() {
		for (String token : List.of("nobody's", "a.b.c", "a key of the role  train", "x".repeat(5_000))) {
			Answer answer = send(request("/ciphers").header("Authorization", "Bearer " + token));
			answer.asProblem(401);
			assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
		}
		send(request("/actuator/health/liveness").header("Authorization", "Bearer an old one")).as(200);
		for (String header : List.of("Bearer", "Bearer  ", "Basic YTpi", "nonsense")) {
			send(request("/ciphers").header("Authorization", header)).asProblem(401);
		}
	}

	@Test
	void aKeyMayBeAnyText() {
		String utf8 = new String(UNUSUAL_KEY.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(raw("GET /ciphers HTTP/1.1", "Host: localhost", "Authorization: bearer " + utf8))
			.startsWith("HTTP/1.1 200");
	}

	@Test
	void theJavaClientSendsItsKey() {
		String address = uri("").toString();
		assertThat(DecipherClient.create(address, key("decrypt")).ciphers()).isNotEmpty();
		assertThat(catchThrowableOfType(DecipherException.class, () -> DecipherClient.create(address, null).ciphers()))
			.extracting((refusal) -> refusal.problem().status())
			.isEqualTo(401);
		assertThat(catchThrowableOfType(DecipherException.class,
				() -> DecipherClient.create(address, key("decrypt")).cancelOrDelete("any")))
			.extracting((refusal) -> refusal.problem().status())
			.isEqualTo(403);
	}

	@Test
	void whatATrainerMakesTakesNoPlace() {
		await().until(() -> get("/actuator/health/readiness").status() == 200);
		byte[] weights = download(with("decrypt", request("/models/seed/versions/1/weights"))).body();
		assertThat(upload("train", "trainers", weights).as(201).at("/version").intValue()).isEqualTo(1);
		assertThat(active("trainers")).isEqualTo(1);
		assertThat(upload("train", "trainers", weights).asProblem(403).at("/detail").asString()).contains("activate");
		assertThat(upload("train", "trainers?activate=true", weights).status()).isEqualTo(403);
		assertThat(upload("train", "trainers?activate=false", weights).as(201).at("/version").intValue()).isEqualTo(2);
		assertThat(active("trainers")).isEqualTo(1);
		assertThat(upload("admin", "trainers?activate=false", weights).as(201).at("/version").intValue()).isEqualTo(3);
		assertThat(active("trainers")).isEqualTo(1);
		assertThat(upload("admin", "trainers", weights).as(201).at("/version").intValue()).isEqualTo(4);
		assertThat(active("trainers")).isEqualTo(4);
		upload("admin", "trainers?activate=perhaps", weights).asProblem(400);
		assertThat(send(with("decrypt", request("/models/trainers/history"))).as(200)
			.valueStream()
			.map((one) -> one.at("/version") + " by " + one.at("/by").asString()))
			.containsExactly("4 by admin", "1 by train");

		assertThat(train("train", "trainers", "").asProblem(403).at("/detail").asString()).contains("activate");
		train("train", "seed", ", \"activate\": true").asProblem(403);
		for (String activate : List.of(", \"activate\": false", "")) {
			JsonNode job = train("train", activate.isEmpty() ? "new" : "trainers", activate).as(202);
			assertThat(job.at("/request/activate").asBoolean(true)).isFalse();
			String path = "/jobs/" + job.get("id").asString();
			send(with("train", request(path)).DELETE()).as(202);
			// now that it has ended, this would delete it
			assertThat(send(with("train", request(path)).DELETE()).asProblem(403).at("/detail").asString())
				.contains("admin");
			assertThat(send(with("admin", request(path)).DELETE()).status()).isEqualTo(204);
			send(with("admin", request(path)).DELETE()).asProblem(404);
		}
		JsonNode job = train("admin", "trainers", "").as(202);
		assertThat(job.at("/request/activate").isMissingNode()).isTrue();
		send(with("admin", request("/jobs/" + job.get("id").asString())).DELETE()).as(202);
	}

	private Answer upload(String role, String model, byte[] weights) {
		String path = "/models/" + (model.contains("?") ? model.replace("?", "/weights?") : model + "/weights");
		return send(with(role, request(path)).header("Content-Type", "application/octet-stream")
			.PUT(BodyPublishers.ofByteArray(weights)));
	}

	private int active(String model) {
		return send(with("decrypt", request("/models/" + model))).as(200).at("/activeVersion").intValue();
	}

	@Test
	void eachClientHasIdempotencyKeysOfItsOwn() {
		String body = ServiceTest.endless("keyed").replaceFirst("\\{", "{\"activate\": false, ");
		List<String> ids = new ArrayList<>();
		for (String role : List.of("train", "admin", "train", "admin")) {
			ids.add(send(with(role, request("/train")).header("Content-Type", "application/json")
				.header("Idempotency-Key", "the same")
				.POST(BodyPublishers.ofString(body))).as(202).at("/id").asString());
		}
		assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
		assertThat(ids.get(1)).isEqualTo(ids.get(3));
		for (String id : ids.subList(0, 2)) {
			send(with("train", request("/jobs/" + id)).DELETE()).as(202);
		}
	}

	private Answer train(String role, String model, String more) {
		String body = """
				{"model": "%s", "data": {"cipher": {"type": "caesar", "shift": 3}}%s}""".formatted(model, more);
		return send(with(role, request("/train")).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework", "org.apache", "dev.decipher" })
	void noKeyIsLogged(String loggers) {
		Logger logger = (Logger) LoggerFactory.getLogger(loggers);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		logger.setAdditive(false);
		logger.setLevel(Level.DEBUG);
		try {
			send(with("decrypt", request("/ciphers"))).as(200);
			send(with("decrypt", request("/actuator/info"))).asProblem(403);
			send(request("/ciphers").header("Authorization", "Bearer a wrong secret")).asProblem(401);
		}
		finally {
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(log);
		}
		assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((message) -> message.contains(key("decrypt")) || message.contains("a wrong secret"));
	}

	@Test
	void aTokenHasTheRolesThatItsScopesAreNamedAfter() throws JOSEException {
		assertThat(status("/ciphers", token("openid decrypt", 60, signing))).isEqualTo(200);
		assertThat(status("/actuator/info", token("openid decrypt", 60, signing))).isEqualTo(403);
		assertThat(status("/actuator/info", token("admin", 60, signing))).isEqualTo(200);
		assertThat(status("/ciphers", token("openid", 60, signing))).isEqualTo(403);
		assertThat(status("/ciphers", token("admin", -3600, signing))).isEqualTo(401);
		RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").algorithm(JWSAlgorithm.RS256).generate();
		assertThat(status("/ciphers", token("admin", 60, foreign))).isEqualTo(401);
	}

	private int status(String path, String token) {
		return send(request(path).header("Authorization", "Bearer " + token)).status();
	}

	private static String token(String scope, int seconds, RSAKey key) throws JOSEException {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
				new JWTClaimsSet.Builder().issuer(issuerUri())
					.subject("somebody")
					.claim("scope", scope)
					.issueTime(Date.from(now.minus(Duration.ofDays(1))))
					.expirationTime(Date.from(now.plusSeconds(seconds)))
					.build());
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	@Test
	void anUnknownHostIsTurnedAway() {
		for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1")) {
			assertThat(raw("GET /ciphers HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403")
				.contains("decipher.security.allowed-hosts", "application/problem+json");
			assertThat(raw("GET /actuator/health/liveness HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
		}
		for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080")) {
			assertThat(raw("GET /ciphers HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 401");
		}
		assertThat(raw("GET /ciphers HTTP/1.0")).startsWith("HTTP/1.1 401");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "cross-site,-,403", "same-site,-,403", "none,-,200", "same-origin,-,200",
			"-,-,200", "-,null,403", "-,https://evil.example,403", "-,http://127.0.0.1,403", "-,nonsense and more,403",
			"same-origin,https://evil.example,200", "cross-site," + OWN_ORIGIN + ",200", "-," + OWN_ORIGIN + ",200" })
	void aForeignPageChangesNothing(String site, String origin, int status) {
		HttpRequest.Builder request = with("decrypt", request("/encrypt")).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"text\": \"A\", \"cipher\": {\"type\": \"rot13\"}}"));
		if (site != null) {
			request.header("Sec-Fetch-Site", site);
		}
		if (origin != null) {
			request.header("Origin", origin);
		}
		Answer answer = send(request);
		if (status == 403) {
			assertThat(answer.asProblem(403).at("/detail").asString()).contains("decipher.security.allowed-origins");
		}
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Access-Control-Allow-Origin"))
			.isEqualTo(OWN_ORIGIN.equals(origin) ? OWN_ORIGIN : null);
	}

	@Test
	void aForeignPageMayReadNothing() {
		HttpRequest.Builder get = with("decrypt", request("/ciphers")).header("Sec-Fetch-Site", "cross-site");
		Answer answer = send(get.header("Origin", "https://evil.example"));
		answer.as(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
	}

	@Test
	void anAllowedPageIsAskedBeforehandWithoutAKey() {
		HttpRequest.Builder preflight = request("/decrypt").method("OPTIONS", BodyPublishers.noBody())
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "authorization,content-type");
		Answer allowed = send(preflight.copy().header("Origin", OWN_ORIGIN));
		assertThat(allowed.status()).isEqualTo(200);
		assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(OWN_ORIGIN);
		assertThat(allowed.header("Access-Control-Allow-Methods")).contains("POST");
		Answer foreign = send(preflight.copy().header("Origin", "https://evil.example"));
		assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
	}

	@Test
	void anAmbiguousPathIsRefused() throws IOException {
		for (String path : List.of("//ciphers", "/actuator/health/../info", "/actuator/health/%2e%2e/info",
				"/actuator/health;/info", "/actuator%2finfo", "/ciphers%00", "/x%0d%0ay")) {
			assertThat(raw("GET " + path + " HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 400")
				.contains("application/problem+json");
		}
	}

}
