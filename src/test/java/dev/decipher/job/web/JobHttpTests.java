package dev.decipher.job.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.decipher.EventStream;
import dev.decipher.job.FakeWork;
import dev.decipher.job.Job;
import dev.decipher.job.JobApplication;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobState;
import dev.decipher.job.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120) // only so that a broken stream ends
class JobHttpTests {

	@TempDir
	static Path folder;

	private static JobApplication app;

	@BeforeAll
	static void start() {
		// a request as long as the streams here would be cut
		app = JobApplication.start(folder, "decipher.jobs.max-subscribers=2", "spring.mvc.async.request-timeout=1ms");
	}

	@AfterAll
	static void stop() {
		app.close();
	}

	@Test
	void showsAJobInTheOrderOfTheContractAndLeavesOutWhatIsNotKnown() {
		Job job = app.submit("lemon");
		FakeWork.Run run = app.work.next();
		JsonNode running = get("/jobs/" + job.id());
		assertThat(running.propertyNames()).containsExactly("id", "kind", "model", "state", "progress", "createdAt",
				"startedAt", "request");
		assertThat(Instant.parse(running.path("createdAt").asString())).isEqualTo(job.createdAt());
		assertThat(running.path("request").toString()).isEqualTo(Samples.request().toString());
		run.epoch(1, 0.5);
		assertThat(get("/jobs/" + job.id()).propertyNames()).containsExactly("id", "kind", "model", "state", "progress",
				"epoch", "step", "trainingLoss", "validationLoss", "accuracy", "exactMessages", "symbolsPerSecond",
				"etaSeconds", "createdAt", "startedAt", "request");
		JsonNode history = get("/jobs/" + job.id() + "/history");
		assertThat(history).hasSize(1);
		assertThat(history.get(0).propertyNames()).containsExactly("epoch", "step", "seconds", "trainingLoss",
				"validationLoss", "accuracy", "exactMessages", "learningRate", "samples");
		assertThat(history.get(0).path("samples").get(0).propertyNames()).containsExactly("ciphertext", "plaintext",
				"decrypted");
		run.succeed(3);
		app.await(job.id(), JobState.SUCCEEDED);
		assertThat(get("/jobs/" + job.id()).propertyNames()).containsExactly("id", "kind", "model", "state", "progress",
				"epoch", "step", "trainingLoss", "validationLoss", "accuracy", "exactMessages", "targetReached",
				"symbolsPerSecond", "createdAt", "startedAt", "finishedAt", "version", "request");
	}

	@Test
	void listsTheNewestFirst() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Job job = app.submit("listed");
			ids.add(0, job.id());
			app.work.next().succeed(i + 1);
			app.await(job.id(), JobState.SUCCEEDED);
		}
		JsonNode all = get("/jobs?model=listed&state=");
		assertThat(all.propertyNames()).containsExactly("items", "page", "size", "total");
		assertThat(all.path("items").valueStream().map((job) -> job.path("id").asString())).isEqualTo(ids);
		assertThat(all.path("page").asInt()).isZero();
		assertThat(all.path("size").asInt()).isEqualTo(20);
		assertThat(all.path("total").asInt()).isEqualTo(3);
		JsonNode second = get("/jobs?model=listed&state=SUCCEEDED&page=1&size=2");
		assertThat(second.path("items").valueStream().map((job) -> job.path("id").asString()))
			.containsExactly(ids.get(2));
		assertThat(second.path("total").asInt()).isEqualTo(3);
		assertThat(get("/jobs?model=listed&state=FAILED").path("total").asInt()).isZero();
		assertThat(get("/jobs?page=" + Integer.MAX_VALUE + "&size=100").path("items")).isEmpty();
		assertThat(get("/jobs?model=&state=&page=&size=").path("total").asInt()).isGreaterThanOrEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=DONE", "page=-1", "page=x", "size=0", "size=101", "size=1.5" })
	void refusesABadQuery(String query) {
		assertThat(app.send("GET", "/jobs?" + query).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/history", "/events" })
	void knowsOnlyItsJobs(String path) {
		assertThat(app.send("GET", "/jobs/3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913" + path).statusCode()).isEqualTo(404);
		assertThat(app.send("GET", "/jobs/nothing" + path).statusCode()).isEqualTo(404);
	}

	@Test
	void cancels() {
		Job job = app.submit("lemon");
		app.work.next();
		HttpResponse<String> response = app.send("DELETE", "/jobs/" + job.id());
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(JsonMapper.shared().readTree(response.body()).path("state").asString()).isEqualTo("CANCELLED");
		assertThat(get("/jobs/" + job.id()).path("state").asString()).isEqualTo("CANCELLED");
		assertThat(app.send("DELETE", "/jobs/nothing").statusCode()).isEqualTo(404);
	}

	@Test
	void deletesAJobThatHasEnded() {
		Job kept = app.submit("deleted");
		app.work.next().succeed(1);
		app.await(kept.id(), JobState.SUCCEEDED);
		Job job = app.submit("deleted");
		FakeWork.Run run = app.work.next();
		run.epoch(1, 0.5);
		run.succeed(2);
		app.await(job.id(), JobState.SUCCEEDED);
		HttpResponse<String> response = app.send("DELETE", "/jobs/" + job.id());
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.body()).isEmpty();
		for (String path : List.of("", "/history", "/events")) {
			assertThat(app.send("GET", "/jobs/" + job.id() + path).statusCode()).isEqualTo(404);
		}
		assertThat(app.send("DELETE", "/jobs/" + job.id()).statusCode()).isEqualTo(404);
		JsonNode left = get("/jobs?model=deleted&state=SUCCEEDED");
		assertThat(left.path("total").asInt()).isOne();
		assertThat(left.path("items").get(0).path("id").asString()).isEqualTo(kept.id());
		assertThat(app.jdbc.sql("select count(*) from job_history where job_id = ?")
			.param(job.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void endsTheStreamOfAJobThatWasDeletedBeforeAnybodyWasToldOfItsEnd() {
		Job job = app.submit("deleted");
		FakeWork.Run run = app.work.next();
		run.stubborn = true;
		EventStream stream = app.events(job.id());
		stream.next();
		// as another replica would
		app.jdbc.sql("delete from job where id = ?").param(job.id()).update();
		assertThat(stream.hasEnded()).isTrue();
		run.succeed(1);
		assertThat(app.send("GET", "/jobs/" + job.id()).statusCode()).isEqualTo(404);
	}

	@Test
	void streamsWhatBecomesOfAJob() {
		Job job = app.submit("lemon");
		FakeWork.Run run = app.work.next();
		EventStream early = app.events(job.id());
		assertThat(early.response.headers().firstValue("Content-Type")).get()
			.asString()
			.startsWith("text/event-stream");
		EventStream.Event first = early.next();
		assertThat(first.name()).isEqualTo("progress");
		assertThat(first.job().path("id").asString()).isEqualTo(job.id());
		assertThat(first.job().path("state").asString()).isEqualTo("RUNNING");
		run.progress(0.5);
		assertThat(early.next().job().path("progress").asDouble()).isEqualTo(0.5);
		EventStream late = app.events(job.id());
		assertThat(late.next().job().path("progress").asDouble()).isEqualTo(0.5);
		HttpResponse<String> refused = app.send("GET", "/jobs/" + job.id() + "/events");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		run.succeed(1);
		for (EventStream stream : List.of(early, late)) {
			EventStream.Event end = stream.next();
			assertThat(end.name()).isEqualTo("succeeded");
			assertThat(end.job().path("progress").asDouble()).isEqualTo(1);
			assertThat(end.job().path("version").asInt()).isEqualTo(1);
			assertThat(stream.hasEnded()).isTrue();
		}
		EventStream tooLate = app.events(job.id());
		assertThat(tooLate.next().name()).isEqualTo("succeeded");
		assertThat(tooLate.hasEnded()).isTrue();
	}

	@Test
	void streamsTheOtherEndsToo() {
		Job running = app.submit("running");
		FakeWork.Run run = app.work.next();
		Job queued = app.submit("queued");
		EventStream stream = app.events(queued.id());
		assertThat(stream.next().job().path("state").asString()).isEqualTo("QUEUED");
		app.send("DELETE", "/jobs/" + queued.id());
		assertThat(stream.next().name()).isEqualTo("cancelled");
		assertThat(stream.hasEnded()).isTrue();
		EventStream other = app.events(running.id());
		other.next();
		run.end(() -> {
			throw new JobFailure("It was too hard.");
		});
		EventStream.Event end = other.next();
		assertThat(end.name()).isEqualTo("failed");
		assertThat(end.job().path("error").asString()).isEqualTo("It was too hard.");
		assertThat(other.hasEnded()).isTrue();
	}

	@Test
	void aStreamDoesNotHoldUpTheShutdown(@TempDir Path other) {
		EventStream stream;
		long begin;
		try (JobApplication stopping = JobApplication.start(other)) {
			Job job = stopping.submit("lemon");
			stopping.work.next();
			stream = stopping.events(job.id());
			stream.next();
			begin = System.nanoTime();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
		assertThat(stream.hasEnded()).isTrue();
	}

	@Test
	void isDescribed() {
		JsonNode paths = get("/v3/api-docs").path("paths");
		assertThat(paths.propertyNames()).contains("/jobs", "/jobs/{id}", "/jobs/{id}/history", "/jobs/{id}/events");
		paths.properties()
			.stream()
			.filter((path) -> path.getKey().startsWith("/jobs"))
			.flatMap((path) -> path.getValue().valueStream())
			.forEach((operation) -> {
				assertThat(operation.path("summary").asString()).isNotEmpty();
				assertThat(operation.path("description").asString()).isNotEmpty();
				assertThat(operation.path("parameters")).isNotEmpty()
					.allSatisfy((parameter) -> assertThat(parameter.path("example").isMissingNode()).isFalse());
				assertThat(operation.path("responses").toString()).contains("\"example");
			});
	}

	@Test
	void leavesTheApplicationItsExecutor() {
		assertThat(app.context().containsBean("applicationTaskExecutor")).isTrue();
	}

	private static JsonNode get(String path) {
		HttpResponse<String> response = app.send("GET", path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

}
