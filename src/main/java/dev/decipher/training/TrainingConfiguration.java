package dev.decipher.training;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelUse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What training needs from outside, and tells to the outside.
 */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

	/** Where seeds come from that a request does not name. */
	@Bean
	RandomGenerator seeds() {
		return new SecureRandom();
	}

	/** Lazily, since the registry is there before the queue. */
	@Bean
	ModelUse trainingUse(ObjectProvider<JobQueue> jobs) {
		return (model) -> jobs.getObject().isBusy(model);
	}

}
