package dev.decipher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import dev.decipher.client.Alphabet;
import dev.decipher.client.BatchDecryption;
import dev.decipher.client.BatchRequest;
import dev.decipher.client.Cipher;
import dev.decipher.client.CipherType;
import dev.decipher.client.DecipherClient;
import dev.decipher.client.DecipherException;
import dev.decipher.client.DecryptRequest;
import dev.decipher.client.Decryption;
import dev.decipher.client.EncryptRequest;
import dev.decipher.client.Encryption;
import dev.decipher.client.Evaluation;
import dev.decipher.client.Example;
import dev.decipher.client.Identification;
import dev.decipher.client.Job;
import dev.decipher.client.Model;
import dev.decipher.client.Pair;
import dev.decipher.client.Problem;
import dev.decipher.client.Solution;
import dev.decipher.client.SolveJobRequest;
import dev.decipher.client.SolveRequest;
import dev.decipher.client.TrainRequest;
import dev.decipher.client.TypeProbability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The client that examples offer for copying: each of its methods against the service.
 */
class ClientExampleTests extends ServiceTest {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Cipher LEMON = Cipher.of("vigenere", "key", "LEMON");

	private static final String PLAINTEXT = "The ship leaves the harbour at dawn; have the letters and the gold with "
			+ "you, and tell nobody.";

	private static final String CIPHERTEXT = "Elq gutt xsngie hup lmfozyd og oeib; ulzq hup pqhgpve oao xts tzpp "
			+ "kvel kch, lrp hrwp zcozhk.";

	private DecipherClient client;

	@BeforeEach
	void connect() {
		awaitDefaultModel();
		this.client = DecipherClient.create(uri("").toString(), null);
	}

	@Test
	void decrypts() {
		Decryption decryption = this.client.decrypt(DecryptRequest.with("seed", "ERPDRF"));
		assertThat(decryption.text()).isEqualTo("SECRET");
		assertThat(decryption.model()).isEqualTo("seed");
		assertThat(decryption.confidence()).isBetween(0.9, 1.0);
		assertThat(decryption.symbols()).isNull();
	}

	@Test
	void showsAlternativesAndPlausibility() {
		Decryption decryption = this.client
			.decrypt(new DecryptRequest("FUVEMVEMN-AFURDMERPDRF", null, null, null, 2, "english"));
		assertThat(decryption.symbols()).hasSize(22).allSatisfy((symbol) -> {
			assertThat(symbol.confidence()).isPositive();
			assertThat(symbol.alternatives()).hasSize(2);
		});
		assertThat(decryption.plausibility()).isBetween(0.5, 1.0);
	}

	@Test
	void decryptsByRule() {
		Decryption decryption = this.client.decrypt(DecryptRequest.with(LEMON, CIPHERTEXT));
		assertThat(decryption.text()).isEqualTo(PLAINTEXT);
		assertThat(decryption.model()).isNull();
		assertThat(decryption.confidence()).isNull();
	}

	@Test
	void decryptsBatches() {
		BatchDecryption decryption = this.client
			.decryptBatch(BatchRequest.with("seed", List.of("ERPDRF", "FUVEMVEMNMERPDRF")));
		assertThat(decryption.version()).isEqualTo(1);
		assertThat(decryption.results()).extracting(BatchDecryption.Result::text)
			.containsExactly("SECRET", "THIS-IS-A-SECRET");
		assertThat(decryption.results()).extracting(BatchDecryption.Result::confidence).doesNotContainNull();
		assertThat(this.client.decryptBatch(BatchRequest.with(LEMON, List.of("LXFOPV", "Elq gutt"))).results())
			.extracting(BatchDecryption.Result::text)
			.containsExactly("ATTACK", "The ship");
	}

	@Test
	void encrypts() {
		assertThat(this.client.encrypt(EncryptRequest.of(PLAINTEXT, LEMON)).text()).isEqualTo(CIPHERTEXT);
		assertThat(this.client
			.encrypt(new EncryptRequest("A SECRET", Cipher.of("caesar", "shift", 13), Alphabet.named("latin27")))
			.text()).isEqualTo("NMERPDRF");
		assertThat(this.client
			.encrypt(new EncryptRequest("907", Cipher.of("caesar", "shift", 1), Alphabet.of("0123456789")))
			.text()).isEqualTo("018");
	}

	@Test
	void readsTheKeyThatWasDrawn() {
		Cipher anyKey = Cipher.of("vigenere", "key", Map.of("random", Map.of("length", List.of(5, 5))));
		Encryption encryption = this.client.encrypt(EncryptRequest.of("ATTACK", anyKey));
		assertThat(encryption.cipher().parameters()).extractingByKey("key").asString().hasSize(5);
		assertThat(this.client.decrypt(DecryptRequest.with(encryption.cipher(), encryption.text())).text())
			.isEqualTo("ATTACK");
	}

	@Test
	void listsCiphers() {
		assertThat(this.client.ciphers()).extracting(CipherType::type).contains("caesar", "rot13", "enigma");
		assertThat(this.client.ciphers()).filteredOn((cipher) -> cipher.type().equals("caesar"))
			.singleElement()
			.satisfies((caesar) -> {
				assertThat(caesar.parameters()).extracting(CipherType.Parameter::name).containsExactly("shift");
				assertThat(this.client.encrypt(EncryptRequest.of("HELLO", caesar.example())).text()).hasSize(5);
			});
	}

	@Test
	void solves() {
		Solution solution = this.client.solve(SolveRequest.of(CIPHERTEXT)
			.withCipher("vigenere", "caesar")
			.withLanguage("english")
			.withCrib(new SolveRequest.Crib("HARBOUR", null))
			.withMaxSeconds(60));
		assertThat(solution.candidates()).first().satisfies((candidate) -> {
			assertThat(candidate.text()).isEqualTo(PLAINTEXT);
			assertThat(candidate.language()).isEqualTo("english");
			assertThat(candidate.cipher()).isEqualTo(LEMON);
			assertThat(candidate.confidence()).isBetween(0.9, 1.0);
		});
		assertThat(solution.keysTried()).isPositive();
	}

	@Test
	void solvesByAJob() throws Exception {
		Job job = this.client
			.startSolving(new SolveJobRequest(SolveRequest.of(CIPHERTEXT).withCipher("vigenere").withMaxSeconds(120)));
		assertThat(job.kind()).isEqualTo("SOLVE");
		Job ended = this.client.awaitEnd(job.id(), PATIENCE);
		assertThat(ended.state()).isEqualTo(Job.State.SUCCEEDED);
		assertThat(ended.solution().candidates()).first().extracting(Solution.Candidate::text).isEqualTo(PLAINTEXT);
	}

	@Test
	void identifies() {
		Identification identification = this.client
			.identify(new DecipherClient.IdentifyRequest((PLAINTEXT + " ").repeat(3)));
		assertThat(identification.types()).first().extracting(TypeProbability::type).isEqualTo("plaintext");
		assertThat(identification.languages()).first()
			.extracting(Identification.LanguageProbability::language)
			.isEqualTo("english");
	}

	@Test
	void trainsAndManagesVersions() throws Exception {
		TrainRequest request = TrainRequest.of("java-caesar", Cipher.of("caesar", "shift", 4))
			.withNetwork(Map.of("embedding", 5, "hidden", 10, "headHidden", 0, "skip", false, "feedback", false))
			.withTraining(Map.of("learningRate", 0.02, "examplesPerEpoch", 12800, "maxEpochs", 30, "seed", 1));
		Job first = this.client.awaitEnd(this.client.train(request).id(), PATIENCE);
		assertThat(first.state()).isEqualTo(Job.State.SUCCEEDED);
		assertThat(first.version()).isEqualTo(1);
		assertThat(first.progress()).isEqualTo(1);
		assertThat(first.targetReached()).isTrue();
		assertThat(first.request().at("/training/seed").intValue()).isEqualTo(1);
		Job second = this.client.awaitEnd(
				this.client.train(request.withTraining(Map.of("examplesPerEpoch", 64, "maxEpochs", 1))).id(), PATIENCE);
		assertThat(second.targetReached()).isFalse();
		assertThat(second.finishedAt()).isAfter(second.createdAt());

		assertThat(this.client.models()).extracting(Model::name).contains("seed", "java-caesar");
		Model model = this.client.model("java-caesar");
		assertThat(model.versions()).containsExactly(1, 2);
		assertThat(model.activeVersion()).isEqualTo(2);
		assertThat(model.accuracy()).isLessThan(1);
		Model activated = this.client.activate("java-caesar", new DecipherClient.Activation(1));
		assertThat(activated.activeVersion()).isEqualTo(1);
		assertThat(activated.accuracy()).isEqualTo(1);

		Evaluation evaluation = this.client.evaluate("java-caesar",
				new DecipherClient.EvaluateRequest(List.of(new Pair("LIPPS", "HELLO"), new Pair("LIPPS", "HELLA"))));
		assertThat(evaluation.version()).isEqualTo(1);
		assertThat(evaluation.accuracy()).isEqualTo(0.9);
		assertThat(evaluation.exactMessages()).isEqualTo(0.5);
		int a = evaluation.confusion().plaintext().indexOf("A");
		int o = evaluation.confusion().predicted().indexOf("O");
		assertThat(evaluation.confusion().counts().get(a).get(o)).isEqualTo(1);

		assertThat(this.client.cancelOrDelete(second.id())).isNull();
		refuses(404, () -> this.client.job(second.id()));
	}

	@Test
	void trainsOnAFile() throws Exception {
		SplittableRandom random = new SplittableRandom(5);
		String file = Stream.generate(() -> letters(12, random))
			.limit(300)
			.map((plaintext) -> rot13(plaintext) + "," + plaintext)
			.collect(Collectors.joining("\n", "ciphertext,plaintext\n", "\n"));
		Job job = this.client.trainOnFile(TrainRequest.of("java-file"),
				new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)) {

					@Override
					public String getFilename() {
						return "pairs.csv";
					}

				});
		assertThat(this.client.awaitEnd(job.id(), PATIENCE).state()).isEqualTo(Job.State.SUCCEEDED);
		assertThat(this.client.decrypt(DecryptRequest.with("java-file", "URYYB")).text()).isEqualTo("HELLO");
	}

	private String rot13(String text) {
		return text.chars()
			.map((letter) -> 'A' + (letter - 'A' + 13) % 26)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@Test
	void waitsForAJobAndCancelsIt() throws Exception {
		String id = train(endless("java-endless"));
		try {
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> this.client.awaitEnd(id, Duration.ZERO))
				.withMessageContaining(id);
			assertThat(this.client.cancelOrDelete(id)).extracting(Job::id).isEqualTo(id);
			assertThat(this.client.awaitEnd(id, PATIENCE).state()).isEqualTo(Job.State.CANCELLED);
		}
		finally {
			cancel(id);
		}
	}

	@Test
	void tellsWhatIsWrongAndWhere() {
		Problem problem = refuses(400,
				() -> this.client.train(TrainRequest.of("java-wrong", Cipher.of("caesar", "shift", 3))
					.withNetwork(Map.of("hidden", -1, "layers", 99))));
		assertThat(problem.errors()).extracting(Problem.Place::pointer)
			.containsExactlyInAnyOrder("/network/hidden", "/network/layers");
		assertThat(problem.errors()).extracting(Problem.Place::detail).contains("must be between 1 and 4096");
		assertThat(problem.requestId()).isNotEmpty();

		problem = refuses(404, () -> this.client.model("java-unknown"));
		assertThat(problem.detail()).contains("java-unknown");
		assertThat(problem.errors()).isEmpty();
	}

	/** As when the service isn't there, and a proxy is. */
	@Test
	void takesAnAnswerThatIsNoProblemDocument() throws IOException {
		HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		proxy.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(502, 0);
			exchange.getResponseBody().write("<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		proxy.start();
		try {
			this.client = DecipherClient.create("http://127.0.0.1:" + proxy.getAddress().getPort(), null);
			assertThat(refuses(502, this.client::ciphers).errors()).isEmpty();
		}
		finally {
			proxy.stop(0);
		}
	}

	private static Problem refuses(int status, Runnable call) {
		DecipherException refusal = catchThrowableOfType(DecipherException.class, call::run);
		assertThat(refusal).hasMessage(status + ": " + refusal.problem().detail());
		assertThat(refusal.problem().status()).isEqualTo(status);
		return refusal.problem();
	}

	@Test
	void theExampleRuns() throws Exception {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		Example.run(this.client, "java-letters", new PrintStream(printed, true, StandardCharsets.UTF_8));
		assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(3)
			.anySatisfy((line) -> assertThat(line).startsWith("java-letters, version 1: accuracy "))
			.anySatisfy((line) -> assertThat(line).startsWith("Meet me at the quarry before five, alone."))
			.anySatisfy((line) -> assertThat(line).startsWith("The only thing that the old sailor ever feared"));
	}

}
