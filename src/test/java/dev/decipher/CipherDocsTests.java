package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeIdentifier;
import io.swagger.v3.oas.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the ciphers follows from their classes, what the service says that it
 * solves, and the measured table of what it learns. {@code -Ddocs.write=true} writes it
 * anew.
 */
class CipherDocsTests extends ServiceTest {

	private static final Path PAGE = Path.of("docs", "ciphers.md");

	/** What the accuracy benchmark measured: type, accuracy in percent, seconds. */
	private static final Path LEARNED = Path.of("docs", "learned.csv");

	private static final String PLAINTEXT = "WEAREDISCOVEREDFLEEATONCE";

	private static final Map<String, String> FAMILIES = families();

	private static Map<String, String> families() {
		Map<String, String> families = new LinkedHashMap<>();
		families.put("substitution", "Substitution");
		families.put("polyalphabetic", "Several alphabets");
		families.put("polygraphic", "Several symbols at a time");
		families.put("fractionating", "Parts of symbols");
		families.put("transposition", "Transposition");
		families.put("machine", "Machines and cards");
		families.put("cipher", "Chains");
		return families;
	}

	@Test
	void theCiphersPageFollowsFromTheClasses() throws IOException {
		String page = page();
		if (Boolean.getBoolean("docs.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).as("./mvnw test -Dtest=CipherDocsTests -Ddocs.write=true writes it anew")
			.isEqualTo(page);
	}

	private String page() throws IOException {
		Map<String, List<Cipher>> byFamily = CipherCatalogue.examples()
			.values()
			.stream()
			.collect(Collectors.groupingBy(CipherDocsTests::family));
		assertThat(FAMILIES.keySet()).containsAll(byFamily.keySet());
		Map<String, String[]> learned = learned();
		assertThat(CipherCatalogue.examples().keySet()).containsAll(learned.keySet());
		Set<String> solved = solved();
		List<String> classes = TypeIdentifier.trained().classes();
		StringBuilder page = new StringBuilder(
				"""
						# The ciphers

						`/encrypt`, `/decrypt` with a `cipher`, and `/train` know each of these types by its name; `GET /ciphers` has \
						their parameters. The example enciphers `%s`, or as much of it as the key is long enough for. *Learned* is the accuracy on \
						messages that training never saw and the seconds that it took from a bare request on two cores \
						([how](learning.md#by-name)). *Solved* says whether `/solve` finds the key without being given anything: \
						`auto` among all types, `named` when the type is named ([how](solving.md)). Where sources differ, the form \
						of the American Cryptogram Association counts. This page is made from the classes.
						"""
					.formatted(PLAINTEXT));
		FAMILIES.forEach((family, title) -> {
			page.append("\n## ").append(title).append("\n\n");
			page.append("| type | effect | example | ciphertext | learned | solved |\n|---|---|---|---|---|---|\n");
			byFamily.getOrDefault(family, List.of())
				.forEach((cipher) -> page.append(row(cipher, learned.get(cipher.type()), solved, classes)));
		});
		return page.toString();
	}

	private static String family(Cipher cipher) {
		String name = cipher.getClass().getPackageName();
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static String row(Cipher cipher, String[] learned, Set<String> solved, List<String> classes) {
		Source source = cipher.getClass().getAnnotation(Source.class);
		String effect = cipher.getClass().getAnnotation(Schema.class).description()
				+ ((source != null) ? ". *" + source.value() + "*" : "");
		String possible = cipher.determinesPlaintext() ? "" : " of " + possible(cipher) + " % that are possible";
		String knows = (learned != null) ? learned[1] + " %" + possible + " in " + learned[2] + " s"
				: cipher.keepsLength() ? "not measured" : "no: its length varies";
		return Arrays
			.asList("`" + cipher.type() + "`", effect, "`" + json.writeValueAsString(cipher) + "`",
					"`" + ciphertext(cipher) + "`", knows,
					!solved.contains(cipher.type()) ? "no"
							: classes.contains(TypeClass.of(cipher.type())) ? "auto" : "named")
			.stream()
			.map((cell) -> cell.replace("|", "\\|").replace("\n", " "))
			.collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	/**
	 * The best accuracy, in percent, on random symbols of which several become the same.
	 */
	private static String possible(Cipher cipher) {
		int size = cipher.defaultAlphabet().size();
		SymbolCipher symbolCipher = cipher.over(cipher.defaultAlphabet());
		long different = IntStream.range(0, size)
			.mapToObj((symbol) -> Arrays.toString(symbolCipher.encrypt(new int[] { symbol })))
			.distinct()
			.count();
		return String.format(Locale.ROOT, "%.1f", 100.0 * different / size);
	}

	private static String ciphertext(Cipher cipher) {
		int longest = cipher.over(cipher.defaultAlphabet()).maxLength();
		return TextCipher.of(cipher, null, null).encrypt(PLAINTEXT.substring(0, Math.min(PLAINTEXT.length(), longest)));
	}

	/** The types that /solve names where it is asked for one that it doesn't know. */
	private Set<String> solved() {
		JsonNode problem = post("/solve", "{\"text\": \"ABC\", \"cipher\": \"nonsense\"}").asProblem(400);
		String detail = problem.at("/errors/0/detail").asString();
		return Set.of(detail.substring(detail.indexOf("possible are ") + "possible are ".length()).split(", "));
	}

	private static Map<String, String[]> learned() throws IOException {
		return Files.readAllLines(LEARNED)
			.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.collect(Collectors.toMap((cells) -> cells[0], Function.identity()));
	}

}
