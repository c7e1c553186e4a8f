package dev.decipher.solve;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that solve. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolveProperties.class)
class SolveConfiguration {

	/**
	 * Daemons, and as many as are asked for: an attack that doesn't end keeps its thread.
	 */
	@Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
	ExecutorService solveWorkers() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("solve-");
		threads.setDaemon(true);
		return Executors.newCachedThreadPool(threads);
	}

}
