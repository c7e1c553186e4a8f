package dev.decipher.job.web;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The event streams, with the threads that send them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobEventsProperties.class)
class JobEventsConfiguration {

	private static final Duration EVENT_INTERVAL = Duration.ofMillis(200);

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

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
		CustomizableThreadFactory threads = new CustomizableThreadFactory("job-events-");
		threads.setDaemon(true);
		return Executors.newCachedThreadPool(threads);
	}

	@Bean
	JobEvents jobEvents(JobEventsProperties properties, @Qualifier("jobTimer") TaskScheduler scheduler,
			@Qualifier("jobEventSenders") ExecutorService senders) {
		return new JobEvents(properties.maxSubscribers(), scheduler, senders, EVENT_INTERVAL, HEARTBEAT);
	}

}
