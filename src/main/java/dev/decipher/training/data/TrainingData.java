package dev.decipher.training.data;

import java.util.List;
import java.util.function.BiFunction;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where messages come from. Those for validation and those for training have nothing to
 * do with each other; everything drawn comes from the seed that the data was made with.
 */
public interface TrainingData extends AutoCloseable {

	/**
	 * Messages and their truth, as symbols.
	 *
	 * @param ciphertexts what the network reads, with what stands in front of a
	 * ciphertext
	 * @param plaintexts plaintext symbols for each, fewer by what stands in front
	 */
	record Examples(int[][] ciphertexts, int[][] plaintexts) {
	}

	/**
	 * A source of messages to learn from. It is used by one thread at a time; several of
	 * them know nothing of one another.
	 */
	interface Batches {

		/** The next messages. */
		Examples next(int count);

		/**
		 * Leaves messages out: what follows is what would follow after
		 * {@code next(count)}.
		 */
		void skip(int count);

		/**
		 * Whether these are all messages, and not only easier ones for the time being.
		 */
		default boolean isWhole() {
			return true;
		}

		/** Goes on to the next harder messages, up to all of them. */
		default void harder() {
			throw new IllegalStateException("there are no harder messages");
		}

		/** Batches of which each comes of its number, from 0, whatever was before it. */
		static Batches numbered(BiFunction<Integer, Long, Examples> batch) {
			return new Batches() {

				private long number;

				@Override
				public Examples next(int count) {
					return batch.apply(count, this.number++);
				}

				@Override
				public void skip(int count) {
					this.number++;
				}

			};
		}

	}

	/** A source of messages to learn from: always of the same ones, from the first. */
	Batches batches();

	/**
	 * Such a source that begins with easier messages and becomes harder when told to;
	 * null where no messages are easier than others.
	 */
	default @Nullable Batches curriculum() {
		return null;
	}

	/** The validation set: fixed, and smaller than the test set. */
	Examples validation();

	/**
	 * The test set: other messages for each number where they are made, else all that
	 * were held out, whatever the number.
	 * @param count how many there should be
	 * @param number 0, 1, 2 …; the same count and number give the same messages
	 */
	Examples test(int count, int number);

	/**
	 * Whether a cipher is behind it that may be found out; not so where plaintexts are
	 * but more or less likely.
	 */
	default boolean isCipher() {
		return true;
	}

	/** Whether {@link #test} makes fresh messages. */
	default boolean isEndless() {
		return false;
	}

	/**
	 * Messages of other lengths than those trained on, shortest first; the same ones at
	 * each call.
	 */
	default List<Examples> otherLengths() {
		return List.of();
	}

	Alphabet plaintextAlphabet();

	/** The symbols that the network reads, and how they are written for people. */
	CiphertextFormat format();

	/**
	 * Positions of the longest input to learn from, with what stands in front of a
	 * ciphertext.
	 */
	int longest();

	/** Lets go of what the data is kept in. */
	@Override
	default void close() {
		// most is made as it is asked for
	}

}
