package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a port, with a default model that it has really trained. All
 * classes that extend this share one service, so each cleans up the jobs that it leaves
 * running and uses models of its own.
 * <p>
 * Nothing here depends on how fast the machine is: what has to be under way while
 * something else is looked at is a job that never ends by itself.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "decipher.training.max-queued=" + ServiceTest.MAX_QUEUED,
				"decipher.training.metrics-retention=1s", "decipher.training.max-memory=256MB",
				"decipher.models.max-weights=4MB" })
@Timeout(value = 10, unit = TimeUnit.MINUTES) // only so that a broken service ends
public abstract class ServiceTest extends HttpCalls {

	static final int MAX_QUEUED = 3;

	/**
	 * The tutorial's network with a rate that makes it learn a shift in an epoch or two.
	 */
	static final String QUICK = """
			"network": {"embedding": 5, "hidden": 10, "headHidden": 0, "skip": false, "feedback": false},
			"training": {"learningRate": 0.02, "examplesPerEpoch": 12800, "maxEpochs": 30, "seed": 1}""";

	private static final Path folder = folder();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("decipher.data-dir", folder::toString);
	}

	/**
	 * Not a temporary folder of JUnit's, which goes when the first class ends; relative,
	 * as people write it.
	 */
	private static Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "service-test-");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	int port() {
		return this.port;
	}

	/**
	 * Trains a Caesar cipher on a quick network, unless there is such a model already.
	 */
	void caesar(String model, int shift, String alphabet) {
		if (get("/models/" + model).status() == 404) {
			JsonNode job = learn("""
					{"model": "%s", "data": {"cipher": {"type": "caesar", "shift": %d}, "alphabet": %s}, %s}"""
				.formatted(model, shift, alphabet, QUICK));
			assertThat(job.at("/accuracy").asDouble()).as(job.toString()).isEqualTo(1);
		}
	}

	/** A job whose network learns next to nothing: it runs until it is cancelled. */
	static String endless(String model) {
		return """
				{"model": "%s", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "messageLength": 8},
				"network": {"embedding": 4, "hidden": 8, "headHidden": 0},
				"training": {"examplesPerEpoch": 128, "maxEpochs": 1000000, "maxSeconds": 2592000, "learningRate": 1e-6}}"""
			.formatted(model);
	}

	static String letters(int length, SplittableRandom random) {
		return random.ints(length, 'A', 'Z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
