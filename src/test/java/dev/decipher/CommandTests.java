package dev.decipher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.decipher.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar as a command, in this process.
 */
class CommandTests {

	private static final Pattern MADE = Pattern.compile("""
			key:     (\\S{43})
			setting: - \\{name: "alice", role: (\\w+), sha256: "([0-9a-f]{64})"}
			""");

	private static final String PLAINTEXT = "The ship leaves the harbour at dawn; have the letters and the gold with "
			+ "you, and tell nobody.";

	private static final String LEMON = "{\"type\": \"vigenere\", \"key\": \"LEMON\"}";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "decrypt", "train", "ADMIN" })
	void makesAKeyAndItsSetting(String role) throws Exception {
		Cli made = Cli.execute("key", "alice", role);
		assertThat(made.code()).isZero();
		Matcher lines = MADE.matcher(made.out());
		assertThat(lines.matches()).as(made.out()).isTrue();
		assertThat(lines.group(2)).isEqualTo(role.toLowerCase(Locale.ROOT));
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.group(1).getBytes(StandardCharsets.UTF_8));
		assertThat(lines.group(3)).isEqualTo(HexFormat.of().formatHex(digest));
		assertThat(Cli.execute("key", "alice", role).out()).as("another one each time").doesNotContain(lines.group(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			key alice emperor | emperor
			key a"b train | NAME must be of letters
			key | key [-h] NAME ROLE
			sovle | Did you mean: java -jar decipher.jar solve?
			solve | Missing required parameter: 'FILE|-'
			solve a b | 'b'
			solve - --max-seconds many | 'many' is not a double
			decrypt - | Either --cipher or --model must be given
			decrypt - --cipher rot13 --model seed | Either --cipher or --model must be given
			""")
	void saysHowItIsUsed(String arguments, String answer) {
		Cli refused = Cli.execute(arguments.split(" "));
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains(answer).contains("--help");
		assertThat(refused.out()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "solve", "identify", "decrypt", "encrypt", "train", "key" })
	void hasAManual(String command) {
		Cli manual = Cli.execute(command, "--help");
		assertThat(manual.code()).isZero();
		assertThat(manual.out()).contains("Usage: java -jar decipher.jar " + command, "Options:", "Exit codes:",
				"Examples:", "  " + command + " ");
		assertThat(Cli.execute("--help").out()).contains("\n  " + command);
	}

	@Test
	void isACommandOnlyWhereOneIsNamed() {
		assertThat(Commands.isCommand(new String[] { "solve", "letter.txt" })).isTrue();
		assertThat(Commands.isCommand(new String[] { "--help" })).isTrue();
		assertThat(Commands.isCommand(new String[] { "--version" })).isTrue();
		assertThat(Commands.isCommand(new String[] {})).isFalse();
		assertThat(Commands.isCommand(new String[] { "--server.port=8081" })).isFalse();
		assertThat(Cli.execute("--version").out()).startsWith("Decipher ");
	}

	@Test
	void readsAFileOrStandardInputWithoutTheLineBreakAtItsEnd() throws Exception {
		Path file = Files.writeString(this.folder.resolve("letter.txt"), "\ufeffAttack, Zoë!\r\nNow\r\n");
		assertThat(Cli.execute("encrypt", file.toString(), "--cipher", "rot13"))
			.isEqualTo(new Cli(0, "Nggnpx, Mbë!\r\nAbj\n", ""));
		assertThat(Cli.filter("Abj\n\n", "decrypt", "-", "--cipher", "rot13")).isEqualTo(new Cli(0, "Now\n\n", ""));
		assertThat(Cli.filter("", "encrypt", "-", "--cipher", "rot13")).isEqualTo(new Cli(0, "\n", ""));
	}

	@Test
	void refusesWhatIsNoText() {
		assertThat(Cli.filter(new byte[] { 'a', (byte) 0xe9 }, "encrypt", "-", "--cipher", "rot13"))
			.isEqualTo(new Cli(2, "", "the text is not UTF-8\n"));
		assertThat(Cli.execute("solve", "nowhere.txt"))
			.isEqualTo(new Cli(2, "", "the text can't be read: there is no file nowhere.txt\n"));
		assertThat(Cli.execute("identify", this.folder.toString()))
			.isEqualTo(new Cli(2, "", "the text can't be read: %s is a folder\n".formatted(this.folder)));
		assertThat(Cli.filter("\n", "solve", "-")).isEqualTo(new Cli(2, "", "the text must not be empty\n"));
		assertThat(Cli.filter(new byte[4_000_101], "identify", "-"))
			.isEqualTo(new Cli(2, "", "the text has more than 4,000,100 bytes\n"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			encrypt - --cipher {"type":"caesar"} | --cipher, at /shift: is required
			encrypt - --cipher {"type":"caesar" | --cipher is not well-formed JSON
			encrypt - --cipher latin | --cipher, at /type: is not known here; known: a1z26
			encrypt - --cipher rot13 --groups 0 | --groups must be between 1 and 100
			encrypt - --cipher rot13 --characters some | --characters must be one of letters, all
			decrypt - --cipher rot13 --alphabet latin99 | --alphabet
			decrypt - --cipher rot13 --alternatives 3 | --alternatives must be left out beside a cipher
			decrypt - --cipher rot13 --language elvish | --language must be auto or built in: english
			solve - --cipher latin | --cipher is no type of cipher that can be solved
			solve - --language elvish | --language must be auto or built in: english
			solve - --cipher {"type":"caesar","shift":3} | --cipher must be
			solve - --cipher vigenere --start {"type":"vigenere","key":"LEMON"} | --start is of no use
			solve - --key-length long | --key-length must be a number or two bounds
			solve - --key-length 9-3 | --key-length must have a min that is not above its max
			solve - --max-seconds 0 | --max-seconds must be between 0.1 and 86400
			solve - --candidates 0 | --candidates must be between 1 and 100
			solve - --cipher substitution --known X=EE | --known, at /X: must be one letter
			train - | Unmatched argument
			train --model LEMON --cipher rot13 | --model must be 1 to 64 lower-case letters
			train --cipher rot13 | --model must not be null
			train --model lemon | --cipher must be given, or --pairs
			train --model lemon --pairs nowhere.csv | --pairs can't be read: there is no file nowhere.csv
			train --model lemon --corpus a.txt --pairs b.csv | --corpus must be left out, or else --pairs
			train --request nowhere.json | --request can't be read: there is no file nowhere.json
			""")
	void saysWhatIsWrongInItsOwnWords(String arguments, String answer) {
		Cli refused = Cli.filter(PLAINTEXT, arguments.split(" "));
		assertThat(refused.code()).as(refused.err()).isEqualTo(2);
		assertThat(refused.err()).startsWith(answer);
		assertThat(refused.out()).isEmpty();
	}

	@Test
	void aRequestInAFileIsHeldToTheSame() throws Exception {
		Path file = Files.writeString(this.folder.resolve("request.json"), """
				{"model": "lemon", "data": {"cipher": {"type": "rot13"}}, "network": {"hidden": 0}}""");
		assertThat(Cli.execute("train", "--request", file.toString()))
			.isEqualTo(new Cli(2, "", "--request, at /network/hidden: must be between 1 and 4096\n"));
		assertThat(Cli.filter("[]", "train", "--request", "-"))
			.isEqualTo(new Cli(2, "", "--request must be a JSON object\n"));
	}

	@Test
	void encryptsAndDecryptsByRule() {
		Cli encrypted = Cli.filter(PLAINTEXT, "encrypt", "-", "--cipher", LEMON);
		assertThat(encrypted.code()).isZero();
		assertThat(encrypted.err()).isEmpty();
		assertThat(Cli.filter(encrypted.out(), "decrypt", "-", "--cipher", LEMON, "--language", "auto"))
			.isEqualTo(new Cli(0, PLAINTEXT + "\n", "english, plausibility 1.0000\n"));
		assertThat(Cli.filter("ab", "decrypt", "-", "--cipher", LEMON, "--language", "english").err())
			.isEqualTo("too short to be judged as text in a language\n");
	}

	@Test
	void tellsAKeyThatWasLeftToChance() {
		Cli encrypted = Cli.filter(PLAINTEXT, "encrypt", "-", "--cipher",
				"{\"type\": \"vigenere\", \"key\": {\"random\": {\"length\": [5, 5]}}}");
		Matcher key = Pattern.compile("--cipher '(.*)'\n").matcher(encrypted.err());
		assertThat(key.matches()).as(encrypted.err()).isTrue();
		assertThat(Cli.filter(encrypted.out(), "decrypt", "-", "--cipher", key.group(1)).out())
			.isEqualTo(PLAINTEXT + "\n");
	}

	@Test
	void identifies() {
		Cli identified = Cli.filter(PLAINTEXT, "identify", "-");
		assertThat(identified.code()).isZero();
		assertThat(identified.out()).matches("(?s)0\\.\\d{4}  plaintext\n(0\\.\\d{4}  [a-z0-9-]+\n)*");
		assertThat(identified.err()).startsWith("language: english (");
	}

	@Test
	void solves() {
		String ciphertext = Cli.filter(PLAINTEXT, "encrypt", "-", "--cipher", LEMON).out();
		Cli solved = Cli.filter(ciphertext, "solve", "-", "--cipher", "vigenere,beaufort", "--language", "english",
				"--key-length", "3-7", "--crib", "SHIP@3", "--max-seconds", "60");
		assertThat(solved.out()).isEqualTo(PLAINTEXT + "\n");
		assertThat(solved.code()).isZero();
		assertThat(solved.err()).matches(
				"vigenere, english, confidence [01]\\.\\d{4}: --cipher '\\{\"type\":\"vigenere\",\"key\":\"LEMON\"}'\n");
	}

	@Test
	void goesOnFromAKeyAndKeepsQuiet() {
		String plaintext = "THE SHIP LEAVES THE HARBOUR AT DAWN AND NOBODY SHALL KNOW OF IT BEFORE THE EVENING";
		String ciphertext = Cli
			.filter(plaintext, "encrypt", "-", "--cipher",
					"{\"type\": \"substitution\", \"key\": \"QWERTYUIOPASDFGHJKLZXCVBNM\"}")
			.out();
		Cli solved = Cli.filter(ciphertext, "solve", "-", "--quiet", "--cipher", "{\"type\": \"substitution\"}",
				"--language", "[\"english\"]", "--start",
				"{\"type\": \"substitution\", \"key\": \"QWERTYUIOPASDFGHJKLZXCVBMN\"}", "--max-seconds", "60");
		assertThat(solved).isEqualTo(new Cli(0, plaintext + "\n", ""));
	}

	@Test
	void partsWords() {
		Cli solved = Cli.filter("WKHVKLSOHDYHVWKHKDUERXUDWGDZQ", "solve", "-", "-q", "--cipher", "caesar", "--words",
				"--candidates", "1", "--max-seconds", "60");
		assertThat(solved).isEqualTo(new Cli(0, "THE SHIP LEAVES THE HARBOUR AT DAWN\n", ""));
	}

	@Test
	void saysThatNothingWasFound() {
		String noise = "QXZJKVWPQXZJKVWBPQXJZ".repeat(3);
		Cli none = Cli.filter(noise, "solve", "-", "--cipher", "caesar", "--language", "english");
		assertThat(none)
			.isEqualTo(new Cli(1, "", "Nothing was found that explains the text better than chance does.\n"));
		Cli json = Cli.filter(noise, "solve", "-", "--cipher", "caesar", "--language", "english", "--json");
		assertThat(json.code()).isEqualTo(1);
		assertThat(json.json().at("/candidates")).isEmpty();
	}

}
