package dev.decipher.training;

import java.time.Duration;

import dev.decipher.ServiceTest;
import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.VersionId;
import dev.decipher.problem.Problem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Jobs that were handed in for versions which are still there, or no longer.
 */
class VersionKeeperTests extends ServiceTest {

	@Autowired
	private VersionKeeper keeper;

	@Autowired
	private JobQueue jobs;

	@Autowired
	private ModelRegistry models;

	@Autowired
	private JsonMapper json;

	private Job submit(VersionId id) {
		return this.jobs.submit(JobKind.REPRODUCE, id.model(), this.json.valueToTree(id), null);
	}

	@Test
	void aJobStaysWithItsVersion() {
		Awaitility.await().atMost(Duration.ofMinutes(10)).until(this.models::isReady);
		VersionId there = new VersionId(ModelRegistry.DEFAULT_MODEL, 1);
		Job job = submit(there);
		assertThat(this.keeper.require(job, there)).isEqualTo(job);
		assertThat(this.keeper.require(job, null)).isEqualTo(job);
		assertThat(this.jobs.cancel(job.id()).state().hasEnded()).isTrue();
	}

	@Test
	void aJobWhoseVersionWasDeletedMeanwhileEnds() {
		VersionId gone = new VersionId("deleted-meanwhile", 1);
		Job job = submit(gone);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.keeper.require(job, gone))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(HttpStatus.CONFLICT))
			.withMessageContaining("deleted-meanwhile version 1 was deleted")
			.withMessageContaining(job.id());
		assertThat(this.jobs.get(job.id()).state().hasEnded()).isTrue();
	}

}
