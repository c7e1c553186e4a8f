package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.KeyPhrase;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/** The key phrase cipher, see {@link SharedSymbolsTask}. */
public record KeyPhraseAttack() implements Attack {

	@Override
	public Set<String> types() {
		return Set.of("key-phrase");
	}

	@Override
	public double power() {
		return 0.5;
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		return Readings.letters(text, language.alphabet());
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		Alphabet alphabet = search.language().alphabet();
		int letters = alphabet.size();
		boolean[] starts = ciphertext.wordStarts();
		int[] text = (starts != null) ? Ciphertext.spaced(ciphertext.symbols(), starts, letters, true)
				: ciphertext.symbols();
		int[] used = IntStream.of(ciphertext.symbols()).distinct().sorted().toArray();
		new SharedSymbolsTask(search, random, text, (starts != null) ? letters : -1, used, false,
				(key) -> cipher(key, used, alphabet))
			.run();
	}

	/** A letter that doesn't occur becomes a symbol that doesn't, if there is one. */
	private static Cipher cipher(int[] key, int[] used, Alphabet alphabet) {
		int unused = IntStream.range(0, alphabet.size())
			.filter((symbol) -> Arrays.binarySearch(used, symbol) < 0)
			.findFirst()
			.orElse(used[0]);
		StringBuilder phrase = new StringBuilder();
		Arrays.stream(key)
			.limit(alphabet.size())
			.forEach((symbol) -> phrase.append(alphabet.symbol((symbol >= 0) ? symbol : unused)));
		return new KeyPhrase(new Key.Given(phrase.toString()));
	}

}
