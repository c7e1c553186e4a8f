package dev.decipher.solve;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ciphertexts in a form that hides them, with nothing known but that they are English.
 */
class FormsTests {

	private static final String TEXT = "THE COMMITTEE MET AGAIN IN THE EVENING AND DECIDED THAT THE OLD BRIDGE OVER THE "
			+ "RIVER SHOULD BE CLOSED UNTIL THE SPRING BECAUSE THE HEAVY RAINS HAD WASHED AWAY A LARGE PART OF IT";

	private static final String CAESAR = "{\"type\": \"caesar\", \"shift\": 3}";

	private static final String VIGENERE = "{\"type\": \"vigenere\", \"key\": \"RIVER\"}";

	private final ExecutorService workers = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "forms-test");
		thread.setDaemon(true);
		return thread;
	});

	@AfterEach
	void stop() {
		this.workers.shutdownNow();
	}

	private Solution solve(String text) {
		return solve(text, 60);
	}

	private Solution solve(String text, double seconds) {
		SolveRequest request = new SolveRequest(text, "auto", "english", seconds, 3, false);
		return new Solver(Attacks.known(), this.workers, 2, System::nanoTime).solve(Forms.read(request),
				Tongues.of(English.get()), request, () -> false, new SolveListener() {
				});
	}

	private static String encipher(String cipher, String text) {
		return TextCipher.of(Enciphering.cipher(cipher), null, null).encrypt(text);
	}

	private static String numbered(String text) {
		return letters(text).chars().mapToObj((letter) -> "" + (letter - 'A' + 1)).collect(Collectors.joining(" "));
	}

	private static String letters(String text) {
		return text.replaceAll("[^A-Za-z]", "");
	}

	private static String reversed(String text) {
		return new StringBuilder(text).reverse().toString();
	}

	private static void isRead(Solution solution, String... form) {
		assertThat(solution.form()).containsExactly(form);
		assertThat(letters(solution.candidates().get(0).text())).isEqualTo(letters(TEXT));
		assertThat(solution.candidates().get(0).confidence()).isGreaterThan(0.9);
	}

	@Test
	void numbersWithZerosInFrontAreACode() {
		Solution solution = solve("20 08 05 02 05 19 20 16 12 01 14 09 19 20 15 23 01 09 20");
		assertThat(solution.types().get(0).type()).isEqualTo("a1z26");
		assertThat(solution.candidates().get(0).cipher().type()).isEqualTo("a1z26");
		assertThat(solution.candidates().get(0).text()).isEqualTo("THEBESTPLANISTOWAIT");
		assertThat(solution.candidates().get(0).confidence()).isGreaterThan(0.9);
	}

	@ParameterizedTest
	@ValueSource(strings = { CAESAR, VIGENERE })
	void readsWhatIsUnderneathACode(String cipher) {
		String ciphertext = encipher(cipher, TEXT);
		isRead(solve(numbered(ciphertext)), "digits");
		Solution morse = solve(encipher("{\"type\": \"morse\"}", ciphertext));
		isRead(morse, "morse");
		assertThat(morse.candidates().get(0).text()).startsWith("THE COMMITTEE MET");
	}

	@Test
	void isNotSureOfACodeAloneWhereItsLettersAreEnciphered() {
		Solution solution = solve(
				numbered(encipher("{\"type\": \"beaufort\", \"key\": \"QZJXWVKP\"}", TEXT.substring(0, 40))), 2);
		assertThat(solution.candidates()).filteredOn((reading) -> reading.cipher().type().equals("a1z26"))
			.allMatch((reading) -> reading.confidence() < 0.1);
	}

	@Test
	void readsACodeAsOne() {
		Solution solution = solve(numbered("WE SHALL MEET AT THE OLD BRIDGE AT NINE"));
		assertThat(solution.types().get(0).type()).isEqualTo("a1z26");
		assertThat(solution.form()).isEmpty();
		assertThat(solution.candidates().get(0).confidence()).isGreaterThan(0.9);
	}

	/** Whatever parts words in a text of letters stays. */
	@Test
	void keepsWhatPartsWords() {
		String dashes = TEXT.replace(' ', '-');
		assertThat(solve(encipher(CAESAR, dashes)).candidates().get(0).text()).isEqualTo(dashes);
	}

	@Test
	void readsTextsThatWereTurnedRound() {
		isRead(solve(reversed(TEXT)), "reversed");
		isRead(solve(reversed(encipher(VIGENERE, TEXT))), "reversed");
	}

	@Test
	void readsWordsThatWereTurnedRound() {
		String words = words(TEXT);
		isRead(solve(words), "reversed-words");
		// letters alone don't tell the order of the words
		isRead(solve(encipher(CAESAR, words)), "reversed-words");
	}

	private static String words(String text) {
		return List.of(text.split(" ")).stream().map(FormsTests::reversed).collect(Collectors.joining(" "));
	}

	@Test
	void showsAShortTextThatWasEncoded() {
		Solution solution = solve("aGVsbG8=", 1);
		assertThat(solution.form()).containsExactly("base64");
		assertThat(solution.ciphertext()).isEqualTo("hello");
		assertThat(solution.candidates().get(0).text()).isEqualTo("hello");
		assertThat(solution.types().get(0).type()).isEqualTo("plaintext");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5871766b7a", "78717a766b6a7770", "5851 5a56 4b4a 5750 5859 4251 5a" })
	void isNotSureThatEncodedLettersOfChanceArePlaintext(String hex) {
		Solution solution = solve(hex, 1);
		assertThat(solution.form()).containsExactly("hex");
		assertThat(solution.candidates()).filteredOn((reading) -> Solver.isIdentity(reading.cipher()))
			.allMatch((reading) -> reading.confidence() < 0.1);
	}

	@Test
	void writesTheWordsOfSigns() {
		String signs = encipher(CAESAR, TEXT).chars()
			.mapToObj((letter) -> (letter == ' ') ? " " : Character.toString(0x1F600 + letter - 'A'))
			.collect(Collectors.joining());
		Solution solution = solve(signs);
		assertThat(solution.candidates().get(0).text()).startsWith("THE COMMITTEE MET AGAIN");
	}

}
