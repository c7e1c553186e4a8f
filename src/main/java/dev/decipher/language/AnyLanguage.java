package dev.decipher.language;

import dev.decipher.alphabet.Alphabet;

import org.springframework.util.function.SingletonSupplier;

/** A text in one of the built-in languages, nobody knows which. */
final class AnyLanguage implements Language {

	private final SingletonSupplier<NGrams> letters = SingletonSupplier
		.of(() -> QuickTables.mixed(QuickTables.BY_LETTERS.obtain()));

	private final SingletonSupplier<NGrams> words = SingletonSupplier
		.of(() -> QuickTables.mixed(QuickTables.BY_WORDS.obtain()));

	@Override
	public String name() {
		return "any";
	}

	@Override
	public Alphabet alphabet() {
		return Alphabet.LATIN26;
	}

	@Override
	public NGrams letters() {
		return this.letters.obtain();
	}

	@Override
	public NGrams words() {
		return this.words.obtain();
	}

}
