package dev.decipher.training;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import dev.decipher.job.Job;
import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelUse;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.loop.HistoryPoint;
import dev.decipher.training.loop.TrainingFigures;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.JsonNode;
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

	/**
	 * Describes the figures of a job and the points of its history, of which jobs know no
	 * more than that they are JSON.
	 */
	@Bean
	GlobalOpenApiCustomizer figuresOfTraining() {
		return (api) -> {
			ModelConverters converters = ModelConverters.getInstance(true);
			converters.readAll(HistoryPoint.class).forEach(api.getComponents()::addSchemas);
			Schema<?> job = Objects.requireNonNull(api.getComponents().getSchemas().get("Job"));
			Map<String, Schema> properties = new LinkedHashMap<>();
			job.getProperties().forEach((name, property) -> {
				if (name.equals("etaSeconds")) {
					converters.readAll(TrainingFigures.class)
						.values()
						.forEach((all) -> properties.putAll(all.getProperties()));
				}
				properties.put(name, property);
			});
			job.setProperties(properties);
		};
	}

	/** Lazily, since the registry is there before the queue. */
	@Bean
	ModelUse trainingUse(ObjectProvider<JobQueue> jobs) {
		return new ModelUse() {

			@Override
			public boolean isInUse(String model) {
				return jobs.getObject().isBusy(model);
			}

			@Override
			public List<JsonNode> requests() {
				return jobs.getObject().active().stream().map(Job::request).toList();
			}

		};
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
