package dev.decipher.solve;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.decipher.solve.rank.Confidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ciphertexts that everybody prints, and those of them that are soon solved; the
 * benchmark {@code public} solves all.
 */
class PublicCiphertextTests {

	/** Far more than they take. */
	private static final double SECONDS = 60;

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private final Solver solver = new Solver(Attacks.known(), this.workers, 1, System::nanoTime);

	@AfterEach
	void stop() {
		this.workers.shutdownNow();
	}

	static List<PublicCiphertext> all() {
		return PublicCiphertext.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void itsKeyDeciphersIt(PublicCiphertext ciphertext) {
		assertThat(ciphertext.deciphered()).isEqualTo(ciphertext.plaintext());
	}

	/** As a newcomer asks, with nothing but the text. */
	@Test
	void isReadWithoutHints() {
		PublicCiphertext ciphertext = PublicCiphertext.named("The Code Book 2");
		assertRead(ciphertext, ciphertext.bare(SECONDS));
	}

	@ParameterizedTest
	@CsvSource({ "Vicksburg, vigenere, english", "The Code Book 4, vigenere, french", "Kryptos 1, vigenere, auto" })
	void isReadWhereTypeAndLanguageAreNamed(String name, String type, String language) {
		PublicCiphertext ciphertext = PublicCiphertext.named(name);
		assertRead(ciphertext, ciphertext.named(type, language, SECONDS));
	}

	private void assertRead(PublicCiphertext ciphertext, SolveRequest request) {
		Solution solution = this.solver.solve(Forms.read(request), PublicCiphertext.tongues(request), request,
				() -> false, SolveListener.NONE);
		assertThat(solution.candidates()).isNotEmpty();
		Solution.Reading best = solution.candidates().get(0);
		assertThat(ciphertext.errors(best.text())).isLessThanOrEqualTo(Confidence.SAME);
		assertThat(best.confidence()).isGreaterThan(0.9);
	}

}
