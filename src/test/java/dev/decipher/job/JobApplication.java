package dev.decipher.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.decipher.EventStream;
import dev.decipher.job.run.DatabaseJobQueue;
import dev.decipher.problem.Problem;
import org.awaitility.Awaitility;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * This package alone as an application on a database file, to be stopped and started
 * again; with training's metrics, which listen to what becomes of the jobs.
 */
public final class JobApplication implements AutoCloseable {

	private static final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	public final FakeWork work;

	public final DatabaseJobQueue queue;

	public final JdbcClient jdbc;

	private JobApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.work = context.getBean(FakeWork.class);
		this.queue = context.getBean(DatabaseJobQueue.class);
		this.jdbc = context.getBean(JdbcClient.class);
	}

	public static JobApplication start(Path folder, String... properties) {
		return start(folder, Set.of(), properties);
	}

	/**
	 * Starts it with more beans, which come first.
	 */
	public static JobApplication start(Path folder, Set<Class<?>> more, String... properties) {
		List<String> all = new ArrayList<>(List.of("decipher.data-dir=" + folder, "server.port=0",
				// readiness hangs on a part that is not here
				"management.endpoint.health.validate-group-membership=false"));
		all.addAll(List.of(properties));
		return new JobApplication(new SpringApplicationBuilder(more.toArray(Class<?>[]::new)).sources(Parts.class)
			.properties("logging.level.root=warn")
			.run(all.stream().map((property) -> "--" + property).toArray(String[]::new)));
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public Job submit(String model) {
		return this.queue.submit(JobKind.TRAIN, model, Samples.request(), null);
	}

	public Job await(String id, JobState state) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> this.queue.get(id), (job) -> job.state() == state);
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path);
	}

	public HttpResponse<String> send(String method, String path) {
		try {
			return http.send(
					HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	public EventStream events(String id) {
		return new EventStream(http, uri("/jobs/" + id + "/events"));
	}

	@Override
	public void close() {
		this.context.close();
	}

	// no stereotype, or the scan of the whole application would find it
	@EnableAutoConfiguration(exclude = { ServletWebSecurityAutoConfiguration.class,
			ManagementWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class })
	@ComponentScan(basePackageClasses = Job.class)
	@ComponentScan(basePackages = "dev.decipher.training", useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.TrainingMetrics"))
	@ConfigurationPropertiesScan("dev.decipher.training")
	static class Parts {

		@Bean
		FakeWork fakeWork() {
			return new FakeWork();
		}

		/** Instead of the handler for the whole service, which isn't here. */
		@Bean
		HandlerExceptionResolver problems() {
			return (request, response, handler, ex) -> {
				if (!(ex instanceof Problem problem)) {
					return null;
				}
				response.setStatus(problem.status().value());
				if (problem.retryAfter() != null) {
					response.setHeader("Retry-After", String.valueOf(problem.retryAfter().toSeconds()));
				}
				return new ModelAndView();
			};
		}

	}

}
