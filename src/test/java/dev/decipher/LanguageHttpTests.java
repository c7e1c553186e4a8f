package dev.decipher;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Languages that are learned from a text.
 */
class LanguageHttpTests extends ServiceTest {

	private static final String TINY = "\"network\": {\"embedding\": 8, \"hidden\": 32}, "
			+ "\"training\": {\"examplesPerEpoch\": 256, \"maxEpochs\": 4, \"learningRate\": 0.01, \"seed\": 5}";

	@Autowired
	private Languages languages;

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static String german() {
		try {
			return Files.readString(Path.of("src/test/resources/language/german.txt"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String part(String name, String content) {
		return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name + "\"\r\n\r\n"
				+ content + "\r\n";
	}

	private Answer upload(String... parts) {
		return send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(String.join("", parts) + "--x--\r\n")));
	}

	private Answer train(String model, String data, String more) {
		return post("/train", "{\"model\": \"%s\", \"data\": {%s}%s}".formatted(model, data, more));
	}

	private String inline() {
		return "\"corpus\": " + json.writeValueAsString(german());
	}

	/** The job that has learned the model "deutsch", which it does once for all tests. */
	private JsonNode germanJob() {
		JsonNode jobs = get("/jobs?model=deutsch").as(200).at("/items");
		String id = jobs.isEmpty()
				? upload(part("request", "{\"model\": \"deutsch\", " + TINY + "}"), part("corpus", german())).as(202)
					.at("/id")
					.asString()
				: jobs.get(0).at("/id").asString();
		return awaitState(id, "SUCCEEDED");
	}

	@Test
	void learnsALanguageFromAText() {
		JsonNode job = germanJob();
		JsonNode data = job.at("/request/data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("alphabet", "corpus", "validationFraction");
		assertThat(data.at("/corpus/count").intValue()).isBetween(1_500, 2_500);
		assertThat(data.at("/corpus/sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(data.at("/alphabet/symbols").asString()).isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß");
		assertThat(job.at("/request/network/bidirectional").booleanValue()).isFalse();
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		JsonNode model = get("/models/deutsch").as(200);
		assertThat(model.at("/kind").asString()).isEqualTo("language");
		assertThat(model.at("/alphabet/symbols").asString()).endsWith("ß ");
		assertThat(model.at("/validationLoss").doubleValue()).isBetween(1.0, Math.log(31));
		assertThat(get("/models/seed").as(200).at("/kind").asString()).isEqualTo("cipher");
		assertThat(get("/jobs/" + job.at("/id").asString() + "/history").as(200)).hasSize(4);

		try (Language german = this.languages.find("deutsch")) {
			assertThat(german.name()).isEqualTo("deutsch");
			assertThat(german.alphabet().symbols()).isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß");
			assertThat(german.letters().symbols()).isEqualTo(30);
			assertThat(german.words().symbols()).isEqualTo(31);
			int[] said = letters(german, "UNDDIESTRASSEFÜHRTEÜBERDENHÜGEL");
			int[] other = letters(german, "XQÜJYYPFWVVKÄBXÖÖQCJZPXYKKWVÜPQ");
			assertThat(german.letters().cost(said)).isLessThan(german.letters().cost(other));
			double[] logs = german.logProbabilities(new int[][] { said, other }, false);
			assertThat(logs[0]).isGreaterThan(logs[1]);
			assertThat(german.logProbabilities(new int[][] { said, other }, true)[0]).isNotEqualTo(logs[0]);
		}
		put("/models/deutsch/aliases/best", "{\"version\": 1}").as(200);
		try (Language german = this.languages.find("deutsch@best")) {
			assertThat(german.words().symbols()).isEqualTo(31);
		}
		assertThat(post("/solve", "{\"text\": \"UNDDIESTRASSE\", \"language\": \"deutsch@best\", \"maxSeconds\": 0.1}")
			.status()).isEqualTo(200);
		post("/solve", "{\"text\": \"UNDDIESTRASSE\", \"language\": \"deutsch@worst\"}").asProblem(404);
	}

	private static int[] letters(Language language, String text) {
		return text.codePoints().map(language.alphabet()::indexOf).toArray();
	}

	@Test
	void takesTheSameTextHoweverItComesAndForgetsIt() {
		JsonNode job = train("german-inline",
				inline() + ", \"alphabet\": {\"symbols\": \"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"}", ", " + TINY)
			.as(202);
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin26");
		String sum = job.at("/request/data/corpus/sha256").asString();
		awaitState(job.at("/id").asString(), "SUCCEEDED");
		assertThat(germanJob().at("/request/data/corpus/sha256").asString()).isEqualTo(sum);
		try (Language inline = this.languages.find("german-inline")) {
			assertThat(inline.letters().symbols()).isEqualTo(26);
		}
		assertThat(delete("/models/german-inline").status()).isEqualTo(204);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.languages.find("german-inline"))
			.matches((problem) -> problem.status() == HttpStatus.NOT_FOUND);
	}

	@Test
	void decryptsNothingWithALanguage() {
		germanJob();
		String detail = post("/decrypt", "{\"text\": \"ABC\", \"model\": \"deutsch\"}").asProblem(409)
			.at("/detail")
			.asString();
		assertThat(detail).contains("deutsch").contains("language");
		post("/decrypt/batch", "{\"texts\": [\"ABC\"], \"model\": \"deutsch\"}").asProblem(409);
		post("/models/deutsch/evaluate", "{\"pairs\": [{\"ciphertext\": \"A\", \"plaintext\": \"B\"}]}").asProblem(409);
		get("/models/deutsch/versions/1/activations?text=ABC").asProblem(409);
		train("mute2", "\"cipher\": {\"type\": \"rot13\"}", ", \"from\": {\"model\": \"deutsch\", \"version\": 1}")
			.asFaultAt("/from");
		byte[] weights = download(request("/models/deutsch/versions/1/weights")).body();
		assertThat(new String(Arrays.copyOf(weights, 2_000), StandardCharsets.UTF_8)).contains("lstm.weight_ih_l0");
		upload("/models/mute3/weights", weights).asProblem(400);
	}

	@Test
	void keepsAModelOfOneKind() {
		germanJob();
		String cipher = "\"cipher\": {\"type\": \"rot13\"}";
		byte[] weights = download(request("/models/seed/versions/1/weights")).body();
		for (String language : new String[] { "deutsch", "english" }) {
			String detail = train(language, cipher, "").asProblem(409).at("/detail").asString();
			assertThat(detail).contains(language).contains("is a language");
			upload("/models/" + language + "/weights", weights).asProblem(409);
		}
		upload("/models/decrypts/weights", weights).as(201);
		assertThat(train("decrypts", inline(), "").asProblem(409).at("/detail").asString()).contains("decrypts");
	}

	@Test
	void knowsWhichLanguagesThereAre() {
		germanJob();
		JsonNode languages = get("/languages").as(200);
		assertThat(languages.findValuesAsString("name")).startsWith("english", "german", "french").contains("deutsch");
		assertThat(languages.get(1).at("/alphabet").asString()).isEqualTo("latin26");
		assertThat(languages.get(1).at("/builtIn").booleanValue()).isTrue();
		JsonNode learned = languages.get(languages.size() - 1);
		assertThat(learned.at("/builtIn").booleanValue()).isFalse();
		assertThat(learned.at("/version").intValue()).isEqualTo(1);
		assertThat(learned.at("/alphabet/symbols").asString()).endsWith("ß");
		assertThat(this.languages.find("english")).isSameAs(English.get());
		assertThat(this.languages.find("latin")).isSameAs(Languages.builtIn("latin"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.languages.find("klingon"))
			.matches((problem) -> problem.status() == HttpStatus.NOT_FOUND);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.languages.find("seed"))
			.matches((problem) -> problem.status() == HttpStatus.CONFLICT);
	}

	@Test
	void refusesWhatIsNoLanguage() {
		long before = get("/jobs?size=1").as(200).at("/total").longValue();
		train("bad", "\"corpus\": \"Zu kurz.\"", "").asFaultAt("/data/corpus");
		train("bad", "\"corpus\": \"\"", "").asFaultAt("/data/corpus");
		train("bad", "\"corpus\": 7", "").asFaultAt("/data/corpus");
		train("bad", inline() + ", \"cipher\": {\"type\": \"rot13\"}", "").asFaultAt("/data");
		train("bad", inline() + ", \"messageLength\": 32", "").asFaultAt("/data/messageLength");
		train("bad", inline() + ", \"alphabet\": {\"symbols\": \"AB \"}", "").asFaultAt("/data/alphabet");
		train("seed", inline(), "").asFaultAt("/model");
		train("english", inline(), "").asFaultAt("/model");
		train("bad", inline(), ", \"from\": {\"model\": \"seed\", \"version\": 1}").asFaultAt("/from");
		train("bad", inline(), ", \"chooseNetwork\": true").asFaultAt("/chooseNetwork");
		train("bad", inline(), ", \"network\": {\"bidirectional\": true}").asFaultAt("/network/bidirectional");
		train("bad", inline(), ", \"network\": {\"feedback\": true}").asFaultAt("/network/feedback");
		train("bad", inline(), ", \"network\": {\"attentionHeads\": 1}").asFaultAt("/network/attentionHeads");
		train("bad", inline(), ", \"network\": {\"hidden\": 4096}").asFaultAt("/network/hidden");
		String request = part("request", "{\"model\": \"bad\"}");
		upload(request, part("corpus", "")).asFaultAt("/data/corpus");
		upload(request, part("corpus", german()), part("pairs", "a,b\n")).asFaultAt("/corpus");
		upload(request, part("corpus", german()), part("corpus", german())).asFaultAt("/corpus");
		upload(part("request", "{\"model\": \"bad\", \"data\": {" + inline() + "}}"), part("corpus", german()))
			.asFaultAt("/data/corpus");
		assertThat(get("/jobs?size=1").as(200).at("/total").longValue()).isEqualTo(before);
	}

}
