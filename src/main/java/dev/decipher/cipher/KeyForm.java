package dev.decipher.cipher;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What the keys of a cipher look like: how one is read, drawn and searched for. */
public interface KeyForm {

	/** One symbol or more, in any order and as often as one likes. */
	KeyForm TEXT = new Text();

	/** Each symbol of the alphabet once. */
	KeyForm PERMUTATION = new Permutation();

	/** A keyword that an alphabet starts with, each symbol once, before the others. */
	KeyForm ALPHABET = new Grid(1, null);

	/** A keyword that a square starts with, each symbol once, before the others. */
	KeyForm SQUARE = new Grid(2, null);

	/** A keyword that a cube starts with, layer by layer. */
	KeyForm CUBE = new Grid(3, null);

	/**
	 * Two symbols or more, which number columns, or the numbers themselves. The key is
	 * read as the rank of each column.
	 */
	KeyForm COLUMNS = new Columns();

	/**
	 * A keyword that a rectangle starts with, before the other symbols.
	 * @param columns how many it has, null for those of {@link Square#columns}
	 */
	static KeyForm rectangle(@Nullable Integer columns) {
		return new Grid(2, columns);
	}

	/** The reason for a key of as many symbols as the alphabet has. */
	String OF_ALPHABET = "the alphabet's size, which every key of this cipher has";

	/**
	 * Reads a key.
	 * @param name the parameter's
	 * @param alphabet what keys are made of
	 * @return indices of symbols: the key's own or, of a square or cube, of all its cells
	 * @throws InvalidInput with a pointer relative to the cipher if it is no such key
	 */
	int[] read(String name, Key key, Alphabet alphabet);

	/**
	 * Draws a key that was left to chance.
	 * @param name the parameter's
	 * @param alphabet what keys are made of
	 * @return indices of the key's symbols
	 * @throws InvalidInput with a pointer relative to the cipher if there is no such key
	 */
	int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random);

	/**
	 * Writes a key that was drawn or found, so that it is read as the same again.
	 * @param key as {@link #draw} or {@link #part} gives it
	 * @param alphabet what keys are made of
	 */
	default Key write(int[] key, Alphabet alphabet) {
		return Parameters.key(key, alphabet);
	}

	/**
	 * The keys of one shape, as {@link #read} gives them.
	 * @param alphabet what keys are made of
	 * @param length how many symbols they have, where that differs
	 */
	KeyPart part(Alphabet alphabet, int length);

	/** See {@link KeyForm#TEXT}. */
	record Text() implements KeyForm {

		/** Lengths that occur in textbooks, and that a network learns. */
		private static final Key.Length USUAL = new Key.Length(3, 10);

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			return Parameters.symbols(name, key, alphabet, 1);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			return draw(orUsual(left.length()), alphabet, random);
		}

		static Key.Length orUsual(Key.@Nullable Length length) {
			return (length != null) ? length : USUAL;
		}

		/** A key that enciphers something. */
		static int[] draw(Key.Length length, Alphabet alphabet, RandomGenerator random) {
			int symbols = length.draw(random);
			int[] key;
			do {
				key = random.ints(symbols, 0, alphabet.size()).toArray();
			}
			while (IntStream.of(key).allMatch((symbol) -> symbol == 0));
			return key;
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.numbers(length, alphabet.size());
		}

	}

	/** See {@link KeyForm#PERMUTATION}. */
	record Permutation() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] symbols = Parameters.symbols(name, key, alphabet);
			int size = alphabet.size();
			if (symbols.length != size || IntStream.of(symbols).distinct().count() != size) {
				throw InvalidInput.at("/" + name, "must have each of the alphabet's " + size + " symbols once");
			}
			return symbols;
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			int size = alphabet.size();
			left.requireLength(name, size, OF_ALPHABET);
			return KeyPart.permutation(size).draw(random);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.permutation(alphabet.size());
		}

	}

	/** A keyword that an alphabet, a square, another rectangle or a cube starts with. */
	record Grid(int dimensions, @Nullable Integer columns) implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			return Parameters.keyedAlphabet(name, key, alphabet);
		}

		/** The whole square, or a keyword of as many symbols as it may have. */
		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			int size = alphabet.size();
			int[] symbols = KeyPart.permutation(size).draw(random);
			if (left.length() == null) {
				return symbols;
			}
			if (left.length().min() > size) {
				throw InvalidInput.at("/" + name + "/random/length/0",
						"must be at most " + size + ", the alphabet's size, for each symbol stands there once");
			}
			Key.Length length = new Key.Length(left.length().min(), Math.min(left.length().max(), size));
			return Arrays.copyOf(symbols, length.draw(random));
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			int size = alphabet.size();
			if (this.dimensions == 2) {
				int across = (this.columns != null) ? this.columns : Square.columns(size);
				return KeyPart.rectangle(size / across, across);
			}
			return KeyPart.grid((int) Math.round(Math.pow(size, 1.0 / this.dimensions)), this.dimensions);
		}

	}

	/** See {@link KeyForm#COLUMNS}. */
	record Columns() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] numbers = KeyNumbers.read(name, key, alphabet);
			int[] columns = (numbers != null) ? KeyNumbers.eachOnce(name, numbers)
					: KeyNumbers.ranks(KeyNumbers.symbols(name, key, alphabet));
			InvalidInput.throwIf(columns.length < 2, "/" + name, "must have at least 2 symbols");
			return columns;
		}

		/** Different symbols, as far as there are enough. */
		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			Key.Length length = (left.length() != null) ? left.length() : new Key.Length(4, 8);
			if (length.max() < 2) {
				throw InvalidInput.at("/" + name + "/random/length/1",
						"must be at least 2, for a single column moves nothing");
			}
			int columns = new Key.Length(Math.max(2, length.min()), length.max()).draw(random);
			return (columns <= alphabet.size())
					? IntStream.of(KeyPart.permutation(alphabet.size()).draw(random)).limit(columns).toArray()
					: random.ints(columns, 0, alphabet.size()).toArray();
		}

		@Override
		public Key write(int[] key, Alphabet alphabet) {
			return KeyNumbers.write(key, KeyNumbers.ranks(key), alphabet);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.columns(length);
		}

	}

}
