package dev.decipher.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How time is divided among attacks, and what becomes of those that misbehave.
 */
class SolverTests {

	private static final String TEXT = "WEAREDISCOVEREDFLEEATONCEANDTAKETHEMONEYWITHYOUTOTHEOTHERSIDEOFTHERIVER";

	/** n-grams alone, which is quick. */
	private static final Language LANGUAGE = new Language() {

		@Override
		public String name() {
			return "english";
		}

		@Override
		public Alphabet alphabet() {
			return Alphabet.LATIN26;
		}

		@Override
		public NGrams letters() {
			return English.get().letters();
		}

		@Override
		public NGrams words() {
			return English.get().words();
		}

		@Override
		public boolean hasNetwork() {
			return true;
		}

		@Override
		public double[] logProbabilities(int[][] texts, boolean spaced) {
			NGrams grams = spaced ? words() : letters();
			return Arrays.stream(texts).mapToDouble((text) -> -(double) grams.cost(text) / NGrams.UNITS).toArray();
		}

		@Override
		public void close() {
			// nothing to free
		}

	};

	private static final SolveListener PROGRESS = new SolveListener() {

		@Override
		public void progress(double share, long keys, double seconds) {
			assertThat(share).isBetween(0.0, 1.0);
			assertThat(keys).isNotNegative();
			assertThat(seconds).isNotNegative();
		}

	};

	private final ExecutorService workers = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "solver-test");
		thread.setDaemon(true);
		return thread;
	});

	@AfterEach
	void stop() {
		this.workers.shutdownNow();
	}

	private interface Searching {

		void run(Ciphertext ciphertext, Search search, int worker, int workers) throws InterruptedException;

	}

	private record Fake(Set<String> types, Searching searching) implements Attack {

		@Override
		public double power() {
			return 0.95;
		}

		@Override
		public boolean isQuick() {
			return this.types.equals(Set.of("caesar"));
		}

		@Override
		public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
			try {
				this.searching.run(search.ciphertext(), search, worker, workers);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	private static final Fake SHIFTS = new Fake(Set.of("caesar"), (ciphertext, search, worker, workers) -> {
		for (int shift = worker; shift < 26; shift += workers) {
			search.offer(shifted(search, shift));
		}
	});

	private static Candidate shifted(Search search, int shift) {
		int[] plaintext = IntStream.of(search.ciphertext().symbols())
			.map((letter) -> (letter + 26 - shift) % 26)
			.toArray();
		return search.candidate(new Caesar(shift), plaintext,
				-(double) LANGUAGE.letters().cost(plaintext) / NGrams.UNITS / plaintext.length);
	}

	private static String caesar(String text) {
		return text.chars()
			.map((letter) -> 'A' + (letter - 'A' + 3) % 26)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private Solution solve(String text, String cipher, double seconds, AtomicBoolean cancelled, Attack... attacks) {
		return solve(text, List.of(cipher), seconds, cancelled, attacks);
	}

	private Solution solve(String text, List<String> ciphers, double seconds, AtomicBoolean cancelled,
			Attack... attacks) {
		Solver solver = new Solver(new Attacks(List.of(attacks)), this.workers, 2, System::nanoTime);
		SolveRequest request = new SolveRequest(text, ciphers, List.of("english"), seconds, 3, false, null, List.of(),
				Map.of(), Map.of(), null, null, null, null, null, null);
		return solver.solve(List.of(Cryptogram.of(text)), Tongues.of(LANGUAGE), request, cancelled::get, PROGRESS);
	}

	@Test
	void findsAShift() {
		Solution solution = solve(caesar(TEXT), "auto", 10, new AtomicBoolean(), SHIFTS);
		assertThat(solution.candidates().get(0).text()).isEqualTo(TEXT);
		assertThat(solution.candidates().get(0).cipher()).isEqualTo(new Caesar(3));
		assertThat(solution.candidates().get(0).confidence()).isGreaterThan(0.9);
		assertThat(solution.types().get(0).type()).isEqualTo("caesar");
		assertThat(solution.seconds()).isLessThan(9);
	}

	@Test
	void saysThatLettersOfChanceAreNothing() {
		StringBuilder text = new StringBuilder();
		new SplittableRandom(7).ints(60, 'A', 'Z' + 1).forEach(text::appendCodePoint);
		Solution named = solve(text.toString(), "caesar", 5, new AtomicBoolean(), SHIFTS);
		assertThat(named.types().get(0).type()).isEqualTo("random");
		assertThat(named.candidates()).allSatisfy((reading) -> assertThat(reading.confidence()).isLessThan(0.01));
		Solution few = solve("HSRELTPUSCTA", "auto", 5, new AtomicBoolean(), SHIFTS);
		assertThat(few.types().get(0).type()).isEqualTo("random");
		assertThat(few.candidates()).extracting(Solution.Reading::cipher).doesNotContain(new Caesar(0));
	}

	@Test
	void keepsWhatWasFoundInTime() {
		CountDownLatch never = new CountDownLatch(1);
		Fake late = new Fake(Set.of("substitution"), (ciphertext, search, worker, workers) -> {
			search.offer(shifted(search, 3));
			never.await();
		});
		Solution solution = solve(caesar(TEXT), "substitution", 1, new AtomicBoolean(), late);
		assertThat(solution.candidates().get(0).text()).isEqualTo(TEXT);
		Fake lost = new Fake(Set.of("substitution"), (ciphertext, search, worker, workers) -> never.await());
		// what did not end has ruled nothing out
		assertThat(solve(caesar(TEXT), "substitution", 1, new AtomicBoolean(), lost).types().get(0).type())
			.isEqualTo("substitution");
	}

	@Test
	void comesBackToWhatHasNotEnded() {
		Queue<String> begun = new ConcurrentLinkedQueue<>();
		List<String> types = List.of("playfair", "four-square");
		Attack[] attacks = types.stream()
			.map((type) -> new Fake(Set.of(type), (ciphertext, search, worker, workers) -> {
				if (worker == 0) {
					begun.add(type);
				}
				while (!search.isOver()) {
					Thread.onSpinWait();
				}
			}))
			.toArray(Attack[]::new);
		solve(caesar(TEXT), types, 2, new AtomicBoolean(), attacks);
		assertThat(begun).hasSize(4);
		assertThat(begun).startsWith("playfair", "four-square").endsWith("playfair", "four-square");
	}

	@Test
	void makesNoAttackAgainThatHasNothingLeftToTry() {
		AtomicInteger made = new AtomicInteger();
		Fake through = new Fake(Set.of("playfair"),
				(ciphertext, search, worker, workers) -> made.addAndGet((worker == 0) ? 1 : 0));
		solve(caesar(TEXT), "playfair", 2, new AtomicBoolean(), through);
		assertThat(made).hasValue(1);
	}

	@Test
	void outlivesAttacksThatFailOrDoNotEnd() {
		CountDownLatch never = new CountDownLatch(1);
		Fake stubborn = new Fake(Set.of("vigenere"), (ciphertext, search, worker, workers) -> never.await());
		Fake broken = new Fake(Set.of("playfair"), (ciphertext, search, worker, workers) -> {
			throw new IllegalStateException("broken on purpose");
		});
		String random = "XQZVKJWPXYBQZKVJXWQGYFZKPXQJVWZKXQPUVXBZQKJQ";
		long start = System.nanoTime();
		Solution solution = solve(random, "auto", 1, new AtomicBoolean(), stubborn, broken, SHIFTS);
		assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
		assertThat(solution.candidates()).allMatch((one) -> one.confidence() < 0.5);
	}

	@Test
	void endsSoonWhenItIsCancelled() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Fake slow = new Fake(Set.of("vigenere"), (ciphertext, search, worker, workers) -> {
			cancelled.set(true);
			while (!search.isOver()) {
				Thread.onSpinWait();
			}
		});
		assertThat(solve(caesar(TEXT), "vigenere", 3600, cancelled, slow).seconds()).isLessThan(100);
	}

	@Test
	void takesTheShorterOfTwoKeysThatGiveOneText() {
		Fake long3 = new Fake(Set.of("vigenere"), (ciphertext, search, worker, workers) -> {
			Candidate found = shifted(search, 3);
			search.offer(search.candidate(new Vigenere(new Key.Given("DDDD")), found.plaintext(), found.score()));
		});
		Solution solution = solve(caesar(TEXT), "auto", 2, new AtomicBoolean(), long3, SHIFTS);
		assertThat(solution.candidates().get(0).cipher()).isEqualTo(new Caesar(3));
		assertThat(solution.candidates()).filteredOn((one) -> one.text().equals(TEXT)).hasSize(1);
		assertThat(solve(caesar(TEXT), "vigenere", 2, new AtomicBoolean(), long3, SHIFTS).candidates().get(0).cipher())
			.isInstanceOf(Vigenere.class);
	}

	@Test
	void aKeyFromTheBeginningDeciphersAll() {
		String text = TEXT.repeat(60);
		Fake part = new Fake(Set.of("vigenere"), (ciphertext, search, worker, workers) -> {
			assertThat(ciphertext.length()).isEqualTo(1500);
			Candidate found = shifted(search, 3);
			search.offer(search.candidate(new Vigenere(new Key.Given("D")), found.plaintext(), found.score()));
		});
		Solution solution = solve(caesar(text), "vigenere", 10, new AtomicBoolean(), part);
		assertThat(solution.candidates().get(0).text()).isEqualTo(text);
	}

	@Test
	void showsAllOfTheTextWhileABeginningIsSearched() {
		String text = TEXT.repeat(60);
		CountDownLatch shown = new CountDownLatch(1);
		Fake part = new Fake(Set.of("vigenere"), (ciphertext, search, worker, workers) -> {
			Candidate found = shifted(search, 3);
			search.offer(search.candidate(new Vigenere(new Key.Given("D")), found.plaintext(), found.score()));
			shown.await();
		});
		Solver solver = new Solver(new Attacks(List.of(part)), this.workers, 2, System::nanoTime);
		SolveRequest request = new SolveRequest(caesar(text), "vigenere", "english", 60, 3, false);
		SolveListener listener = new SolveListener() {

			@Override
			public void candidate(Solution.Reading reading) {
				assertThat(reading.text()).isEqualTo(text);
				shown.countDown();
			}

		};
		Solution solution = solver.solve(List.of(Cryptogram.of(request.text())), Tongues.of(LANGUAGE), request,
				() -> false, listener);
		assertThat(shown.getCount()).isZero();
		assertThat(solution.candidates().get(0).text()).isEqualTo(text);
	}

	@Test
	void saysThatAPlaintextIsOne() {
		Solution solution = solve(TEXT, "auto", 10, new AtomicBoolean(), SHIFTS);
		assertThat(solution.types().get(0).type()).isEqualTo("plaintext");
		assertThat(solution.candidates().get(0).text()).isEqualTo(TEXT);
		assertThat(solution.types().stream().mapToDouble(Solution.Type::probability).sum()).isBetween(0.98, 1.001);
		assertThat(solve("HELLOWORLD", "auto", 10, new AtomicBoolean(), SHIFTS).candidates().get(0).cipher())
			.isEqualTo(new Caesar(0));
	}

	@Test
	void theFormIsThatOfTheBestReadingShown() {
		Cryptogram asItCame = Cryptogram.of("UORRHK");
		Cryptogram turned = new Cryptogram("KHRROU", List.of("reversed"), null, 0.1);
		Solver.Findings findings = new Solver.Findings(List.of(), List.of(),
				List.of(ranked(asItCame, new Caesar(0)), ranked(turned, new Caesar(3))), new double[] { 1e-3, 1e-4 }, 0,
				0);
		Solution solution = Solver.solution(findings, List.of(asItCame, turned),
				new SolveRequest("UORRHK", "auto", "english", 1, 3, false));
		assertThat(solution.candidates()).extracting(Solution.Reading::text).containsExactly("HEOOLR");
		assertThat(solution.form()).containsExactly("reversed");
		assertThat(solution.ciphertext()).isEqualTo("KHRROU");
	}

	private static Solver.Ranked ranked(Cryptogram cryptogram, Caesar cipher) {
		Ciphertext ciphertext = Objects.requireNonNull(Readings.letters(cryptogram.text(), Alphabet.LATIN26));
		int[] plaintext = cipher.over(Alphabet.LATIN26).decrypt(ciphertext.symbols());
		Source source = Source.of(cryptogram, ciphertext, LANGUAGE, Hints.NONE, 1);
		return new Solver.Ranked(source.scores().byNGrams(new Candidate(cipher, plaintext, 0, 3)), source);
	}

}
