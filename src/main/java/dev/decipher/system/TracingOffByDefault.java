package dev.decipher.system;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves tracing out unless there is somewhere to send traces to. Spring Boot would still
 * make a span for each request, only to throw it away.
 */
final class TracingOffByDefault implements AutoConfigurationImportFilter, EnvironmentAware {

	/** Where a collector takes traces by OTLP over HTTP. */
	static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

	private static final String[] PACKAGES = { "org.springframework.boot.micrometer.tracing.",
			"org.springframework.boot.opentelemetry." };

	private boolean on;

	@Override
	public void setEnvironment(Environment environment) {
		this.on = environment.containsProperty(ENDPOINT);
	}

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			wanted[i] = this.on || !isOfTracing(classes[i]);
		}
		return wanted;
	}

	private static boolean isOfTracing(@Nullable String name) {
		for (String one : PACKAGES) {
			if (name != null && name.startsWith(one)) {
				return true;
			}
		}
		return false;
	}

}
