package dev.decipher.training.data;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.job.JobData;
import dev.decipher.language.Text;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.storage.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;

/**
 * Text in a language, read as letters and single spaces: a letter is read as the alphabet
 * reads it; accents that stand by themselves and apostrophes are as if they weren't
 * there; whatever else there is parts words. A job stores the indices of letters, and of
 * the space behind the last letter, a byte each.
 */
record Corpus(InputStreamSource content, Alphabet alphabet, Source.Stored stored) implements JobData {

	/** Takes characters, or symbols. */
	private interface CharacterSink {

		void accept(int character) throws IOException;

	}

	/** So few letters teach nothing. */
	private static final int MIN_LETTERS = 200;

	/** They are in memory while the job runs. */
	private static final long MAX_LETTERS = 200_000_000;

	/** A letter that is rarer in a text so long is foreign to its language. */
	private static final int LETTERS_PER_FOREIGN_ONE = 10_000;

	/**
	 * Looks at a text.
	 * @throws InvalidInput with an empty pointer for a text that can't be used
	 * @throws Problem 413 for a text that is too long
	 */
	static Corpus of(InputStreamSource content, @Nullable Alphabet named) throws IOException {
		Alphabet alphabet = (named != null) ? named : lettersOf(content);
		Sha256 digest = new Sha256();
		long[] letters = { 0 };
		read(content, alphabet, digest.getMessageDigest(),
				(symbol) -> letters[0] += (symbol < alphabet.size()) ? 1 : 0);
		InvalidInput.throwIf(letters[0] < MIN_LETTERS, "",
				"must have at least %,d letters of the alphabet, and has %,d".formatted(MIN_LETTERS, letters[0]));
		if (letters[0] > MAX_LETTERS) {
			throw Problem
				.tooLarge("the corpus has %,d letters, and at most %,d are taken".formatted(letters[0], MAX_LETTERS));
		}
		return new Corpus(content, alphabet, new Source.Stored(letters[0], digest.hex()));
	}

	/**
	 * The letters that occur, in upper case where there is one; all of A–Z with most of
	 * them.
	 */
	private static Alphabet lettersOf(InputStreamSource content) throws IOException {
		Map<Integer, Long> counts = new TreeMap<>();
		long[] all = new long[2]; // of any letter, and of A to Z
		forEachCharacter(content, null, (character) -> {
			if (Character.isLetter(character)) {
				int letter = Character.toUpperCase(character);
				counts.merge(letter, 1L, Long::sum);
				all[0]++;
				all[1] += isLatin(letter) ? 1 : 0;
			}
		});
		counts.values().removeIf((count) -> count * LETTERS_PER_FOREIGN_ONE < all[0]);
		if (2 * all[1] > all[0]) {
			for (int letter = 'A'; letter <= 'Z'; letter++) {
				counts.putIfAbsent(letter, 0L);
			}
		}
		if (counts.size() < 2 || counts.size() > Text.MAX_LETTERS - 1) {
			throw InvalidInput.at("", "has %,d different letters; name the language's alphabet, of 2 to %d letters"
				.formatted(counts.size(), Text.MAX_LETTERS - 1));
		}
		StringBuilder letters = new StringBuilder();
		counts.keySet().forEach(letters::appendCodePoint);
		return Alphabet.of(letters.toString());
	}

	private static boolean isLatin(int letter) {
		return letter >= 'A' && letter <= 'Z';
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
		read(this.content, this.alphabet, null, buffered::write);
		buffered.flush();
	}

	/** Shows the text's letters, and the spaces between them. */
	private static void read(InputStreamSource content, Alphabet alphabet, @Nullable MessageDigest digest,
			CharacterSink symbols) throws IOException {
		boolean[] after = new boolean[2]; // a letter; and of something that parts words
		forEachCharacter(content, digest, (character) -> {
			int symbol = index(alphabet, character);
			if (symbol >= 0) {
				if (after[0] && after[1]) {
					symbols.accept(alphabet.size()); // the space
				}
				symbols.accept(symbol);
				after[0] = true;
				after[1] = false;
			}
			else if (!isInsideWords(character)) {
				after[1] = true;
			}
		});
	}

	private static int index(Alphabet alphabet, int character) {
		int index = alphabet.indexOf(character);
		index = (index >= 0) ? index : alphabet.indexOf(Character.toUpperCase(character));
		return (index >= 0) ? index : alphabet.indexOf(Character.toLowerCase(character));
	}

	private static boolean isInsideWords(int character) {
		return character == '\'' || character == '\u2019' || character == '\u2018'
				|| Character.getType(character) == Character.NON_SPACING_MARK;
	}

	private static void forEachCharacter(InputStreamSource content, @Nullable MessageDigest digest,
			CharacterSink characters) throws IOException {
		InputStream in = content.getInputStream();
		InputStream digested = (digest != null) ? new DigestInputStream(in, digest) : in;
		try (Reader reader = new BufferedReader(new InputStreamReader(digested, StandardCharsets.UTF_8.newDecoder()))) {
			int high = 0;
			for (int next = reader.read(); next >= 0; next = reader.read()) {
				if (Character.isHighSurrogate((char) next)) {
					high = next;
				}
				else {
					characters.accept(Character.isLowSurrogate((char) next)
							? Character.toCodePoint((char) high, (char) next) : next);
				}
			}
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at("", "is not UTF-8");
		}
	}

}
