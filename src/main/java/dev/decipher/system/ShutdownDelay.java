package dev.decipher.system;

import java.time.Duration;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Has the service serve on for a while after it was asked to stop, so that a load
 * balancer, which looks at readiness from time to time, has sent its last request here
 * before the first one would be refused. Each answer then also ends its connection:
 * whoever holds one for further requests makes the next elsewhere.
 * <p>
 * Spring Boot has taken readiness down before its context says that it closes, and stops
 * the web server only after all who listen to that are done.
 */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class ShutdownDelay implements TomcatProtocolHandlerCustomizer<AbstractHttp11Protocol<?>>,
		ApplicationListener<ContextClosedEvent>, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ShutdownDelay.class);

	private final Duration delay;

	private final ApplicationContext context;

	private @Nullable AbstractHttp11Protocol<?> protocol;

	private volatile boolean served;

	ShutdownDelay(ShutdownProperties properties, ApplicationContext context) {
		this.delay = properties.delay();
		this.context = context;
	}

	/** After those who may begin to stop at once, such as the running job. */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(AbstractHttp11Protocol<?> protocol) {
		this.protocol = protocol;
	}

	/** Nobody is told to come to a service whose start fails. */
	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		this.served = true;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		AbstractHttp11Protocol<?> protocol = this.protocol;
		// a child context that closes tells its parent too
		if (event.getApplicationContext() != this.context || !this.served || protocol == null || this.delay.isZero()) {
			return;
		}
		logger.info("Asked to stop: no longer ready, and answering for another {} s", this.delay.toMillis() / 1000.0);
		protocol.setMaxKeepAliveRequests(1);
		try {
			Thread.sleep(this.delay.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
