package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How well the service learns from pairs of a cipher that nobody names: trains over HTTP
 * with bare requests and decrypts fresh messages. Prints what the documentation shows as
 * a table, and keeps it in the build's folder. {@code -Dpairs.rows=} chooses rows by a
 * regular expression, {@code -Dpairs.counts=100,300} how many pairs there are,
 * {@code -Dpairs.noise=0.01} the share of symbols that are replaced,
 * {@code -Dpairs.lengths=20-40} how long messages are, {@code -Dpairs.seconds=} how long
 * a job may take, {@code -Dpairs.text=FILE} where plaintexts come from instead of chance.
 * Keys and pairs are drawn anew for each run, unless {@code -Dpairs.seed=} says by what.
 */
public final class PairsBenchmark extends HttpCalls {

	private static final int FRESH = 5_000;

	private static final int BATCH = 1_000;

	private static final List<Row> ROWS = List.of(new Row("substitution", "'substitution','key':{'random':{}}"),
			new Row("Vigenère, key of 5", "'vigenere','key':{'random':{'length':[5,5]}}"),
			new Row("Enigma I, one setting",
					"'enigma','model':'I','rotors':['II','V','III'],'reflector':'B','rings':'BUL','positions':'ABL',"
							+ "'plugboard':'AV BS CG DL FU HZ IN KM OW RX'"),
			new Row("rail fence, 3 rails", "'rail-fence','rails':3"),
			new Row("columnar, key of 8", "'columnar','key':{'random':{'length':[8,8]}}"),
			new Row("double columnar", "'double-columnar','key1':{'random':{}},'key2':{'random':{}}"),
			new Row("affine over columnar", "'affine','a':5,'b':8", "'columnar','key':{'random':{'length':[8,8]}}"),
			new Row("Vigenère over columnar", "'vigenere','key':{'random':{'length':[5,5]}}",
					"'columnar','key':{'random':{'length':[8,8]}}"),
			new Row("autokey, key of 5", "'autokey','key':{'random':{'length':[5,5]}}"),
			new Row("Hill 2×2", "'hill','key':{'random':{'length':[4,4]}}"),
			new Row("Hill 3×3", "'hill','key':{'random':{'length':[9,9]}}"),
			new Row("Playfair", "'playfair','key':{'random':{}}"),
			new Row("two-square", "'two-square','key1':{'random':{}},'key2':{'random':{}},'direction':'vertical'"),
			new Row("four-square", "'four-square','key1':{'random':{}},'key2':{'random':{}}"),
			new Row("bifid, period 8", "'bifid','key':{'random':{}},'period':8"),
			new Row("bifid, period 5", "'bifid','key':{'random':{}},'period':5"),
			new Row("trifid, period 7", "'trifid','key':{'random':{}},'period':7"));

	private final int port;

	private final JsonMapper mapper;

	private final SplittableRandom random = new SplittableRandom(Long.getLong("pairs.seed", System.nanoTime()));

	private final double noise = Double.parseDouble(System.getProperty("pairs.noise", "0"));

	private final int[] lengths = Arrays.stream(System.getProperty("pairs.lengths", "32-32").split("-"))
		.mapToInt(Integer::parseInt)
		.toArray();

	private final String text;

	private PairsBenchmark(ConfigurableApplicationContext service) throws IOException {
		this.port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.mapper = service.getBean(JsonMapper.class);
		String file = System.getProperty("pairs.text");
		this.text = (file != null) ? Files.readString(Path.of(file)) : "";
	}

	public static void main(String[] arguments) throws IOException {
		Path data = Files.createTempDirectory("pairs-");
		try (ConfigurableApplicationContext service = SpringApplication.run(DecipherApplication.class,
				"--server.port=0", "--decipher.data-dir=" + data)) {
			new PairsBenchmark(service).run();
		}
		finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	@Override
	int port() {
		return this.port;
	}

	/** A cipher, or several of which each enciphers what the one before has made. */
	private record Row(String name, String... steps) {
	}

	/** Keyed ciphers, one after the other. */
	private record Keyed(Alphabet alphabet, List<SymbolCipher> steps) {

		int[] encrypt(int[] plaintext) {
			int[] text = plaintext;
			for (SymbolCipher step : this.steps) {
				text = step.encrypt(text);
			}
			return text;
		}

	}

	private Keyed draw(Row row) {
		List<Cipher> ciphers = Arrays.stream(row.steps())
			.map((step) -> this.mapper.readValue("{\"type\":" + step.replace('\'', '"') + "}", Cipher.class))
			.toList();
		Alphabet alphabet = ciphers.get(0).defaultAlphabet();
		return new Keyed(alphabet,
				ciphers.stream().map((cipher) -> cipher.withKeyDrawn(alphabet, this.random).over(alphabet)).toList());
	}

	private void run() throws IOException {
		awaitDefaultModel();
		int[] counts = Arrays.stream(System.getProperty("pairs.counts", "30,100,300,1000,10000").split(","))
			.mapToInt(Integer::parseInt)
			.toArray();
		Pattern chosen = Pattern.compile(System.getProperty("pairs.rows", ".*"));
		List<String> lines = new ArrayList<>();
		StringBuilder head = new StringBuilder("| pairs |");
		Arrays.stream(counts).forEach((count) -> head.append(String.format(Locale.ROOT, " %,d |", count)));
		lines.add(head.toString());
		lines.add("|---|" + "---|".repeat(counts.length));
		for (Row row : ROWS) {
			if (chosen.matcher(row.name()).find()) {
				StringBuilder line = new StringBuilder("| " + row.name() + " |");
				for (int count : counts) {
					String cell = learn(row, count);
					System.out.println(row.name() + ", " + count + ": " + cell);
					line.append(' ').append(cell).append(" |");
				}
				lines.add(line.toString());
			}
		}
		lines.forEach(System.out::println);
		Files.write(Path.of("target", "pairs.md"), lines);
	}

	private record Pair(String ciphertext, String plaintext) {
	}

	private Pair next(Keyed keyed) {
		int length = this.lengths[0] + this.random.nextInt(this.lengths[1] - this.lengths[0] + 1);
		SymbolCipher first = keyed.steps().get(0);
		int[] plaintext = this.text.isEmpty() ? first.draw(length, keyed.alphabet().size(), this.random)
				: first.prepare(passage(keyed.alphabet(), length));
		return new Pair(write(keyed.encrypt(plaintext), keyed.alphabet()), write(plaintext, keyed.alphabet()));
	}

	/** Letters from anywhere in the text. */
	private int[] passage(Alphabet alphabet, int length) {
		int start = this.random.nextInt(this.text.length() - 4 * length);
		return Arrays.copyOf(alphabet.read(this.text.substring(start, start + 4 * length)).symbols(), length);
	}

	private static String write(int[] message, Alphabet alphabet) {
		StringBuilder written = new StringBuilder();
		for (int symbol : message) {
			written.append(alphabet.symbol(symbol));
		}
		return written.toString();
	}

	private String learn(Row row, int count) {
		Keyed keyed = draw(row);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < count; i++) {
			Pair pair = next(keyed);
			StringBuilder plaintext = new StringBuilder(pair.plaintext());
			for (int position = 0; position < plaintext.length(); position++) {
				if (this.random.nextDouble() < this.noise) {
					plaintext.setCharAt(position,
							keyed.alphabet().symbol(this.random.nextInt(keyed.alphabet().size())).charAt(0));
				}
			}
			pairs.addObject().put("ciphertext", pair.ciphertext()).put("plaintext", plaintext.toString());
		}
		ObjectNode request = json.createObjectNode().put("model", "pairs");
		request.putObject("data").set("pairs", pairs);
		request.putObject("training").put("maxSeconds", Integer.getInteger("pairs.seconds", 180));
		String id = train(request.toString());
		JsonNode job = Awaitility.await()
			.atMost(Duration.ofHours(1))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> job(id), (now) -> !List.of("QUEUED", "RUNNING").contains(now.at("/state").asString()));
		if (!job.at("/state").asString().equals("SUCCEEDED")) {
			throw new IllegalStateException(job.toString());
		}
		Score score = new Score();
		decrypt(job, keyed, score);
		double seconds = Duration
			.between(Instant.parse(job.at("/startedAt").asString()), Instant.parse(job.at("/finishedAt").asString()))
			.toMillis() / 1e3;
		return String.format(Locale.ROOT, "%s %% (%.0f s)", percent(score.accuracy()), seconds);
	}

	private void decrypt(JsonNode job, Keyed keyed, Score score) {
		for (int done = 0; done < FRESH; done += BATCH) {
			ArrayNode ciphertexts = json.createArrayNode();
			List<String> plaintexts = new ArrayList<>();
			for (int i = 0; i < BATCH; i++) {
				Pair pair = next(keyed);
				ciphertexts.add(pair.ciphertext());
				plaintexts.add(pair.plaintext());
			}
			JsonNode answer = post("/decrypt/batch",
					json.createObjectNode()
						.put("model", "pairs")
						.put("version", job.at("/version").intValue())
						.set("texts", ciphertexts))
				.as(200);
			for (int i = 0; i < BATCH; i++) {
				score.add(plaintexts.get(i), answer.at("/results/" + i + "/text").asString());
			}
		}
	}

	/** Never rounded up to what it is not. */
	private static String percent(double share) {
		return (share == 1) ? "100" : String.format(Locale.ROOT, "%.3f", Math.floor(share * 1e5) / 1e3);
	}

}
