package dev.decipher.training;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobQueue;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import dev.decipher.training.loop.TrainingFigures;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingMetricsTests {

	@TempDir
	Path folder;

	private JobApplication app;

	private MeterRegistry registry;

	@BeforeEach
	void start() {
		this.app = JobApplication.start(this.folder, "decipher.training.metrics-retention=2s",
				"spring.datasource.hikari.connection-timeout=60000");
		this.registry = this.app.bean(MeterRegistry.class);
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	@Test
	void aJobHasGaugesFromItsFirstValuesUntilAWhileAfterItsEnd() {
		Job job = this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		Job queued = this.app.submit("melon");
		assertThat(namesOf(job)).containsExactly("decipher.training.progress");
		assertThat(gauge("decipher.training.progress", job)).isZero();
		assertThat(this.registry.get("decipher.training.active").gauge().value()).isOne();
		Awaitility.await().until(() -> queued() == 1);
		run.step((context) -> context.progress(
				new JobProgress(0.1, new TrainingFigures(1, 1L, null, null, null, null, null, 500.0).byName(), null)));
		assertThat(namesOf(job)).containsExactly("decipher.training.epoch", "decipher.training.progress",
				"decipher.training.symbols.per.second");
		run.epoch(1, 0.25);
		assertThat(namesOf(job)).containsExactly("decipher.training.accuracy", "decipher.training.epoch",
				"decipher.training.loss", "decipher.training.progress", "decipher.training.symbols.per.second");
		assertThat(gauge("decipher.training.loss", job)).isEqualTo(0.5);
		assertThat(gauge("decipher.training.accuracy", job)).isEqualTo(0.7);
		assertThat(gauge("decipher.training.epoch", job)).isEqualTo(3);
		assertThat(gauge("decipher.training.symbols.per.second", job)).isEqualTo(1000);
		assertThat(this.app.send("GET", "/actuator/metrics/decipher.training.progress?tag=job:" + job.id()).body())
			.contains("0.25");
		run.succeed(1);
		this.app.await(job.id(), JobState.SUCCEEDED);
		this.app.work.next();
		assertThat(gauge("decipher.training.progress", job)).isOne();
		this.app.bean(JobQueue.class).cancel(queued.id());
		assertThat(this.registry.get("decipher.training.active").gauge().value()).isZero();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> namesOf(job).isEmpty());
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> namesOf(queued).isEmpty());
		assertThat(finished("SUCCEEDED")).isOne();
		assertThat(finished("CANCELLED")).isOne();
		assertThat(finished("FAILED")).isZero();
		assertThat(this.registry.get("decipher.training.duration").tag("state", "SUCCEEDED").timer().count()).isOne();
	}

	@Test
	void aJobThatReproducesWaitsAndRunsAmongThoseThatTrain() {
		this.app.submit("lemon");
		FakeWork.Run run = this.app.work.next();
		Job again = this.app.queue.submit(JobKind.REPRODUCE, "lemon", Samples.request(), null);
		Awaitility.await().until(() -> queued() == 1);
		TrainingMetrics metrics = this.app.bean(TrainingMetrics.class);
		Job running = new Job(again.id(), again.kind(), again.model(), JobState.RUNNING, again.progress(),
				again.createdAt(), null, null, null, null, again.request(), null);
		metrics.changed(running);
		assertThat(this.registry.get("decipher.training.active").gauge().value()).isEqualTo(2);
		metrics.left(running);
		assertThat(this.registry.get("decipher.training.active").gauge().value()).isOne();
		assertThat(namesOf(again)).isEmpty();
		this.app.queue.cancel(again.id());
		run.succeed(1);
		Awaitility.await().until(() -> this.registry.get("decipher.training.active").gauge().value() == 0);
		assertThat(finished("CANCELLED")).isZero();
	}

	@Test
	void whoLooksDoesNotWaitForTheDatabase() throws SQLException {
		this.app.submit("lemon");
		this.app.work.next();
		Job queued = this.app.submit("melon");
		Awaitility.await().until(() -> queued() == 1);
		HikariDataSource database = this.app.bean(DataSource.class).unwrap(HikariDataSource.class);
		List<Connection> taken = new ArrayList<>();
		try {
			while (taken.size() < database.getMaximumPoolSize()) {
				taken.add(database.getConnection());
			}
			assertThat(queued()).isOne();
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
		this.app.queue.cancel(queued.id());
		Awaitility.await().until(() -> queued() == 0);
	}

	@Test
	void theRetentionIsTenMinutesUnlessSet() {
		try (JobApplication other = JobApplication.start(this.folder.resolve("other"))) {
			assertThat(other.bean(TrainingProperties.class).metricsRetention()).isEqualTo(Duration.ofMinutes(10));
			Job job = other.submit("lemon");
			other.work.next().succeed(1);
			other.await(job.id(), JobState.SUCCEEDED);
			ThreadPoolTaskScheduler scheduler = (ThreadPoolTaskScheduler) other.context().getBean("jobTimer");
			assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue()).isNotEmpty();
			assertThat(other.bean(MeterRegistry.class).find("decipher.training.progress").tag("job", job.id()).gauge())
				.isNotNull();
		}
	}

	@Test
	void theRetentionIsNotNegative() {
		new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withPropertyValues("decipher.training.metrics-retention=-1s")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
	}

	private double queued() {
		return this.registry.get("decipher.training.queued").gauge().value();
	}

	private double finished(String state) {
		return this.registry.get("decipher.training.finished").tag("state", state).counter().count();
	}

	private double gauge(String name, Job job) {
		return this.registry.get(name).tags("job", job.id(), "model", job.model()).gauge().value();
	}

	private List<String> namesOf(Job job) {
		return this.registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> job.id().equals(id.getTag("job")))
			.map(Meter.Id::getName)
			.sorted()
			.toList();
	}

	// no stereotype, or the scan of the whole application would find it
	@EnableConfigurationProperties(TrainingProperties.class)
	static class Settings {

	}

}
