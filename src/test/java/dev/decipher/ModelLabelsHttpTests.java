package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Aliases, descriptions and tags of versions, and who activated them when.
 */
class ModelLabelsHttpTests extends ServiceTest {

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	/** Imports the default model's weights as a further version. */
	private int version(String model, String query) {
		byte[] weights = download(request("/models/seed/versions/1/weights")).body();
		return upload("/models/" + model + "/weights" + query, weights).as(201).at("/version").intValue();
	}

	private Answer patch(String path, String body) {
		return send(request(path).header("Content-Type", "application/json")
			.method("PATCH", BodyPublishers.ofString(body)));
	}

	private Answer decrypt(String model, String more) {
		return post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"%s\"%s}".formatted(model, more));
	}

	@Test
	void anAliasIsItsVersionWhereverAModelIsRead() {
		version("named", "");
		version("named", "");
		assertThat(get("/models/named").as(200).at("/aliases")).isEqualTo(json.readTree("{}"));
		JsonNode model = put("/models/named/aliases/best", "{\"version\": 1}").as(200);
		assertThat(model.at("/aliases")).isEqualTo(json.readTree("{\"best\": 1}"));
		assertThat(model.at("/activeVersion").intValue()).isEqualTo(2);

		JsonNode shown = get("/models/named@best").as(200);
		assertThat(shown.at("/name").asString()).isEqualTo("named");
		assertThat(shown.at("/version").intValue()).isEqualTo(1);
		assertThat(shown.at("/activeVersion").intValue()).isEqualTo(2);
		JsonNode answer = decrypt("named@best", "").as(200);
		assertThat(answer.at("/text").asString()).isEqualTo("SECRET");
		assertThat(answer.at("/model").asString()).isEqualTo("named");
		assertThat(answer.at("/version").intValue()).isEqualTo(1);
		answer = post("/decrypt/batch", "{\"texts\": [\"ERPDRF\"], \"model\": \"named@best\"}").as(200);
		assertThat(answer.at("/model").asString()).isEqualTo("named");
		assertThat(answer.at("/version").intValue()).isEqualTo(1);
		assertThat(filter("/decrypt?model=named@best", "ERPDRF").body()).isEqualTo("SECRET");
		assertThat(send(request("/decrypt/batch?model=named@best").header("Content-Type", "application/x-ndjson")
			.POST(BodyPublishers.ofString("{\"text\": \"ERPDRF\"}\n"))).as(200).at("/text").asString())
			.isEqualTo("SECRET");
		String pairs = "\"pairs\": [{\"ciphertext\": \"ERPDRF\", \"plaintext\": \"SECRET\"}]";
		assertThat(post("/models/named@best/evaluate", "{%s}".formatted(pairs)).as(200).at("/version").intValue())
			.isEqualTo(1);
		assertThat(get("/models/named@best/activations?text=ERPDRF").as(200).at("/positions").intValue()).isEqualTo(6);
		assertThat(download(request("/models/named@best/weights")).headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((name) -> assertThat(name).contains("named-1.safetensors"));
		assertThat(download(request("/models/named/weights")).headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((name) -> assertThat(name).contains("named-2.safetensors"));
		String from = """
				{"model": "named-on", "data": {"cipher": {"type": "caesar", "shift": 13}, "alphabet": "latin27"},
				"from": {"model": "named@best"%s}, "training": {"maxEpochs": 1, "examplesPerEpoch": 64}}""";
		assertThat(learn(from.formatted("")).at("/request/from"))
			.isEqualTo(json.readTree("{\"model\": \"named\", \"version\": 1}"));

		// it moves at once
		put("/models/named/aliases/best", "{\"version\": 2}").as(200);
		assertThat(decrypt("named@best", "").as(200).at("/version").intValue()).isEqualTo(2);

		decrypt("named@best", ", \"version\": 1").asFaultAt("/version");
		post("/decrypt/batch", "{\"texts\": [], \"model\": \"named@best\", \"version\": 2}").asFaultAt("/version");
		post("/models/named@best/evaluate", "{%s, \"version\": 2}".formatted(pairs)).asFaultAt("/version");
		post("/train", from.formatted(", \"version\": 2")).asFaultAt("/from/version");
		post("/train", from.formatted("").replace("named@best", "named")).asFaultAt("/from/version");
		for (Answer refused : List.of(filter("/decrypt?model=named@best&version=2", "ERPDRF"),
				get("/models/named@best/versions/2"), get("/models/named@best/versions/2/weights"),
				get("/models/named@best/versions/2/activations?text=A"))) {
			assertThat(refused.asProblem(400).at("/errors/0/parameter").asString()).isEqualTo("version");
		}
		post("/train", from.formatted("").replace("named-on", "named@best")).asFaultAt("/model");
		put("/models/named@best/active", "{\"version\": 1}").asProblem(404);
		delete("/models/named@best").asProblem(404);
	}

	@Test
	void aVersionWithAnAliasStays() {
		version("kept", "");
		version("kept", "");
		put("/models/kept/aliases/candidate", "{\"version\": 1}").as(200);
		assertThat(delete("/models/kept/versions/1").asProblem(409).at("/detail").asString())
			.contains("the alias candidate");
		assertThat(delete("/models/kept/aliases/candidate").status()).isEqualTo(204);
		decrypt("kept@candidate", "").asProblem(404);
		delete("/models/kept/aliases/candidate").asProblem(404);
		assertThat(delete("/models/kept/versions/1").status()).isEqualTo(204);
		put("/models/kept/aliases/candidate", "{\"version\": 1}").asProblem(404);
		put("/models/nothing/aliases/candidate", "{\"version\": 1}").asProblem(404);
		put("/models/kept/aliases/candidate", "{}").asFaultAt("/version");
		for (String alias : List.of("Best", "1st", "a_b", "a".repeat(33))) {
			assertThat(put("/models/kept/aliases/" + alias, "{\"version\": 2}").asProblem(400)
				.at("/errors/0/parameter")
				.asString()).isEqualTo("alias");
		}
		for (String unknown : List.of("kept@", "kept@nobody", "@candidate", "kept@candidate@candidate")) {
			decrypt(unknown, "").asProblem(404);
		}
		// it goes with its model
		put("/models/kept/aliases/candidate", "{\"version\": 2}").as(200);
		assertThat(delete("/models/kept").status()).isEqualTo(204);
		decrypt("kept@candidate", "").asProblem(404);
		version("kept", "");
		assertThat(get("/models/kept").as(200).at("/aliases")).isEqualTo(json.readTree("{}"));
	}

	@Test
	void tellsWhoActivatedWhichVersionWhen() {
		version("told", "?activate=false");
		version("told", "?activate=false");
		version("told", "");
		put("/models/told/active", "{\"version\": 2}").as(200);
		JsonNode history = get("/models/told/history").as(200);
		assertThat(history.valueStream().map((one) -> one.at("/cause").asString() + one.at("/version")))
			.containsExactly("REQUEST2", "IMPORT3", "FIRST1");
		assertThat(history.at("/0/activatedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
		// nobody was asked for a key
		assertThat(history.at("/0").has("by")).isFalse();
		assertThat(get("/models/told/history?page=1&size=2").as(200)).hasSize(1);
		get("/models/told/history?size=101").asProblem(400);
		assertThat(delete("/models/told/versions/3").status()).isEqualTo(204);
		assertThat(get("/models/told/history").as(200)).isEqualTo(history);
		assertThat(delete("/models/told").status()).isEqualTo(204);
		get("/models/told/history").asProblem(404);
		version("told", "");
		assertThat(get("/models/told/history").as(200)).hasSize(1);

		JsonNode seed = get("/models/seed/history?size=100").as(200);
		JsonNode first = seed.get(seed.size() - 1);
		assertThat(first.at("/cause").asString()).isEqualTo("SEED");
		assertThat(first.at("/job")).isEqualTo(get("/models/seed/versions/1").as(200).at("/job"));
		get("/models/none/history").asProblem(404);
	}

	@Test
	void saysOfAVersionWhatPeopleWrite() {
		int version = version("described", "");
		String path = "/models/described/versions/" + version;
		JsonNode before = get(path).as(200);
		assertThat(before.has("description") || before.has("tags")).isFalse();
		JsonNode said = patch(path, "{\"description\": \"Für Elise\\n\", \"tags\": [\"reviewed\", \"a b\"]}").as(200);
		assertThat(said.at("/description").asString()).isEqualTo("Für Elise\n");
		assertThat(said.at("/tags")).isEqualTo(json.readTree("[\"reviewed\", \"a b\"]"));
		assertThat(get(path).as(200)).isEqualTo(said);
		assertThat(get("/models/described").as(200).at("/tags")).isEqualTo(said.at("/tags"));
		assertThat(tagged("reviewed")).contains("described");
		assertThat(tagged("a%20b")).containsExactly("described");
		assertThat(tagged("nothing")).isEmpty();
		// what is left out stays, and null takes away
		said = patch(path, "{\"description\": null}").as(200);
		assertThat(said.has("description")).isFalse();
		assertThat(said.at("/tags")).hasSize(2);
		assertThat(patch(path, "{}").as(200)).isEqualTo(said);
		assertThat(patch(path, "{\"tags\": []}").as(200)).isEqualTo(before);
		assertThat(decrypt("described", "").as(200).at("/text").asString()).isEqualTo("SECRET");
	}

	@Test
	void refusesWhatCantBeSaid() {
		String path = "/models/described/versions/" + version("described", "");
		patch(path, json.writeValueAsString(json.createObjectNode().put("description", "a".repeat(2_001))))
			.asFaultAt("/description");
		patch(path, "{\"description\": \"a\\u0000\"}").asFaultAt("/description");
		patch(path, "{\"description\": 7}").asFaultAt("/description");
		patch(path, "{\"tags\": \"reviewed\"}").asFaultAt("/tags");
		patch(path, "{\"tags\": [\"a\", \"a\"]}").asFaultAt("/tags");
		patch(path, "{\"tags\": [\"\", \"a\", \" b\", \"c\\n\", null]}").asFaultAt("/tags/0", "/tags/2", "/tags/3",
				"/tags/4");
		patch(path, "{\"tag\": []}").asFaultAt("/tag");
		patch(path, "[]").asProblem(400);
		patch("/models/described/versions/99", "{}").asProblem(404);
		patch("/models/nothing/versions/1", "{}").asProblem(404);
	}

	private List<String> tagged(String tag) {
		return get("/models?tag=" + tag).as(200).valueStream().map((model) -> model.at("/name").asString()).toList();
	}

	@Test
	void aVersionTellsWhatMadeIt() {
		JsonNode provenance = get("/models/seed/versions/1").as(200).at("/provenance");
		JsonNode build = get("/actuator/info").as(200);
		assertThat(provenance.at("/service").asString()).isEqualTo(build.at("/build/version").asString());
		assertThat(provenance.at("/djl").asString()).matches("0\\.\\d+\\.\\d+");
		assertThat(provenance.at("/torch").asString()).matches("2\\.\\d+\\.\\d+.*");
		assertThat(provenance.at("/jvm").asString()).contains(System.getProperty("java.runtime.version"));
		assertThat(provenance.at("/os").asString()).startsWith(System.getProperty("os.name"));
		assertThat(provenance.at("/processor").asString()).isNotBlank();
		assertThat(provenance.at("/threads").intValue()).isEqualTo(2);
		assertThat(provenance.at("/judgedOn").intValue()).isEqualTo(10_000);
		version("unknown-origin", "");
		JsonNode imported = get("/models/unknown-origin/versions/1").as(200).at("/provenance");
		assertThat(imported.at("/service")).isEqualTo(provenance.at("/service"));
		assertThat(imported.propertyNames()).isSubsetOf("service", "commit");
	}

}
