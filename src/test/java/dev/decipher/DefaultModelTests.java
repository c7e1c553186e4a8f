package dev.decipher;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service at its first start, while it still trains its default model, and at its
 * second.
 */
class DefaultModelTests extends HttpCalls {

	@TempDir
	Path folder;

	private ConfigurableApplicationContext context;

	@Override
	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private Gate start() {
		Gate gate = new Gate();
		this.context = new SpringApplicationBuilder(DecipherApplication.class).initializers((context) -> {
			context.getBeanFactory().addBeanPostProcessor(gate);
		})
			.registerShutdownHook(false)
			.run("--server.port=0", "--decipher.data-dir=" + this.folder, "--logging.level.root=warn");
		return gate;
	}

	@Test
	void isTrainedOnceAndKept() {
		Gate gate = start();
		String sha256;
		try {
			assertThat(get("/actuator/health/liveness").as(200).at("/status").asString()).isEqualTo("UP");
			assertThat(get("/actuator/health/readiness").as(503).at("/status").asString()).isNotEqualTo("UP");
			assertNotReady(post("/decrypt", "{\"text\": \"ERPDRF\"}"));
			assertNotReady(post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"seed\"}"));
			assertNotReady(post("/decrypt/batch", "{\"texts\": [\"ERPDRF\"]}"));
			assertNotReady(filter("/decrypt", "ERPDRF"));
			assertNotReady(get("/models/seed"));
			assertNotReady(get("/models/seed/versions/1"));
			assertNotReady(post("/train",
					"""
							{"model": "further", "data": {"cipher": {"type": "rot13"}}, "from": {"model": "seed", "version": 1}}"""));
			delete("/models/seed").asProblem(409);
			// what needs no default model works
			post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"nowhere\"}").asProblem(404);
			post("/encrypt", "{\"text\": \"A\", \"cipher\": {\"type\": \"rot13\"}}").as(200);
			assertThat(get("/models").as(200)).isEmpty();
			JsonNode job = get("/jobs?model=seed").as(200).at("/items/0");
			assertThat(job.at("/request/data/cipher/shift").intValue()).isEqualTo(13);

			gate.opened.countDown();
			awaitDefaultModel();
			assertThat(post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200).at("/text").asString()).isEqualTo("SECRET");
			awaitState(job.at("/id").asString(), "SUCCEEDED");
			sha256 = get("/models/seed").as(200).at("/sha256").asString();
		}
		finally {
			gate.opened.countDown();
			this.context.close();
		}
		start();
		try {
			// nothing can be trained this time
			assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
			assertThat(post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200).at("/text").asString()).isEqualTo("SECRET");
			assertThat(get("/models/seed").as(200).at("/sha256").asString()).isEqualTo(sha256);
			assertThat(get("/jobs").as(200).at("/total").intValue()).isEqualTo(1);
		}
		finally {
			this.context.close();
		}
	}

	private static void assertNotReady(Answer answer) {
		answer.asProblem(503);
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
	}

	/** Lets no job begin before it is open. */
	private static final class Gate implements BeanPostProcessor {

		private final CountDownLatch opened = new CountDownLatch(1);

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof JobWork work) ? new Gated(work) : bean;
		}

		private final class Gated implements JobWork {

			private final JobWork work;

			Gated(JobWork work) {
				this.work = work;
			}

			@Override
			public JobKind kind() {
				return this.work.kind();
			}

			@Override
			public Outcome run(Job job, JobContext context) throws Exception {
				while (!Gate.this.opened.await(10, TimeUnit.MILLISECONDS)) {
					if (context.isCancelled()) {
						throw new CancellationException();
					}
				}
				return this.work.run(job, context);
			}

		}

	}

}
