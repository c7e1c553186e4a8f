package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.decipher.cipher.CipherCatalogue;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How well the service learns what it is only told the name of: trains over HTTP with
 * bare requests and decrypts fresh messages. Prints what the documentation shows as a
 * table, and keeps it in the build's folder; {@code -Daccuracy.rows=} chooses rows by a
 * regular expression.
 */
public final class AccuracyBenchmark extends HttpCalls {

	private static final int MESSAGES = 5_000;

	private static final int BATCH = 1_000;

	private static final int LENGTH = 32;

	static final long SEED = 20_260;

	private static final String ENIGMA = "'rings':'BUL','positions':'ABL','plugboard':'AV BS CG DL FU HZ IN KM OW RX'";

	private static final Pattern ROWS = Pattern.compile(System.getProperty("accuracy.rows", ".*"));

	private final int port;

	private final JsonMapper mapper;

	private final List<String> lines = new ArrayList<>();

	/** The lines of docs/learned.csv. */
	private final List<String> learned = new ArrayList<>();

	private AccuracyBenchmark(ConfigurableApplicationContext service) {
		this.port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.mapper = service.getBean(JsonMapper.class);
	}

	public static void main(String[] arguments) throws IOException {
		Path data = Files.createTempDirectory("accuracy-");
		try (ConfigurableApplicationContext service = SpringApplication.run(DecipherApplication.class,
				"--server.port=0", "--decipher.data-dir=" + data)) {
			new AccuracyBenchmark(service).learnsCiphersByTheirNames();
		}
		finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	@Override
	int port() {
		return this.port;
	}

	/** What is to be learned, how well and how soon. */
	private record Row(String cipher, double accuracy, int seconds, int length) {

		Row(String cipher, double accuracy, int seconds) {
			this(cipher, accuracy, seconds, LENGTH);
		}

		boolean isOf(String type) {
			return this.cipher.startsWith("'" + type + "'");
		}

		/** The type, the part before the parameters. */
		String type() {
			return this.cipher.substring(1, this.cipher.indexOf('\'', 1));
		}

		/** What nobody has set a time for gets five minutes. */
		int limit() {
			return (this.seconds == 0 || this.seconds == 300) ? 300 : Math.max(900, this.seconds);
		}

	}

	/**
	 * The rows with an aim of their own, and every other type with the key of its
	 * example.
	 */
	private static Stream<Row> ciphers() {
		List<Row> named = named().toList();
		Stream<Row> others = CipherCatalogue.examples()
			.values()
			.stream()
			.filter((example) -> example.keepsLength() && named.stream().noneMatch((row) -> row.isOf(example.type())))
			.map((example) -> new Row(withoutBraces(json.writeValueAsString(example)),
					example.determinesPlaintext() ? 0.999 : 0, example.determinesPlaintext() ? 300 : 0));
		return Stream.concat(named.stream(), others);
	}

	private static String withoutBraces(String cipher) {
		return cipher.substring("{\"type\":".length(), cipher.length() - 1).replace("'", "").replace('"', '\'');
	}

	private static Stream<Row> named() {
		Stream.Builder<Row> rows = Stream.builder();
		for (String cipher : List.of("'caesar','shift':3", "'rot13'", "'atbash'", "'affine','a':5,'b':8",
				"'substitution','key':{'random':{}}", "'rot47'")) {
			rows.add(new Row(cipher, 1, 15));
		}
		for (String type : List.of("vigenere", "variant-vigenere", "beaufort", "porta", "gronsfeld")) {
			for (int length : new int[] { 3, 10 }) {
				rows.add(new Row("'%s','key':{'random':{'length':[%d,%d]}}".formatted(type, length, length), 1, 30));
			}
		}
		rows.add(new Row("'trithemius'", 1, 30));
		rows.add(new Row("'enigma','model':'I','rotors':['II','V','III'],'reflector':'B'," + ENIGMA, 0.9999, 120));
		rows.add(new Row("'enigma','model':'M3','rotors':['VIII','II','IV'],'reflector':'C'," + ENIGMA, 0.9999, 120));
		rows.add(new Row("'enigma','model':'M4','rotors':['Beta','II','IV','I'],'reflector':'B',"
				+ ENIGMA.replace("'BUL'", "'ABUL'").replace("'ABL'", "'VABL'"), 0.9999, 120));
		rows.add(new Row("'hill','key':{'random':{'length':[4,4]}}", 0.999, 180));
		rows.add(new Row("'playfair','key':{'random':{}}", 0.999, 180));
		rows.add(new Row("'bifid','key':{'random':{}},'period':8", 0.999, 180));
		rows.add(new Row("'four-square','key1':{'random':{}},'key2':{'random':{}}", 0.999, 180));
		for (int rails : new int[] { 2, 3, 5 }) {
			rows.add(new Row("'rail-fence','rails':" + rails, 1, 300));
		}
		rows.add(new Row("'scytale','columns':4", 1, 300));
		for (int length : new int[] { 4, 8 }) {
			rows.add(new Row("'columnar','key':{'random':{'length':[%d,%d]}}".formatted(length, length), 1, 300));
		}
		for (String type : List.of("adfgx", "adfgvx")) {
			rows.add(new Row("'%s','squareKey':{'random':{}},'key':{'random':{}}".formatted(type), 0.999, 300));
		}
		for (int length : new int[] { 3, 6 }) {
			rows.add(new Row("'autokey','key':{'random':{'length':[%d,%d]}}".formatted(length, length), 0.999, 300));
		}
		for (String type : List.of("vigenere", "beaufort", "autokey")) {
			rows.add(new Row("'%s','key':{'any':{'length':[3,6]}}".formatted(type), 0.999, 600));
		}
		rows.add(new Row("'double-columnar','key1':{'random':{}},'key2':{'random':{}}", 0, 0));
		rows.add(new Row("'running-key','text':'CALLMEISHMAELSOMEYEARSAGONEVERMINDHOWLONGPRECISELY'", 0, 0));
		rows.add(new Row("'progressive','key':'LEMON','step':3", 0, 0));
		rows.add(new Row("'nihilist','key':'RUSSIAN','squareKey':'ZEBRAS'", 0, 0));
		rows.add(new Row("'homophonic','key':{'random':{}}", 0, 0));
		rows.add(new Row("'hill','key':{'random':{'length':[9,9]}}", 0.99, 900));
		rows.add(new Row("'enigma','model':'I','rotors':['II','V','III'],'reflector':'B',"
				+ ENIGMA.replace("'ABL'", "{'any':true}"), 0.97, 7_200, 17));
		rows.add(new Row("'ragbaby','key':'GROSBEAK','wordLengths':[4,2,7,5,3,11]", 0.999, 300));
		rows.add(new Row("'chaocipher','left':{'random':{}},'right':{'random':{}}", 0, 0));
		return rows.build();
	}

	/** Waits for as long as the longest row may take. */
	@Override
	JsonNode learn(Object request) {
		String id = train(request);
		JsonNode job = Awaitility.await()
			.atMost(Duration.ofHours(3))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> job(id), (now) -> !List.of("QUEUED", "RUNNING").contains(now.at("/state").asString()));
		if (!job.at("/state").asString().equals("SUCCEEDED")) {
			throw new IllegalStateException(job.toString());
		}
		return job;
	}

	private void learnsCiphersByTheirNames() throws IOException {
		awaitDefaultModel();
		print("| cipher | aim | accuracy on fresh messages | messages without an error | seconds | epochs | network |");
		print("|---|---|---|---|---|---|---|");
		ciphers().filter((row) -> ROWS.matcher(row.cipher()).find()).forEach(this::learn);
		Files.write(Path.of("target", "accuracy.md"), this.lines);
		Files.write(Path.of("target", "learned.csv"), this.learned);
	}

	private void learn(Row row) {
		String cipher = "{'type':" + row.cipher() + "}";
		String training = (row.limit() == 900) ? "" : ", \"training\": {\"maxSeconds\": " + row.limit() + "}";
		JsonNode job = learn("{\"model\": \"accuracy\", \"data\": {\"cipher\": " + cipher.replace('\'', '"')
				+ ((row.length() == LENGTH) ? "" : ", \"messageLength\": " + row.length()) + "}" + training + "}");
		Score score = new Score();
		FreshMessages messages = new FreshMessages(job.at("/request/data"), row.length(), this.mapper);
		decrypt(job, messages, score);
		String aim = (row.seconds() == 0) ? "report"
				: String.format(Locale.ROOT, "%s %% in %d s", percent(row.accuracy()), row.seconds());
		print(String.format(Locale.ROOT, "| %s | %s | %s %% | %s %% | %.0f | %d | %s |", name(row.cipher()), aim,
				percent(score.accuracy()), percent(score.exact()), seconds(job), job.at("/epoch").intValue(),
				network(job.at("/request/network"))));
		this.learned.add(String.format(Locale.ROOT, "%s,%s,%.0f", row.type(), percent(score.accuracy()), seconds(job)));
	}

	private void decrypt(JsonNode job, FreshMessages messages, Score score) {
		for (int done = 0; done < MESSAGES; done += BATCH) {
			ArrayNode ciphertexts = json.createArrayNode();
			List<String> plaintexts = new ArrayList<>();
			for (int i = 0; i < BATCH; i++) {
				FreshMessages.Pair pair = messages.next();
				ciphertexts.add(pair.ciphertext());
				plaintexts.add(pair.plaintext());
			}
			JsonNode answer = post("/decrypt/batch",
					json.createObjectNode()
						.put("model", "accuracy")
						.put("version", job.at("/version").intValue())
						.set("texts", ciphertexts))
				.as(200);
			for (int i = 0; i < BATCH; i++) {
				score.add(plaintexts.get(i), answer.at("/results/" + i + "/text").asString());
			}
		}
	}

	private static double seconds(JsonNode job) {
		return Duration
			.between(Instant.parse(job.at("/startedAt").asString()), Instant.parse(job.at("/finishedAt").asString()))
			.toMillis() / 1e3;
	}

	private static String name(String cipher) {
		return "`" + cipher.replace("'", "")
			.replaceAll(",rotors.*", cipher.contains("any") ? ",positions:{any:true}, …" : ", …") + "`";
	}

	private static String network(JsonNode network) {
		StringBuilder name = new StringBuilder("LSTM " + network.at("/hidden").intValue());
		if (network.path("period").asInt(0) > 0) {
			name.append(", period ").append(network.path("period").asInt(0));
		}
		if (network.path("attentionHeads").asInt(0) > 0) {
			name.append(", attention ").append(network.path("attentionHeads").asInt(0));
		}
		return name.append(network.at("/feedback").booleanValue() ? ", feedback" : "")
			.append(", head ")
			.append(network.at("/headHidden").intValue())
			.append((network.path("headLayers").asInt(0) > 1) ? " × " + network.path("headLayers").asInt(0) : "")
			.append(network.path("headProducts").asBoolean(false) ? " of products" : "")
			.toString();
	}

	/** Never rounded up to what it is not. */
	private static String percent(double share) {
		return (share == 1) ? "100" : String.format(Locale.ROOT, "%.3f", Math.floor(share * 1e5) / 1e3);
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

}
