package dev.decipher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import dev.decipher.network.DamagedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Weights as files: what goes out is what is stored, and what comes in answers as PyTorch
 * does, by files and answers of {@code src/test/python/check_weights.py}.
 */
class WeightsHttpTests extends ServiceTest {

	private static final double LIKE_PYTORCH = 1e-4;

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static byte[] resource(String name) {
		try (InputStream in = WeightsHttpTests.class.getResourceAsStream("/weights/" + name)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String query(String name, Object alphabet) {
		return name + "=" + URLEncoder.encode(json.writeValueAsString(alphabet), StandardCharsets.UTF_8);
	}

	/** The file with something else in its header. */
	private static byte[] with(byte[] file, String part, String other) {
		int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
		String header = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
		assertThat(header).contains(part);
		return DamagedFiles.file(header.replace(part, other),
				Arrays.copyOfRange(file, Long.BYTES + length, file.length));
	}

	@ParameterizedTest
	@CsvSource({ "plain, latin27, latin27", "bidirectional, latin26, latin26", "feedback, , " })
	void answersAsPyTorchDoes(String fixture, String ciphertext, String plaintext) {
		JsonNode known = json.readTree(resource(fixture + ".json"));
		String query = (ciphertext != null) ? ""
				: "?" + query("alphabet", json.createObjectNode().set("symbols", known.get("plaintext"))) + "&"
						+ query("ciphertext", json.createObjectNode().set("symbols", known.get("ciphertext")));
		String model = "torch-" + fixture;
		Answer answer = upload("/models/" + model + "/weights" + query, resource(fixture + ".safetensors"));
		JsonNode version = answer.as(201);
		assertThat(answer.header("Location")).isEqualTo("/models/" + model + "/versions/1");
		assertThat(get(answer.header("Location")).as(200)).isEqualTo(version);
		assertThat(version.propertyNames()).containsExactlyInAnyOrder("model", "version", "createdAt", "size", "sha256",
				"alphabet", "ciphertextAlphabet", "network", "parameters", "kind", "provenance");
		if (plaintext != null) {
			assertThat(version.at("/alphabet").asString()).isEqualTo(plaintext);
			assertThat(version.at("/ciphertextAlphabet").asString()).isEqualTo(ciphertext);
		}
		known.get("network")
			.forEachEntry((part, value) -> assertThat(version.at("/network").get(part)).as(part).isEqualTo(value));
		for (JsonNode message : known.get("messages")) {
			assertIsLike(message, model, known.get("plaintext").asString());
		}
		assertThat(delete("/models/" + model).status()).isEqualTo(204);
	}

	private void assertIsLike(JsonNode message, String model, String alphabet) {
		JsonNode decrypted = post("/decrypt",
				json.createObjectNode()
					.put("model", model)
					.put("alternatives", 255)
					.set("text", message.get("ciphertext")))
			.as(200);
		assertThat(decrypted.get("text")).isEqualTo(message.get("plaintext"));
		assertThat(decrypted.get("symbols")).hasSameSizeAs(message.get("probabilities"));
		for (int position = 0; position < message.get("probabilities").size(); position++) {
			JsonNode symbol = decrypted.get("symbols").get(position);
			Map<String, Double> given = new HashMap<>(
					Map.of(symbol.get("plaintext").asString(), symbol.get("confidence").doubleValue()));
			symbol.get("alternatives")
				.forEach(
						(other) -> given.put(other.get("plaintext").asString(), other.get("confidence").doubleValue()));
			JsonNode probabilities = message.get("probabilities").get(position);
			assertThat(given).hasSize(probabilities.size());
			for (int i = 0; i < probabilities.size(); i++) {
				assertThat(given.get(alphabet.substring(i, i + 1))).isCloseTo(probabilities.get(i).doubleValue(),
						within(LIKE_PYTORCH));
			}
		}
		JsonNode inside = get("/models/" + model + "/versions/1/activations?text="
				+ URLEncoder.encode(message.get("ciphertext").asString(), StandardCharsets.UTF_8))
			.as(200);
		JsonNode expected = message.get("activations");
		assertThat(inside.at("/positions").intValue()).isEqualTo(expected.size());
		assertThat(inside.at("/units").intValue()).isEqualTo(expected.get(0).size());
		for (int position = 0; position < expected.size(); position++) {
			JsonNode row = inside.at("/values").get(position);
			assertThat(row).hasSameSizeAs(expected.get(position));
			for (int unit = 0; unit < row.size(); unit++) {
				assertThat(row.get(unit).doubleValue()).isCloseTo(expected.get(position).get(unit).doubleValue(),
						within(LIKE_PYTORCH));
			}
		}
	}

	@Test
	void handsOutWhatIsStored() throws Exception {
		JsonNode version = get("/models/seed/versions/1").as(200);
		String path = "/models/seed/versions/1/weights";
		HttpResponse<byte[]> file = download(request(path));
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"seed-1.safetensors\"");
		assertThat(file.headers().firstValueAsLong("Content-Length").getAsLong())
			.isEqualTo(version.at("/size").longValue())
			.isEqualTo(file.body().length);
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
		assertThat(version.at("/sha256").asString()).isEqualTo(sha256);
		String tag = file.headers().firstValue("ETag").orElseThrow();
		assertThat(tag).isEqualTo("\"" + sha256 + "\"");
		HttpResponse<byte[]> same = download(request(path).header("If-None-Match", tag));
		assertThat(same.statusCode()).isEqualTo(304);
		assertThat(same.body()).isEmpty();
		assertThat(download(request(path).header("If-None-Match", "\"another\"")).body()).isEqualTo(file.body());
		HttpResponse<byte[]> head = download(request(path).method("HEAD", BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		for (String header : new String[] { "Content-Length", "Content-Type", "Content-Disposition", "ETag" }) {
			assertThat(head.headers().firstValue(header)).as(header).isEqualTo(file.headers().firstValue(header));
		}
		HttpResponse<byte[]> part = download(request(path).header("Range", "bytes=8-107"));
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file.body(), 8, 108));
		get("/models/seed/versions/99/weights").asProblem(404);
		get("/models/nowhere/versions/1/weights").asProblem(404);
		send(request(path).header("Accept", "application/json")).asProblem(406);
	}

	@Test
	void takesBackWhatItHandedOut() {
		caesar("original", 3, "\"latin26\"");
		byte[] file = download(request("/models/original/versions/1/weights")).body();
		JsonNode original = get("/models/original/versions/1").as(200);
		JsonNode copy = upload("/models/copy/weights", file).as(201);
		for (String field : new String[] { "alphabet", "ciphertextAlphabet", "network", "parameters", "size",
				"sha256" }) {
			assertThat(copy.get(field)).as(field).isEqualTo(original.get(field));
		}
		assertThat(post("/decrypt", "{\"text\": \"FGH\", \"model\": \"copy\"}").as(200).at("/text").asString())
			.isEqualTo("CDE");
		// a new version of a model that there is
		byte[] other = resource("plain.safetensors");
		Answer second = upload("/models/copy/weights?alphabet=latin27", other);
		assertThat(second.header("Location")).isEqualTo("/models/copy/versions/2");
		JsonNode model = get("/models/copy").as(200);
		assertThat(model.at("/activeVersion").intValue()).isEqualTo(2);
		assertThat(model.at("/alphabet").asString()).isEqualTo("latin27");
		put("/models/copy/active", "{\"version\": 1}").as(200);
		// and what was imported can be gone on from
		JsonNode job = learn(
				"""
						{"model": "copy", "data": {"cipher": {"type": "caesar", "shift": 3}}, "from": {"model": "copy", "version": 1},
						"training": {"maxEpochs": 1, "examplesPerEpoch": 64, "targetAccuracy": 0.5}}""");
		assertThat(job.at("/version").intValue()).isEqualTo(3);
		assertThat(delete("/models/copy").status()).isEqualTo(204);
	}

	@Test
	void makesTheDefaultModelAnswerWithWhatWasImported() {
		JsonNode version = upload("/models/seed/weights", resource("plain.safetensors")).as(201);
		int number = version.at("/version").intValue();
		assertThat(post("/decrypt", "{\"text\": \"A\"}").as(200).at("/version").intValue()).isEqualTo(number);
		put("/models/seed/active", "{\"version\": 1}").as(200);
		assertThat(post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200).at("/text").asString()).isEqualTo("SECRET");
		assertThat(delete("/models/seed/versions/" + number).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "feedback | `` | alphabet", "feedback | alphabet=latin26 | alphabet",
					"feedback | alphabet={\"symbols\":\"abcdefghijkl\"} | ciphertext",
					"feedback | alphabet={\"symbols\":\"abcdefghijkl\"}&ciphertext=latin26 | ciphertext",
					"plain | alphabet=latin26 | alphabet", "plain | alphabet=latin28 | alphabet",
					"plain | alphabet= | alphabet", "plain | alphabet={ | alphabet", "plain | alphabet={} | alphabet",
					"plain | alphabet={\"symbols\":7} | alphabet", "plain | alphabet={\"symbols\":\"AA\"} | alphabet",
					"plain | alphabet={\"\\ud800\":1} | alphabet", "plain | alphabet=[[[[[[[[[[ | alphabet",
					"plain | ciphertext=latin26 | ciphertext" })
	void needsAlphabetsThatFit(String fixture, String query, String parameter) {
		String encoded = Arrays.stream(query.split("&"))
			.map((one) -> one.contains("=") ? one.substring(0, one.indexOf('=') + 1)
					+ URLEncoder.encode(one.substring(one.indexOf('=') + 1), StandardCharsets.UTF_8) : one)
			.reduce((one, other) -> one + "&" + other)
			.orElseThrow();
		JsonNode problem = upload("/models/misfit/weights?" + encoded, resource(fixture + ".safetensors"))
			.asProblem(400);
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
		get("/models/misfit").asProblem(404);
	}

	@Test
	void takesAFileAtItsWord() {
		byte[] named = download(request("/models/seed/versions/1/weights")).body();
		assertThat(upload("/models/word/weights?alphabet=latin26", named).asProblem(400)
			.at("/errors/0/parameter")
			.asString()).isEqualTo("alphabet");
		upload("/models/word/weights", with(named, "\"\\\"latin27\\\"\"", "\"latin26\"")).asFaultAt("");
		upload("/models/word/weights", with(named, "\"\\\"latin27\\\"\"", "\"{\\\"\\ud800\\\":1}\"")).asFaultAt("");
		upload("/models/word/weights", with(named, "\\\"hidden\\\":10", "\\\"hidden\\\":11")).asFaultAt("");
		upload("/models/word/weights", with(named, "\\\"hidden\\\":10", "\\\"hidden\\\":0")).asFaultAt("");
		// without the quotes that make it JSON
		JsonNode version = upload("/models/word/weights", with(named, "\"\\\"latin27\\\"\"", "\"latin27\"")).as(201);
		assertThat(version.at("/alphabet").asString()).isEqualTo("latin27");
		assertThat(version.at("/sha256")).isEqualTo(get("/models/seed/versions/1").as(200).at("/sha256"));
		assertThat(delete("/models/word").status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bad", "-bad", "b%20d", "b%C3%A4d",
			"a0123456789012345678901234567890123456789012345678901234567890123" })
	void refusesAName(String name) {
		JsonNode problem = upload("/models/" + name + "/weights", resource("plain.safetensors")).asProblem(400);
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("name");
	}

	@Test
	void refusesWhatIsTooLarge() {
		// by what the file is
		byte[] large = new byte[(4 << 20) + 1];
		upload("/models/large/weights", large).asProblem(413);
		send(request("/models/large/weights").header("Content-Type", "application/octet-stream")
			.PUT(BodyPublishers.ofInputStream(
					() -> new ByteArrayInputStream(DamagedFiles.file("{}" + " ".repeat(1000), new byte[(4 << 20)])))))
			.asProblem(400); // the header is refused before
		byte[] plain = resource("plain.safetensors");
		send(request("/models/large/weights").header("Content-Type", "application/octet-stream")
			.PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(plain)))).as(201);
		// by what the file says it is
		String[] tensors = { "embedding.weight [26,512]", "lstm.weight_ih_l0 [2048,512]",
				"lstm.weight_hh_l0 [2048,512]", "lstm.bias_ih_l0 [2048]", "lstm.bias_hh_l0 [2048]",
				"linear.weight [26,512]", "linear.bias [26]" };
		StringBuilder header = new StringBuilder("{");
		long offset = 0;
		for (String tensor : tensors) {
			String name = tensor.substring(0, tensor.indexOf(' '));
			String shape = tensor.substring(tensor.indexOf(' ') + 1);
			long bytes = 2;
			for (JsonNode size : json.readTree(shape)) {
				bytes *= size.longValue();
			}
			header.append((offset > 0) ? "," : "")
				.append("\"%s\":{\"dtype\":\"F16\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(name, shape,
						offset, offset + bytes));
			offset += bytes;
		}
		JsonNode problem = upload("/models/large/weights", DamagedFiles.file(header + "}", new byte[16]))
			.asProblem(413);
		assertThat(problem.at("/detail").asString()).contains("8 MB", "4 MB");
		assertThat(delete("/models/large").status()).isEqualTo(204);
	}

	@Test
	void refusesOtherTypes() {
		put("/models/typed/weights", "{}").asProblem(415);
		upload("/models/typed/weights", new byte[0]).asFaultAt("");
		upload("/models/typed/weights", "weights".getBytes(StandardCharsets.UTF_8)).asFaultAt("");
		post("/models/typed/weights", "{}").asProblem(405);
	}

	@Test
	void survivesDamagedFiles() {
		byte[] good = download(request("/models/seed/versions/1/weights")).body();
		DamagedFiles damage = new DamagedFiles(3);
		int refused = 0;
		for (int i = 0; i < 300; i++) {
			byte[] file = damage.damaged(good);
			Answer answer = upload("/models/damaged/weights", file);
			if (answer.status() != 201) {
				answer.asProblem((answer.status() == 413) ? 413 : 400);
				refused++;
			}
			else {
				assertThat(post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"damaged\"}").as(200)
					.at("/text")
					.asString()).hasSize(6);
			}
		}
		assertThat(refused).isBetween(150, 299);
		assertThat(post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200).at("/text").asString()).isEqualTo("SECRET");
		assertThat(delete("/models/damaged").status()).isEqualTo(204);
	}

}
