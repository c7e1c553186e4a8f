package dev.decipher.security;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.decipher.storage.Poller;
import dev.decipher.system.ProblemWriter;
import dev.decipher.system.RequestId;
import io.github.bucket4j.TimeMeter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Who gets in: everybody as long as no keys or tokens are set, which needs a loopback
 * address or an explicit permission; else each request needs the role that is written
 * down here, and one that isn't needs an admin's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * All that the page and Swagger UI need, for which nothing comes from elsewhere; the
	 * hash is that of a style which the latter writes into its page.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' "
			+ "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/**
	 * The static files of the page and of Swagger UI, and where the latter finds the
	 * API's description.
	 */
	private static final String[] STATIC_FILES = { "/", "/index.html", "/page/**", "/webjars/**", "/_static/**",
			"/favicon.ico", "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/swagger-config" };

	/** The name of the scheme in the API's description. */
	private static final String BEARER = "bearer";

	@Bean
	RoleHierarchy roleHierarchy() {
		return Role.hierarchy();
	}

	/**
	 * Looks, before anything is made, whether the service could be used by everybody who
	 * reaches it, though nobody has said that it may.
	 * @return a check that throws {@link UnguardedAddress}
	 */
	@Bean
	static BeanFactoryPostProcessor unguardedAddressCheck(Environment environment) {
		return (beans) -> {
			Binder settings = Binder.get(environment);
			boolean guarded = settings
				.bind("decipher.security.api-keys", Bindable.listOf(SecurityProperties.ApiKey.class))
				.isBound()
					|| settings
						.bind("spring.security.oauth2.resourceserver.jwt", Bindable.mapOf(String.class, String.class))
						.isBound();
			if (!guarded && !settings.bind("decipher.security.allow-anonymous", Boolean.class).orElse(false)) {
				requireLoopback(settings.bind("server.address", InetAddress.class).orElse(null));
				if (environment.containsProperty("management.server.port")) {
					requireLoopback(settings.bind("management.server.address", InetAddress.class).orElse(null));
				}
			}
		};
	}

	private static void requireLoopback(@Nullable InetAddress address) {
		if (!isLoopback(address)) {
			throw new UnguardedAddress((address != null) ? address.getHostAddress() : "every address");
		}
	}

	/** Each filter of each request would be a series of its own, which nobody watches. */
	@Bean
	SecurityObservationSettings securityObservationSettings() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	Access access(SecurityProperties properties, ObjectProvider<JwtDecoder> jwts, Buckets buckets) {
		return new Access(properties.apiKeys().isEmpty() && jwts.getIfAvailable() == null, KeyCommand.newKey(),
				new JobLimit(properties.jobsPerDay(), buckets));
	}

	private static boolean isLoopback(@Nullable InetAddress address) {
		return address != null && address.isLoopbackAddress();
	}

	@Bean
	HttpFirewall httpFirewall(SecurityProperties properties, ServerProperties server, WebEndpointProperties actuator,
			@Value("${server.address:}") String address) {
		if (properties.allowedHosts().isEmpty() && !isLoopback(server.getAddress())) {
			return HostFirewall.strict();
		}
		return new HostFirewall(new KnownHosts(properties.allowedHosts(), address), health(actuator));
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
		return new RejectedRequests(problems);
	}

	@Bean
	Buckets buckets(DataSource database, @Value("${spring.datasource.url}") String url) {
		return (DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL) ? Buckets.inPostgreSql(database)
				: Buckets.inMemory(TimeMeter.SYSTEM_NANOTIME);
	}

	@Bean
	Poller bucketCleaner(Buckets buckets) {
		return new Poller("limits of requests", Duration.ofMinutes(1)) {

			@Override
			protected void poll() {
				buckets.removeUnused();
			}

		};
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, SecurityProperties properties, Access access,
			Buckets buckets, ObjectProvider<JwtDecoder> jwts, WebEndpointProperties actuator, ProblemWriter problems) {
		RequestLimits limits = new RequestLimits(properties.requestsPerSecond(), buckets,
				new OrRequestMatcher(isHealth(actuator), access::isOwn), problems);
		AccessProblems refusals = new AccessProblems(problems, limits);
		http.csrf(AbstractHttpConfigurer::disable) // by the CrossSiteFilter, no page has
													// a token
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			// there are no sessions
			.sessionManagement(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.headers(SecurityConfiguration::describe)
			.addFilterAfter(new CrossSiteFilter(properties.allowedOrigins(), problems), HeaderWriterFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.cors((cors) -> cors.configurationSource(origins(properties.allowedOrigins())));
		if (limits.exist()) {
			http.addFilterBefore(limits, AuthorizationFilter.class);
		}
		if (access.isOpen()) {
			http.anonymous(AbstractHttpConfigurer::disable);
		}
		else {
			BearerTokens tokens = new BearerTokens(isHealth(actuator));
			http.oauth2ResourceServer((server) -> server.bearerTokenResolver(tokens)
				.authenticationManagerResolver(
						new BearerAuthentication(tokens, keys(properties, access), jwts.getIfAvailable()))
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals));
			http.authorizeHttpRequests((requests) -> authorize(requests, actuator));
		}
		return http.build();
	}

	@Bean
	SwaggerIndexTransformer swaggerIndexTransformer(Access access, SwaggerUiConfigProperties configuration,
			SwaggerUiOAuthProperties oauth, SwaggerWelcomeCommon welcome, ObjectMapperProvider json) {
		return access.isOpen() ? new SwaggerIndexPageTransformer(configuration, oauth, welcome, json)
				: new SwaggerUiWithKey(configuration, oauth, welcome, json);
	}

	@Bean
	GlobalOpenApiCustomizer keysInTheDescription(Access access) {
		return (api) -> {
			api.schemaRequirement(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("A key, or a token of the issuer that the service trusts"));
			if (!access.isOpen()) {
				api.addSecurityItem(new SecurityRequirement().addList(BEARER));
			}
		};
	}

	/** The keys that are accepted, the service's own among them. */
	private static ApiKeys keys(SecurityProperties properties, Access access) {
		List<SecurityProperties.ApiKey> keys = new ArrayList<>(properties.apiKeys());
		keys.add(new SecurityProperties.ApiKey("the service itself", Role.DECRYPT, ApiKeys.sha256(access.ownKey())));
		return new ApiKeys(keys);
	}

	/** Says who may do what; the first line that a request matches counts. */
	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			WebEndpointProperties actuator) {
		String decrypt = Role.DECRYPT.label();
		String train = Role.TRAIN.label();
		String admin = Role.ADMIN.label();
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll();
		requests.requestMatchers(isHealth(actuator)).permitAll();
		requests.requestMatchers(actuator.getBasePath(), actuator.getBasePath() + "/**").hasRole(admin);
		requests.requestMatchers(HttpMethod.GET, STATIC_FILES).permitAll();
		requests.requestMatchers(HttpMethod.HEAD, STATIC_FILES).permitAll();
		for (HttpMethod safe : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
			requests.requestMatchers(safe, "/**").hasRole(decrypt);
		}
		requests
			.requestMatchers(HttpMethod.POST, "/decrypt", "/decrypt/**", "/encrypt", "/solve", "/identify",
					"/models/{name}/evaluate")
			.hasRole(decrypt);
		requests.requestMatchers(HttpMethod.POST, "/train", "/models/{name}/versions/{version}/reproduce")
			.hasRole(train);
		requests.requestMatchers(HttpMethod.PUT, "/models/{name}/weights").hasRole(train);
		requests.requestMatchers(HttpMethod.PATCH, "/**").hasRole(train);
		requests.requestMatchers(HttpMethod.DELETE, "/jobs/{id}").hasRole(train);
		requests.anyRequest().hasRole(admin);
	}

	private static void describe(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

	/**
	 * An origin that isn't allowed gets an answer like any client, which its browser
	 * keeps from the page.
	 */
	private static CorsConfigurationSource origins(List<String> allowed) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(allowed);
		configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
		configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
		configuration.setExposedHeaders(List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "RateLimit",
				"RateLimit-Policy", HttpHeaders.WWW_AUTHENTICATE, RequestId.HEADER));
		return (request) -> allowed.contains(request.getHeader(HttpHeaders.ORIGIN)) ? configuration : null;
	}

	private static String health(WebEndpointProperties actuator) {
		return actuator.getBasePath() + "/health";
	}

	private static RequestMatcher isHealth(WebEndpointProperties actuator) {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		String health = health(actuator);
		return new AndRequestMatcher(new OrRequestMatcher(paths.matcher(health), paths.matcher(health + "/**")),
				(request) -> "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()));
	}

}
