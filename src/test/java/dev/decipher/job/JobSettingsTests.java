package dev.decipher.job;

import java.time.Duration;

import dev.decipher.job.run.JobQueueProperties;
import dev.decipher.job.run.JobReplicaProperties;
import dev.decipher.job.run.JobRetentionProperties;
import dev.decipher.job.web.JobEventsProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class JobSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class);

	@Test
	void haveDefaults() {
		this.runner.run((context) -> {
			assertThat(context.getBean(JobQueueProperties.class)).isEqualTo(new JobQueueProperties(16));
			assertThat(context.getBean(JobEventsProperties.class)).isEqualTo(new JobEventsProperties(100));
			assertThat(context.getBean(JobReplicaProperties.class))
				.isEqualTo(new JobReplicaProperties(Duration.ofSeconds(4), Duration.ofMillis(500), true));
			assertThat(context.getBean(JobRetentionProperties.class)).isEqualTo(new JobRetentionProperties(null, null));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "decipher.training.max-queued=0", "decipher.jobs.max-subscribers=0",
			"decipher.replicas.heartbeat=50ms", "decipher.replicas.poll-interval=0s", "decipher.jobs.keep=0",
			"decipher.jobs.max-age=0s" })
	void areRefusedWhereTheyMakeNoSense(String setting) {
		this.runner.withPropertyValues(setting)
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
	}

	// no stereotype, or the scan of the whole application would find it
	@EnableConfigurationProperties({ JobQueueProperties.class, JobEventsProperties.class, JobReplicaProperties.class,
			JobRetentionProperties.class })
	static class Settings {

	}

}
