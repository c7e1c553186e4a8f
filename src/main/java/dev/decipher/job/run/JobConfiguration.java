package dev.decipher.job.run;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import dev.decipher.job.JobWork;
import dev.decipher.job.store.JobDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Puts the running side together, with the time and the threads that it runs on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ JobQueueProperties.class, JobReplicaProperties.class, JobRetentionProperties.class })
class JobConfiguration {

	/** How long a running job may take to stop with the service. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	/** How old what other replicas know of a job may be, and they of a cancellation. */
	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(350);

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	/**
	 * Its threads are daemons, so that a native step which never comes back can't keep
	 * the process alive.
	 */
	@Bean
	JobScheduler jobScheduler(DataSource dataSource, DatabaseClock clock, JobReplicaProperties properties,
			MeterRegistry registry) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("job-worker-");
		threads.setDaemon(true);
		return new JobScheduler(dataSource, clock, properties.heartbeat(), properties.pollInterval(), threads,
				new StatsRegistryAdapter(new MicrometerStatsRegistry(registry, List.of())));
	}

	@Bean
	JobWorker jobWorker(JobDatabase database, ObjectProvider<JobWork> works, JobListeners listeners, Clock clock,
			JobScheduler scheduler, DataSource dataSource, JobReplicaProperties properties)
			throws MetaDataAccessException {
		Supplier<Stream<JobWork>> own = properties.workOnJobs() ? works::stream : Stream::empty;
		return new JobWorker(database, own, listeners, clock, scheduler, isEmbedded(dataSource), GRACE);
	}

	@Bean
	ReplicaSync replicaSync(JobDatabase database, JobWorker worker, JobWatchers watchers, DatabaseClock clock,
			DataSource dataSource) throws MetaDataAccessException {
		// what a database in this process thinks of the time is nobody else's concern
		return new ReplicaSync(database.table(), worker, watchers, isEmbedded(dataSource) ? null : clock,
				BETWEEN_LOOKS);
	}

	/** Whether no other process can have the database open. */
	private static boolean isEmbedded(DataSource dataSource) throws MetaDataAccessException {
		String url = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
		return url.matches("jdbc:h2:(async|file|mem):.*");
	}

	/**
	 * The running job may stop while the web server finishes its requests; the worker
	 * itself waits for it only after that.
	 */
	@Bean
	ApplicationListener<ContextClosedEvent> jobWorkerEnds(JobWorker worker, ApplicationContext context) {
		return new JobWorkerEnds(worker, context);
	}

	/** Before those who let time pass when the service is asked to stop. */
	private record JobWorkerEnds(JobWorker worker,
			ApplicationContext context) implements ApplicationListener<ContextClosedEvent>, Ordered {

		@Override
		public int getOrder() {
			return 0;
		}

		@Override
		public void onApplicationEvent(ContextClosedEvent event) {
			// a child context that closes tells its parent too
			if (event.getApplicationContext() == this.context) {
				this.worker.askToStop();
			}
		}

	}

}
