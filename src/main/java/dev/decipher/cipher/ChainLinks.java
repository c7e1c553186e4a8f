package dev.decipher.cipher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a chain, each over the alphabet of what the one before gives. Tokens that
 * white space parts go from step to step as private characters; tokens of one length as
 * their characters, which are put together again at the end.
 */
final class ChainLinks {

	/** The first of Unicode's private characters. */
	private static final int PRIVATE = 0xe000;

	private final List<Link> links = new ArrayList<>();

	/** What the next step takes. */
	private Alphabet alphabet;

	/** The tokens that the characters of the alphabet stand for. */
	private @Nullable Tokens tokens;

	/** How many symbols of the alphabet a symbol of the plaintext has become. */
	private int parts = 1;

	ChainLinks(Alphabet alphabet) {
		this.alphabet = alphabet;
	}

	/**
	 * A step.
	 *
	 * @param alphabet what it takes
	 * @param symbols what it gives
	 */
	private record Link(Cipher cipher, Alphabet alphabet, Symbols symbols) {

		/** Whether its symbols are tokens of which the next step takes the characters. */
		boolean isTakenApart() {
			return this.symbols.dropsForeign();
		}

	}

	/**
	 * Adds a step.
	 * @param prepare makes the step what it is to be, given the alphabet that it takes
	 * @return the step
	 * @throws InvalidInput below {@code /steps} if it doesn't join
	 */
	Cipher add(Cipher step, Function<Alphabet, Cipher> prepare) {
		int number = this.links.size();
		return InvalidInput.under("/steps/" + number, () -> {
			if (number > 0) {
				takeOutput(step);
			}
			Alphabet taken = this.alphabet;
			Cipher cipher = prepare.apply(taken);
			this.links.add(new Link(cipher, taken, cipher.ciphertextSymbols(taken)));
			return cipher;
		});
	}

	private void takeOutput(Cipher step) {
		Link last = last();
		if (last.symbols() instanceof Alphabet given) {
			this.tokens = given.equals(last.alphabet()) ? this.tokens : null;
			this.alphabet = given;
		}
		else if (last.isTakenApart()) {
			this.tokens = null;
			this.alphabet = ((Tokens) last.symbols()).labels();
			this.parts *= ((Tokens) last.symbols()).length();
		}
		else {
			this.tokens = (Tokens) last.symbols();
			InvalidInput.throwIf(this.tokens.size() > 256, "",
					"can't take " + this.tokens.size() + " different tokens, which the step before gives, but 256");
			StringBuilder characters = new StringBuilder();
			IntStream.range(0, this.tokens.size()).forEach((token) -> characters.appendCodePoint(PRIVATE + token));
			this.alphabet = Alphabet.of(characters.toString());
		}
		try {
			step.requireAlphabet(this.alphabet);
		}
		catch (InvalidInput ex) {
			throw InvalidInput.at("", "can't take the " + this.alphabet.size()
					+ " symbols that the step before gives: its alphabet " + ex.faults().get(0).detail());
		}
	}

	private Link last() {
		return this.links.get(this.links.size() - 1);
	}

	double keyNats() {
		return this.links.stream().mapToDouble((link) -> link.cipher().keyNats(link.alphabet())).sum();
	}

	/** A ciphertext as the last step reads it. */
	String readable(String ciphertext) {
		return last().cipher().readable(ciphertext, last().alphabet());
	}

	/** The symbols of ciphertexts, as many characters in each as became of a symbol. */
	Symbols ciphertextSymbols() {
		Symbols given = given();
		if (this.parts == 1) {
			return given;
		}
		if (given instanceof Tokens whole) {
			InvalidInput.throwIf(whole.length() == 0, "/steps", "can't write a token for a part of a symbol");
			return all(whole.labels(), this.parts * whole.length());
		}
		return all((Alphabet) given, this.parts);
	}

	/** The symbols that the last step gives. */
	private Symbols given() {
		Link last = last();
		return (this.tokens != null && last.symbols().equals(last.alphabet())) ? this.tokens : last.symbols();
	}

	private static Tokens all(Alphabet labels, int length) {
		try {
			return Tokens.all(labels, length);
		}
		catch (InvalidInput ex) {
			throw InvalidInput.at("/steps", "give " + length + " of " + labels.size()
					+ " characters for a symbol: more different ones than 4096");
		}
	}

	SymbolCipher symbolCipher() {
		List<SymbolCipher> ciphers = new ArrayList<>();
		for (int i = 0; i < this.links.size(); i++) {
			Link link = this.links.get(i);
			ciphers.add(InvalidInput.under("/steps/" + i, () -> link.cipher().over(link.alphabet())));
			InvalidInput.throwIf(i > 0 && !tellsApart(ciphers.get(ciphers.size() - 1), link.alphabet()), "/steps/" + i,
					"doesn't tell all symbols apart that the step before gives, so that it can only be the first step");
			if (i < this.links.size() - 1 && link.isTakenApart()) {
				ciphers.add(new Apart((Tokens) link.symbols()));
			}
		}
		boolean keepsLength = this.links.stream().allMatch((link) -> link.cipher().keepsLength());
		Symbols given = given();
		if (this.parts > 1 && keepsLength) {
			if (given instanceof Tokens whole) {
				ciphers.add(new Apart(whole));
			}
			ciphers.add(new Apart.Together(new Apart((Tokens) ciphertextSymbols())));
		}
		return new InTurn(ciphers, Fillers.of(this.links.get(0).alphabet()));
	}

	/** Whether a cipher takes each symbol as it is, and none for another one. */
	private static boolean tellsApart(SymbolCipher cipher, Alphabet alphabet) {
		return IntStream.range(0, alphabet.size())
			.mapToObj((symbol) -> new int[] { symbol })
			.allMatch((message) -> Arrays.mismatch(cipher.prepare(message), message) != 0);
	}

	/**
	 * Ciphers in turn.
	 *
	 * @param filler makes a message longer until every cipher can take it
	 */
	private record InTurn(List<SymbolCipher> ciphers, int filler) implements SymbolCipher {

		/** Symbols that are added, at most, to a message that a later step would pad. */
		private static final int MOST_FILLERS = 10_000;

		/** Lengths that are tried, each as much longer as some step asks for. */
		private static final int MOST_LENGTHS = 30;

		/** Messages that are drawn until one needs no padding. */
		private static final int DRAWS = 100;

		/** Each step's text has its blanks where the message has them. */
		@Override
		public boolean readsWords() {
			return this.ciphers.stream().anyMatch(SymbolCipher::readsWords);
		}

		@Override
		public SymbolCipher inWords(Supplier<int[]> lengths) {
			return new InTurn(this.ciphers.stream().map((cipher) -> cipher.inWords(lengths)).toList(), this.filler);
		}

		/** As the first step prepares it, and then filled up for the later ones. */
		@Override
		public int[] prepare(int[] plaintext) {
			int[] asked = this.ciphers.get(0).prepare(plaintext);
			int[] prepared = asked;
			int fillers = 0;
			for (int i = 0; i < MOST_LENGTHS && fillers <= MOST_FILLERS; i++) {
				int lacking = lacking(prepared);
				if (lacking == 0) {
					return prepared;
				}
				if (lacking < 0) {
					return asked;
				}
				fillers += lacking;
				int[] longer = Arrays.copyOf(plaintext, plaintext.length + fillers);
				Arrays.fill(longer, plaintext.length, longer.length, this.filler);
				prepared = this.ciphers.get(0).prepare(longer);
			}
			return asked;
		}

		/**
		 * How many symbols a message lacks at least, so that no step has to pad it; less
		 * than 0 if more of them wouldn't help.
		 */
		private int lacking(int[] plaintext) {
			int[] symbols = plaintext;
			for (SymbolCipher cipher : this.ciphers) {
				int length = symbols.length;
				int lacking = (length > cipher.maxLength()) ? -1 : cipher.prepare(symbols).length - length;
				if (lacking != 0) {
					// a step before may have made several symbols of each
					int parts = Math.max(1, length / Math.max(1, plaintext.length));
					return (lacking > 0) ? (lacking + parts - 1) / parts : -1;
				}
				symbols = cipher.encrypt(symbols);
			}
			return 0;
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] symbols = plaintext;
			boolean changed = false;
			for (SymbolCipher cipher : this.ciphers) {
				int[] prepared = cipher.prepare(symbols);
				changed |= prepared.length > symbols.length;
				if (prepared.length > cipher.maxLength()) {
					throw new IllegalArgumentException(prepared.length
							+ " symbols for a step whose text is long enough for " + cipher.maxLength());
				}
				symbols = cipher.encrypt(prepared);
			}
			if (changed && !Arrays.equals(Arrays.copyOf(decrypt(symbols), plaintext.length), plaintext)) {
				throw new IllegalArgumentException(
						"a later step would put fillers among its symbols, and they wouldn't decipher to the same");
			}
			return symbols;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] symbols = ciphertext;
			for (int i = this.ciphers.size() - 1; i >= 0; i--) {
				this.ciphers.get(i).requireCiphertext(symbols);
				symbols = this.ciphers.get(i).decrypt(symbols);
			}
			return symbols;
		}

		@Override
		public int maxLength() {
			int longest = Integer.MAX_VALUE;
			int parts = 1;
			for (SymbolCipher cipher : this.ciphers) {
				longest = Math.min(longest, cipher.maxLength() / parts);
				if (cipher instanceof Apart apart) {
					parts *= apart.tokens().length();
				}
			}
			return longest;
		}

		/**
		 * A message that no step has to pad; one that a step pads if there seems none.
		 */
		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			int[] drawn = this.ciphers.get(0).draw(length, size, random);
			for (int i = 0; i < DRAWS && lacking(drawn) != 0; i++) {
				drawn = this.ciphers.get(0).draw(Math.min(maxLength(), length + i / 2), size, random);
			}
			return drawn;
		}

	}

}
