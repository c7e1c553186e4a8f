package dev.decipher.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;

import org.springframework.util.function.SingletonSupplier;

/** A language as it is written in another alphabet than its own. */
final class RewrittenLanguage implements Language {

	private final Language language;

	private final Alphabet alphabet;

	private final SingletonSupplier<NGrams> letters;

	private final SingletonSupplier<NGrams> words;

	/** The language's letter for each symbol, and its space for the space. */
	private final SingletonSupplier<int[]> there;

	RewrittenLanguage(Language language, Alphabet alphabet) {
		this.language = language;
		this.alphabet = alphabet;
		this.there = SingletonSupplier.of(this::there);
		this.letters = SingletonSupplier.of(() -> rewritten(language.letters(), alphabet.size()));
		this.words = SingletonSupplier.of(() -> rewritten(language.words(), alphabet.size() + 1));
	}

	private int[] there() {
		double[] shares = this.language.letters().shares();
		int rarest = IntStream.range(0, shares.length)
			.reduce((one, other) -> (shares[other] < shares[one]) ? other : one)
			.orElseThrow();
		return IntStream.rangeClosed(0, this.alphabet.size())
			.map((symbol) -> (symbol < this.alphabet.size())
					? this.language.alphabet().indexOf(this.alphabet.codePoint(symbol))
					: this.language.alphabet().size())
			.map((letter) -> (letter >= 0) ? letter : rarest)
			.toArray();
	}

	private NGrams rewritten(NGrams grams, int symbols) {
		int[] kept = IntStream.range(0, grams.symbols())
			.map((letter) -> (letter < this.language.alphabet().size()) ? substitute(letter) : letter)
			.toArray();
		boolean merges = IntStream.range(0, kept.length).anyMatch((letter) -> kept[letter] != letter);
		return (merges ? grams.merged(kept) : grams).translated(Arrays.copyOf(this.there.obtain(), symbols));
	}

	/** The letter that one is written as. */
	private int substitute(int letter) {
		int character = this.language.alphabet().codePoint(letter);
		if (this.alphabet.indexOf(character) >= 0 && this.alphabet.symbols().indexOf(character) >= 0) {
			return letter;
		}
		String bare = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
		int other = switch (character) {
			case 'J' -> 'I';
			case 'I' -> 'J';
			case 'U' -> 'V';
			case 'V' -> 'U';
			case 'W' -> (this.alphabet.indexOf('V') >= 0) ? 'V' : 'U';
			case 'ß' -> 'S';
			case 'Ł' -> 'L';
			case 'Æ' -> 'E';
			case 'Œ' -> 'E';
			default -> bare.codePointAt(0);
		};
		int index = this.language.alphabet().indexOf(other);
		return (index >= 0 && this.alphabet.indexOf(other) >= 0) ? index : letter;
	}

	@Override
	public String name() {
		return this.language.name();
	}

	@Override
	public Alphabet alphabet() {
		return this.alphabet;
	}

	@Override
	public NGrams letters() {
		return this.letters.obtain();
	}

	@Override
	public NGrams words() {
		return this.words.obtain();
	}

	@Override
	public boolean hasNetwork() {
		return this.language.hasNetwork();
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		if (!hasNetwork()) {
			return BuiltInLanguage.logProbabilities(spaced ? words() : letters(), texts);
		}
		int[] there = this.there.obtain();
		int[][] translated = Arrays.stream(texts)
			.map((text) -> IntStream.of(text).map((symbol) -> there[symbol]).toArray())
			.toArray(int[][]::new);
		return this.language.logProbabilities(translated, spaced);
	}

	@Override
	public Language over(Alphabet alphabet) {
		return this.language.over(alphabet);
	}

	@Override
	public void close() {
		this.language.close();
	}

}
