package dev.decipher.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;

import org.springframework.util.function.SingletonSupplier;

/** A language as it is written in another alphabet than its own. */
final class RewrittenLanguage implements Language {

	/** The share of letters written as others from which on a network isn't asked. */
	private static final double MISLEADING = 0.005;

	private final Language language;

	private final Alphabet alphabet;

	private final SingletonSupplier<NGrams> letters;

	private final SingletonSupplier<NGrams> words;

	/** The language's letter for each symbol, and its space for the space. */
	private final SingletonSupplier<int[]> there;

	/** The letter that each of the language is written as, and its space. */
	private final SingletonSupplier<int[]> kept;

	private final SingletonSupplier<Boolean> network;

	RewrittenLanguage(Language language, Alphabet alphabet) {
		this.language = language;
		this.alphabet = alphabet;
		this.there = SingletonSupplier.of(this::there);
		this.kept = SingletonSupplier.of(() -> IntStream.rangeClosed(0, language.alphabet().size())
			.map((letter) -> (letter < language.alphabet().size()) ? substitute(letter) : letter)
			.toArray());
		this.network = SingletonSupplier.of(() -> language.hasNetwork() && isReadByNetwork());
		this.letters = SingletonSupplier.of(() -> rewritten(language.letters(), alphabet.size()));
		this.words = SingletonSupplier.of(() -> rewritten(language.words(), alphabet.size() + 1));
	}

	private int[] there() {
		double[] shares = this.language.letters().shares();
		int rarest = IntStream.range(0, shares.length)
			.reduce((one, other) -> (shares[other] < shares[one]) ? other : one)
			.orElseThrow();
		return IntStream.rangeClosed(0, this.alphabet.size())
			.map((symbol) -> (symbol < this.alphabet.size()) ? letter(this.alphabet.codePoint(symbol), rarest)
					: this.language.alphabet().size())
			.toArray();
	}

	private NGrams rewritten(NGrams grams, int symbols) {
		int[] kept = Arrays.copyOf(this.kept.obtain(), grams.symbols());
		boolean merges = IntStream.range(0, kept.length).anyMatch((letter) -> kept[letter] != letter);
		return (merges ? grams.merged(kept) : grams).translated(Arrays.copyOf(this.there.obtain(), symbols));
	}

	/** The language's letter for a symbol. */
	private int letter(int symbol, int rarest) {
		Alphabet letters = this.language.alphabet();
		int index = letters.indexOf(symbol);
		if (index < 0) {
			index = letters.indexOf(substitute(Character.toUpperCase(symbol), letters));
		}
		return (index >= 0) ? index : rarest;
	}

	/** The letter that one is written as. */
	private int substitute(int letter) {
		int character = this.language.alphabet().codePoint(letter);
		if (has(this.alphabet, character)) {
			return letter;
		}
		int other = substitute(character, this.alphabet);
		int index = this.language.alphabet().indexOf(other);
		return (index >= 0 && has(this.alphabet, other)) ? index : letter;
	}

	/** The letter that an alphabet has in place of one that it lacks. */
	private static int substitute(int letter, Alphabet alphabet) {
		return switch (letter) {
			case 'J' -> 'I';
			case 'I' -> 'J';
			case 'U' -> 'V';
			case 'V' -> 'U';
			case 'W' -> has(alphabet, 'V') ? 'V' : 'U';
			case 'ß' -> 'S';
			case 'Ł' -> 'L';
			case 'Ø' -> 'O';
			case 'Æ', 'Œ' -> 'E';
			default -> Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
		};
	}

	/** Whether an alphabet has a letter, in either case, and reads no other for it. */
	private static boolean has(Alphabet alphabet, int letter) {
		int symbol = alphabet.indexOf(letter);
		return symbol >= 0 && (alphabet.codePoint(symbol) == letter
				|| Character.toUpperCase(alphabet.codePoint(symbol)) == letter);
	}

	@Override
	public Alphabet ownAlphabet() {
		return this.language.ownAlphabet();
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

	/** Whether so few letters are written as others that a network is hardly misled. */
	private boolean isReadByNetwork() {
		double[] shares = this.language.letters().shares();
		int[] kept = this.kept.obtain();
		return IntStream.range(0, shares.length)
			.filter((letter) -> kept[letter] != letter)
			.mapToDouble((letter) -> shares[letter])
			.sum() < MISLEADING;
	}

	@Override
	public boolean hasNetwork() {
		return this.network.obtain();
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		if (!hasNetwork()) {
			return Language.super.logProbabilities(texts, spaced);
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
