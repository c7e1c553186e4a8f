package dev.decipher.training;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelUse;
import dev.decipher.training.data.TemporaryFiles;

import dev.decipher.training.loop.HistoryPoint;
import io.swagger.v3.core.converter.ModelConverters;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans that training needs from outside and gives to the outside. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

	/** Where seeds come from that a request does not name. */
	@Bean
	RandomGenerator seeds() {
		return new SecureRandom();
	}

	@Bean
	TemporaryFiles temporaryFiles(@Value("${decipher.temporary-dir}") Path folder) {
		return new TemporaryFiles(folder);
	}

	/**
	 * A request may come as a part of a form, for which {@code curl -F} names another
	 * media type than JSON's, or none.
	 */
	@Bean
	WebMvcConfigurer requestAsPart(JsonMapper json) {
		return new WebMvcConfigurer() {

			@Override
			public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
				converters.addCustomConverter(new RequestPartConverter(json));
			}

		};
	}

	/** What a job's history has: for the queue a point is just JSON. */
	@Bean
	GlobalOpenApiCustomizer historyPoints() {
		return (api) -> ModelConverters.getInstance(true)
			.readAll(HistoryPoint.class)
			.forEach(api.getComponents()::addSchemas);
	}

	/** Lazily, since the registry is there before the queue. */
	@Bean
	ModelUse trainingUse(ObjectProvider<JobQueue> jobs) {
		return (model) -> jobs.getObject().isBusy(model);
	}

	private static final class RequestPartConverter extends JacksonJsonHttpMessageConverter {

		RequestPartConverter(JsonMapper json) {
			super(json);
			setSupportedMediaTypes(List.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM));
		}

		@Override
		public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
			return type.resolve() == TrainRequest.class && super.canRead(type, mediaType);
		}

		@Override
		public boolean canWrite(ResolvableType type, Class<?> value, @Nullable MediaType mediaType) {
			return false;
		}

	}

}
