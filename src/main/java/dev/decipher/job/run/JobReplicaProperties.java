package dev.decipher.job.run;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of replicas that share a database.
 *
 * @param heartbeat how often a replica shows that it still works on a job; when it has
 * not for four times as long, the job is another's to take
 * @param pollInterval how long a replica that is idle waits between two looks for a job
 * that was handed in elsewhere
 * @param workOnJobs whether this replica works on jobs, or leaves them to others
 */
@Validated
@ConfigurationProperties("decipher.replicas")
public record JobReplicaProperties(@DefaultValue("4s") @NotNull @DurationMin(millis = 100) Duration heartbeat,
		@DefaultValue("500ms") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration pollInterval,
		@DefaultValue("true") boolean workOnJobs) {

	/** The least that db-scheduler takes. */
	static final int MISSED_HEARTBEATS = 4;

}
