package dev.decipher.system;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

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
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientConnection() {
		return (factory) -> {
			factory.setProtocol(ObservableHttpProtocol.class.getName());
			factory.addContextCustomizers((context) -> context.getPipeline().addValve(new ClientConnectionValve()));
		};
	}

	/** Whoever opens the service in a browser wants to see what it can do. */
	@Bean
	WebMvcConfigurer rootRedirect(@Value("${springdoc.swagger-ui.path}") String swaggerUi) {
		return new WebMvcConfigurer() {

			@Override
			public void addViewControllers(ViewControllerRegistry registry) {
				registry.addRedirectViewController("/", swaggerUi);
			}

		};
	}

}
