package dev.decipher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The folder with the models, opened as the service does, but without a web server. */
public final class DataFolder {

	@Option(names = "--data-dir", paramLabel = "FOLDER",
			description = "The data folder; as the service's by default: " + "what DECIPHER_DATA_DIR says, or ./data")
	private @Nullable Path folder;

	/**
	 * Opens it. To be closed, so that a server can.
	 * @param service the application whose beans work with it
	 * @param jobs whether to work on the jobs that wait in it, too
	 * @throws CommandFailure if it can't be opened, as while a server has it open
	 */
	public ConfigurableApplicationContext open(Class<?> service, boolean jobs) {
		SpringApplication application = new SpringApplication(service);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setLazyInitialization(true);
		List<String> settings = new ArrayList<>(List.of("--management.endpoint.health.validate-group-membership=false",
				"--server.address=127.0.0.1", "--decipher.replicas.work-on-jobs=" + jobs));
		if (this.folder != null) {
			settings.add("--decipher.data-dir=" + this.folder);
		}
		try {
			return application.run(settings.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			throw failure(service, ex);
		}
	}

	/** The failure in the words that the service's log has for it. */
	private static RuntimeException failure(Class<?> service, RuntimeException ex) {
		return SpringFactoriesLoader.forDefaultResourceLocation(service.getClassLoader())
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {
			}))
			.stream()
			.map((analyzer) -> analyzer.analyze(ex))
			.filter(Objects::nonNull)
			.findFirst()
			.map(DataFolder::failure)
			.orElse(ex);
	}

	private static RuntimeException failure(FailureAnalysis analysis) {
		return new CommandFailure(analysis.getDescription() + System.lineSeparator() + analysis.getAction());
	}

}
