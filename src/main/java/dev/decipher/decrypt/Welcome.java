package dev.decipher.decrypt;

import dev.decipher.model.ModelActivated;
import dev.decipher.model.ModelRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log, once the default model answers, where to find the service. */
@Component
@ConditionalOnWebApplication
class Welcome {

	private static final Logger logger = LoggerFactory.getLogger(Welcome.class);

	private final ModelRegistry models;

	private final Environment environment;

	private boolean started;

	private boolean said;

	Welcome(ModelRegistry models, Environment environment) {
		this.models = models;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	synchronized void started() {
		this.started = true;
		sayIfReady();
	}

	@EventListener(ModelActivated.class)
	synchronized void activated() {
		sayIfReady();
	}

	private void sayIfReady() {
		if (!this.started || this.said || !this.models.isReady()) {
			return;
		}
		this.said = true;
		String address = this.environment.getProperty("server.address", "localhost");
		String base = "http://%s:%s%s".formatted("0.0.0.0".equals(address) ? "localhost" : address,
				this.environment.getProperty("local.server.port"),
				this.environment.getProperty("server.servlet.context-path", ""));
		logger.info(("Ready to decrypt. Try it:%n%n    %s/%n    curl -H 'Content-Type: application/json'"
				+ " -d '{\"text\": \"ERPDRF\"}' %s/decrypt%n")
			.formatted(base, base));
	}

}
