package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Tokens;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * The nomenclator. The tokens that are as long as most are first read as homophones, as
 * if no others stood between them; then each token gets a letter, one of the commonest
 * short words or of the cribs' parts, or no meaning, whatever makes the text likelier. So
 * a name that has a token of its own is found if a crib has it.
 */
public record NomenclatorAttack() implements Attack {

	/** Tokens of another length are words where they are no more of the text. */
	private static final double MOST_WORDS = 0.4;

	/** No text has so many letters to a token, even if most of these are words. */
	private static final int WORD = 4;

	/** Keys that the first homophones are tried with, by token, and by how many more. */
	private static final long KEYS_OF_A_TOKEN = 30_000;

	private static final double LONGER = 1.5;

	private static final double FIRST_STEPS = 4_000;

	private static final int KEEP = 5;

	@Override
	public Set<String> types() {
		return Set.of("nomenclator");
	}

	@Override
	public int mostLetters(Ciphertext ciphertext) {
		return WORD * ciphertext.length();
	}

	@Override
	public double power() {
		return 0.3;
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext symbols = Readings.symbols(text);
		return (symbols != null && symbols.alphabet() instanceof Tokens) ? symbols : null;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.isTooShort()) {
			return;
		}
		boolean[] words = words(search.ciphertext());
		int[] spelled = IntStream.of(search.ciphertext().symbols()).filter((token) -> !words[token]).toArray();
		Ciphertext letters = new Ciphertext(search.ciphertext().alphabet(), spelled, null);
		CodeBook book = new CodeBook(search, words, random);
		boolean cribbed = !search.hints().cribs().isEmpty();
		double more = 1;
		for (int round = 0; !search.isOver(); round++, more *= LONGER) {
			// every other time as if a crib had words that aren't spelled
			int[] key = homophones(letters, search, random, more, cribbed && round % 2 == 0);
			if (key != null && book.better(key)) {
				search.settle();
			}
		}
	}

	/** Whether each token is of another length than most. */
	private static boolean[] words(Ciphertext ciphertext) {
		int[] tokens = ciphertext.symbols();
		Map<Integer, Long> lengths = IntStream.of(tokens)
			.mapToObj((token) -> ciphertext.alphabet().symbol(token).length())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		int usual = lengths.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow().getKey();
		boolean[] words = new boolean[ciphertext.alphabet().size()];
		for (int token = 0; token < words.length; token++) {
			words[token] = ciphertext.alphabet().symbol(token).length() != usual;
		}
		long others = IntStream.of(tokens).filter((token) -> words[token]).count();
		return (others <= MOST_WORDS * tokens.length) ? words : new boolean[words.length];
	}

	/** The letter of each token by a search for homophones, −1 for a word. */
	private static int @Nullable [] homophones(Ciphertext letters, Search outer, SplittableRandom random, double more,
			boolean cribbed) {
		if (letters.length() < outer.language().letters().order()) {
			return null;
		}
		List<Crib> cribs = outer.hints()
			.cribs()
			.stream()
			.filter((crib) -> cribbed)
			.map((crib) -> new Crib(crib.letters(), Crib.ANYWHERE))
			.toList();
		Hints hints = new Hints(1, Integer.MAX_VALUE, cribs, Map.of(), Map.of(), null);
		LongAdder tried = new LongAdder();
		long keys = (long) (more * KEYS_OF_A_TOKEN * letters.alphabet().size());
		Search search = new Search(letters, outer.language(), hints, tried::sum, keys, outer::isOver, KEEP, tried);
		new HomophonicTask(search, random).run(false,
				HomophonicSchedule.IN_PART.with(more * FIRST_STEPS, HomophonicSchedule.IN_PART.longer()), null);
		outer.tried(tried.sum());
		if (search.best().isEmpty()) {
			return null;
		}
		Candidate best = search.best().get(0);
		int[] key = new int[letters.alphabet().size()];
		Arrays.fill(key, -1);
		for (int i = 0; i < letters.length(); i++) {
			key[letters.symbols()[i]] = best.plaintext()[i];
		}
		return key;
	}

}
