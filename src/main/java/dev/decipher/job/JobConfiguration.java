package dev.decipher.job;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the queue together, with the time and the threads that it runs on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ JobQueueProperties.class, JobEventsProperties.class, JobReplicaProperties.class })
class JobConfiguration {

	/** How long a running job may take to stop with the service. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Duration EVENT_INTERVAL = Duration.ofMillis(200);

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	/** How old what other replicas know of a job may be, and they of a cancellation. */
	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(350);

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	// no candidate for others, or Spring Boot would take it for the executor of the whole
	// application and make none
	@Bean(defaultCandidate = false)
	ThreadPoolTaskScheduler jobTimer() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("job-timer-");
		scheduler.setDaemon(true);
		// jobs still end while the context closes
		scheduler.setAcceptTasksAfterContextClose(true);
		return scheduler;
	}

	@Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
	ExecutorService jobEventSenders() {
		return Executors.newCachedThreadPool(daemons("job-events-"));
	}

	@Bean
	JobDatabase jobDatabase(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
		return JobDatabase.of(jdbc, dataSource, transactions);
	}

	@Bean
	JobEvents jobEvents(JobEventsProperties properties, @Qualifier("jobTimer") TaskScheduler scheduler,
			@Qualifier("jobEventSenders") ExecutorService senders) {
		return new JobEvents(properties.maxSubscribers(), scheduler, senders, EVENT_INTERVAL, HEARTBEAT);
	}

	@Bean
	JobListeners jobListeners(List<JobListener> listeners) {
		return new JobListeners(listeners);
	}

	@Bean
	DatabaseClock databaseClock(JobDatabase database) {
		return new DatabaseClock(database.store()::now, System::nanoTime);
	}

	@Bean
	JobScheduler jobScheduler(DataSource dataSource, DatabaseClock clock, JobReplicaProperties properties,
			MeterRegistry registry) {
		return new JobScheduler(dataSource, clock, properties.heartbeat(), daemons("job-worker-"),
				new StatsRegistryAdapter(new MicrometerStatsRegistry(registry, List.of())));
	}

	@Bean
	JobWorker jobWorker(JobDatabase database, ObjectProvider<JobWork> works, JobListeners listeners, Clock clock,
			JobScheduler scheduler, DataSource dataSource) throws MetaDataAccessException {
		return new JobWorker(database, works::stream, listeners, clock, scheduler, isEmbedded(dataSource), GRACE);
	}

	@Bean
	JobWatch jobWatch(JobDatabase database, JobWorker worker, JobEvents events, DatabaseClock clock,
			DataSource dataSource) throws MetaDataAccessException {
		// what a database in this process thinks of the time is nobody else's concern
		return new JobWatch(database.store(), worker, events, isEmbedded(dataSource) ? null : clock, BETWEEN_LOOKS);
	}

	/** Whether no other process can have the database open. */
	private static boolean isEmbedded(DataSource dataSource) throws MetaDataAccessException {
		String url = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
		return url.matches("jdbc:h2:(async|file|mem):.*");
	}

	@Bean
	DatabaseJobQueue jobQueue(JobDatabase database, JobWorker worker, JobListeners listeners, Clock clock,
			JobQueueProperties properties) {
		return new DatabaseJobQueue(database, worker, listeners, clock, properties.maxQueued());
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> jobWorkerBegins(JobWorker worker) {
		return (event) -> worker.ready();
	}

	/**
	 * The running job may stop while the web server finishes its requests; the worker
	 * itself waits for it only after that.
	 */
	@Bean
	ApplicationListener<ContextClosedEvent> jobWorkerEnds(JobWorker worker, ApplicationContext context) {
		return (event) -> {
			// a child context that closes tells its parent too
			if (event.getApplicationContext() == context) {
				worker.askToStop();
			}
		};
	}

	/**
	 * Daemons, so that a native step which never comes back can't keep the process alive.
	 */
	private static ThreadFactory daemons(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

}
