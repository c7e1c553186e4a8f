package dev.decipher.system;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration {

	/** One more than is at work, so that none waits for the next request to come. */
	private static final int REQUEST_THREADS_PER_PROCESSOR = 2;

	/**
	 * Puts our report of errors inside Spring Boot's, which then finds nothing left to
	 * say.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReport(ProblemWriter problems) {
		return (factory) -> factory.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new ProblemReportValve(problems)));
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestIds() {
		return (factory) -> factory.addEngineValves(new RequestIdValve());
	}

	@Bean(destroyMethod = "shutdown")
	RequestThreads requestThreads(TomcatServerProperties tomcat) {
		return new RequestThreads(REQUEST_THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(),
				tomcat.getThreads().getMax());
	}

	@Bean
	MeterBinder requestThreadMetrics(RequestThreads threads) {
		return new ExecutorServiceMetrics(threads, "requests", Tags.empty());
	}

	@Bean
	TomcatProtocolHandlerCustomizer<?> requestThreadsCustomizer(RequestThreads threads) {
		return (protocol) -> protocol.setExecutor(threads);
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientConnection() {
		return (factory) -> {
			factory.setProtocol(ObservableHttpProtocol.class.getName());
			factory.addContextCustomizers((context) -> context.getPipeline().addValve(new ClientConnectionValve()));
		};
	}

	/** Spring MVC keeps the current request at hand itself, and no filter asks for it. */
	@Bean
	FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
		FilterRegistrationBean<RequestContextFilter> none = new FilterRegistrationBean<>(new RequestContextFilter());
		none.setEnabled(false);
		return none;
	}

}
