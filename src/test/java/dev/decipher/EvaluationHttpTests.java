package dev.decipher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * How well a model decrypts, and what goes on inside.
 */
class EvaluationHttpTests extends ServiceTest {

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static int count(JsonNode confusion, String plaintext, String predicted) {
		String symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
		return confusion.at("/counts").get(symbols.indexOf(plaintext)).get(symbols.indexOf(predicted)).intValue();
	}

	@Test
	void countsWhatIsRightAndWhatIsTakenForWhat() {
		JsonNode evaluation = post("/models/seed/evaluate", """
				{"pairs": [{"ciphertext": "ERPDRF", "plaintext": "SECRET"},
				           {"ciphertext": "erpd", "plaintext": "XEXR"}], "version": 1}""").as(200);
		assertThat(evaluation.propertyNames()).containsExactlyInAnyOrder("model", "version", "messages", "symbols",
				"accuracy", "symbolErrorRate", "exactMessages", "confusion");
		assertThat(evaluation.at("/model").asString()).isEqualTo("seed");
		assertThat(evaluation.at("/version").intValue()).isEqualTo(1);
		assertThat(evaluation.at("/messages").intValue()).isEqualTo(2);
		assertThat(evaluation.at("/symbols").intValue()).isEqualTo(10);
		assertThat(evaluation.at("/accuracy").doubleValue()).isEqualTo(0.8);
		assertThat(evaluation.at("/symbolErrorRate").doubleValue()).isCloseTo(0.2, within(1e-12));
		assertThat(evaluation.at("/exactMessages").doubleValue()).isEqualTo(0.5);
		JsonNode confusion = evaluation.at("/confusion");
		assertThat(confusion.propertyNames()).containsExactlyInAnyOrder("plaintext", "predicted", "counts");
		for (String side : new String[] { "plaintext", "predicted" }) {
			assertThat(String.join("", confusion.get(side).valueStream().map(JsonNode::asString).toList()))
				.isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
		}
		assertThat(confusion.at("/counts")).hasSize(27).allSatisfy((row) -> assertThat(row).hasSize(27));
		assertThat(count(confusion, "E", "E")).isEqualTo(3);
		assertThat(count(confusion, "S", "S")).isEqualTo(1);
		assertThat(count(confusion, "X", "S")).isEqualTo(1);
		assertThat(count(confusion, "X", "C")).isEqualTo(1);
		assertThat(count(confusion, "S", "X")).isZero();
		int sum = 0;
		for (JsonNode row : confusion.at("/counts")) {
			sum += row.valueStream().mapToInt(JsonNode::intValue).sum();
		}
		assertThat(sum).isEqualTo(10);
	}

	@Test
	void agreesWithTheTrainingJob() {
		caesar("judged", 3, "\"latin26\"");
		JsonNode evaluation = post("/models/judged/evaluate",
				"{\"pairs\": [{\"ciphertext\": \"Khoor, Zruog!\", \"plaintext\": \"Hello, World!\"}]}")
			.as(200);
		assertThat(evaluation.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(evaluation.at("/symbols").intValue()).isEqualTo(10);
	}

	// a quote ' stands for " here
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{} | /pairs", "{'pairs':[]} | /pairs", "{'pairs':null} | /pairs", "{'pairs':{}} | /pairs",
					"{'pairs':[null]} | /pairs/0", "{'pairs':[{}]} | /pairs/0/ciphertext /pairs/0/plaintext",
					"{'pairs':[{'ciphertext':'A','plaintext':7}]} | /pairs/0/plaintext",
					"{'pairs':[{'ciphertext':'A','plaintext':'N'},{'ciphertext':'AB','plaintext':'N'}]} | /pairs/1",
					"{'pairs':[{'ciphertext':'','plaintext':''}]} | /pairs/0",
					"{'pairs':[{'ciphertext':'A\\u0000','plaintext':'NN'}]} | /pairs/0/ciphertext",
					"{'pairs':[{'ciphertext':'A','plaintext':'N','key':1}]} | /pairs/0/key",
					"{'pairs':[{'ciphertext':'A','plaintext':'N'}],'version':'1'} | /version",
					"{'pairs':[{'ciphertext':'A','plaintext':'N'}],'model':'seed'} | /model" })
	void refusesPairs(String request, String pointers) {
		post("/models/seed/evaluate", request.replace('\'', '"')).asFaultAt(pointers.split(" "));
	}

	@Test
	void refusesToEvaluateWhatIsNotThereOrTooMuch() {
		String pair = "{\"ciphertext\": \"A\", \"plaintext\": \"N\"}";
		post("/models/nowhere/evaluate", "{\"pairs\": [" + pair + "]}").asProblem(404);
		post("/models/seed/evaluate", "{\"pairs\": [" + pair + "], \"version\": 99}").asProblem(404);
		post("/models/seed/evaluate", "{\"pairs\": [" + (pair + ",").repeat(10_000) + pair + "]}").asProblem(413);
		String longest = "A".repeat(1_000_001);
		post("/models/seed/evaluate",
				"{\"pairs\": [{\"ciphertext\": \"" + longest + "\", \"plaintext\": \"" + longest + "\"}]}")
			.asProblem(413);
	}

	@Test
	void showsHiddenStatesOfSymbolsAlone() {
		caesar("judged", 3, "\"latin26\"");
		JsonNode activations = get("/models/judged/versions/1/activations?text=K,%20h!").as(200);
		assertThat(activations.propertyNames()).containsExactlyInAnyOrder("positions", "units", "values");
		assertThat(activations.at("/positions").intValue()).isEqualTo(2);
		assertThat(activations.at("/units").intValue()).isEqualTo(10);
		assertThat(activations.at("/values")).hasSize(2).allSatisfy((row) -> {
			assertThat(row).hasSize(10);
			assertThat(row.valueStream()).allSatisfy((value) -> assertThat(value.doubleValue()).isBetween(-1.0, 1.0));
		});
		assertThat(get("/models/judged/versions/1/activations?text=").as(200).at("/values")).isEmpty();
	}

	@Test
	void showsWhereANetworkWithAttentionLooks() {
		learn("""
				{"model": "looking", "data": {"cipher": {"type": "rail-fence", "rails": 2}, "messageLength": 6},
				"network": {"embedding": 2, "hidden": 4, "attentionHeads": 2, "attentionReach": 3},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 8, "targetAccuracy": 0.1}}""");
		JsonNode activations = get("/models/looking/versions/1/activations?text=ABC%20DEF").as(200);
		assertThat(activations.at("/values")).hasSize(6);
		assertThat(activations.at("/attention")).hasSize(6).allSatisfy((heads) -> {
			assertThat(heads).hasSize(2);
			assertThat(heads.valueStream()).allSatisfy((focus) -> {
				assertThat(focus.propertyNames()).containsExactlyInAnyOrder("position", "weight");
				assertThat(focus.at("/position").intValue()).isBetween(0, 5);
				assertThat(focus.at("/weight").doubleValue()).isBetween(1.0 / 6, 1.0);
			});
		});
		assertThat(get("/models/looking/versions/1/activations?text=").as(200).at("/attention")).isEmpty();
	}

	@Test
	void refusesToShowHiddenStates() {
		assertThat(get("/models/seed/versions/1/activations").asProblem(400).at("/errors/0/parameter").asString())
			.isEqualTo("text");
		get("/models/seed/versions/one/activations?text=A").asProblem(400);
		get("/models/seed/versions/99/activations?text=A").asProblem(404);
		get("/models/nowhere/versions/1/activations?text=A").asProblem(404);
		String wide = """
				{"model": "wide", "data": {"cipher": {"type": "rot13"}, "messageLength": 4},
				"network": {"embedding": 2, "hidden": 256, "headHidden": 0, "skip": false},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 8, "targetAccuracy": 0.1}}""";
		learn(wide);
		assertThat(get("/models/wide/versions/1/activations?text=" + "A".repeat(3_906)).as(200)
			.at("/positions")
			.intValue()).isEqualTo(3_906);
		get("/models/wide/versions/1/activations?text=" + "A".repeat(3_907)).asProblem(413);
		assertThat(
				get("/models/seed/versions/1/activations?text=" + URLEncoder.encode("\u00e4", StandardCharsets.UTF_8))
					.as(200)
					.at("/positions")
					.intValue())
			.isEqualTo(1);
	}

}
