package dev.decipher.training.data;

import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A cipher, of which the service makes messages.
 *
 * @param characters {@link CharacterRule#ALL} if that was asked for, null else
 */
public record CipherSource(Cipher cipher, Alphabet alphabet, int messageLength,
		@Nullable CharacterRule characters) implements Source {

	static final int MESSAGE_LENGTH = 32;

	/** Symbols by which it is told how many of them a ciphertext settles. */
	private static final int ATTAINABLE_SYMBOLS = 10_000;

	/** ASCII's visible characters and the blank, which a transposition moves. */
	private static final String PRINTABLE = IntStream.rangeClosed(' ', '~')
		.mapToObj(Character::toString)
		.collect(Collectors.joining());

	static Planned plan(DataRequest asked, Cipher cipher, @Nullable ModelVersion from, long seed) {
		InvalidInput.throwIf(asked.ciphertext() != null, "/data/ciphertext",
				"goes with pairs; a cipher decides on its ciphertext");
		InvalidInput.throwIf(asked.validationFraction() != null, "/data/validationFraction",
				"goes with pairs; for a cipher fresh messages are made");
		InvalidInput.throwIf(
				asked.isOfAllCharacters() && asked.alphabet() == null && from == null && !cipher.transposes(),
				"/data/alphabet", "must be named, with every character that messages may have, as all are symbols");
		Alphabet usual = (from != null) ? from.details().alphabet()
				: asked.isOfAllCharacters() ? Alphabet.of(PRINTABLE) : cipher.defaultAlphabet();
		Alphabet alphabet = (asked.alphabet() != null) ? asked.alphabet() : usual;
		InvalidInput.under("/data/alphabet", () -> {
			cipher.requireAlphabet(alphabet);
			return alphabet;
		});
		Cipher drawn = InvalidInput.under("/data/cipher",
				() -> cipher.withKeyDrawn(alphabet, new SplittableRandom(seed)));
		InvalidInput.throwIf(!drawn.keepsLength(), "/data/cipher",
				"can't be learned by name: it writes now more, now fewer symbols for one of the plaintext, and nothing "
						+ "says which belong together");
		int length = messageLength(asked.messageLength(), drawn.block(), from);
		SplittableRandom random = new SplittableRandom(seed);
		SymbolCipher over = InvalidInput.under("/data/cipher", () -> {
			drawn.ciphertextSymbols(alphabet); // has its say before the format has
			return CipherData.Keyed.of(drawn, alphabet).apply(random).cipher();
		});
		InvalidInput.throwIf(over.readsWords(), "/data/cipher",
				"can't be learned as it is: it goes by a text's words, and the random messages to learn from have none; "
						+ "say where they end, as GET /ciphers describes it");
		int made = over.draw(length, alphabet.size(), random).length;
		InvalidInput.throwIf(asked.messageLength() != null && length > over.maxLength(), "/data/messageLength",
				"must be at most " + over.maxLength() + ": the cipher's key is long enough for that");
		InvalidInput.throwIf(drawn.block() != null && made != length, "/data/cipher/block",
				"must be a length that this key fills, such as " + made + ", not " + length);
		InvalidInput.throwIf(asked.isOfAllCharacters() && !(drawn.ciphertextSymbols(alphabet) instanceof Alphabet),
				"/data/characters", "can't be all: ciphertexts of this cipher are tokens");
		CipherSource source = new CipherSource(drawn, alphabet, made,
				asked.isOfAllCharacters() ? CharacterRule.ALL : null);
		CiphertextFormat format = InvalidInput.under("/data/alphabet", source::format);
		if (from != null) {
			requireFormat(alphabet, format, from);
		}
		return new Planned(source, null, 0, format.maxPrefixLength() + made);
	}

	/**
	 * The length of messages to train on.
	 * @param block of the cipher, if its messages are taken apart: each block is a
	 * message for the network
	 */
	static int messageLength(@Nullable Integer asked, @Nullable Integer block, @Nullable ModelVersion from) {
		if (block != null) {
			InvalidInput.throwIf(asked != null && !asked.equals(block), "/data/messageLength",
					"must be left out or " + block + ": each block of the cipher is a message by itself");
			return block;
		}
		Integer before = (from != null) ? from.details().format().layout().length() : null;
		return (asked != null) ? asked : (before != null) ? before : MESSAGE_LENGTH;
	}

	/** Makes sure that a version reads and writes what this source has. */
	private static void requireFormat(Alphabet alphabet, CiphertextFormat format, ModelVersion from) {
		InvalidInput.throwIf(!alphabet.equals(from.details().alphabet()), "/data/alphabet",
				"must be the one of " + from.id());
		InvalidInput.throwIf(!format.symbols().equals(from.details().ciphertextAlphabet()), "/data/cipher",
				"must have the ciphertext symbols of " + from.id());
		requireLayout(format.layout(), from.details().format().layout(), from.id());
	}

	static void requireLayout(CiphertextLayout layout, CiphertextLayout before, VersionId from) {
		CiphertextLayout.KeyPrefix key = before.key();
		InvalidInput.throwIf(!Objects.equals(layout.key(), key), "/data/cipher",
				(key != null)
						? "must have any key of %d to %d symbols, as %s has it".formatted(key.min(), key.max(), from)
						: "must have one key for all messages, as " + from + " has it");
		InvalidInput.throwIf(before.nulls() != null, "/data/cipher",
				"must be pairs instead, as " + from + " reads ciphertexts with nulls");
		InvalidInput.throwIf(!Objects.equals(layout.characters(), before.characters()), "/data/characters",
				"must be \"%s\", as %s reads ciphertexts"
					.formatted((before.characters() == CharacterRule.ALL) ? "all" : "letters", from));
		if (!Objects.equals(layout.length(), before.length()) || !Objects.equals(layout.block(), before.block())) {
			boolean both = layout.length() != null && before.length() != null;
			String lengths = (before.length() != null) ? "of exactly " + before.length() + " symbols"
					: (before.block() != null) ? "of whole blocks of " + before.block() + " symbols" : "of any length";
			throw InvalidInput.at(both ? "/data/messageLength" : "/data/cipher",
					"must give messages " + lengths + ", which " + from + " reads");
		}
	}

	@Override
	public CiphertextFormat format() {
		return new CiphertextFormat(this.cipher.ciphertextSymbols(this.alphabet),
				layout(this.cipher.anyKey(this.alphabet), this.cipher.dependsOnLength(), this.cipher.block(),
						this.messageLength)
					.with(this.characters));
	}

	/**
	 * The accuracy to train for: 1, unless several symbols become the same one. Then it
	 * is a little less than that of deciphering by rule, which takes one of those that
	 * are equally likely in random messages.
	 */
	public double attainableAccuracy() {
		if (this.cipher.determinesPlaintext()) {
			return 1;
		}
		SymbolCipher symbolCipher = this.cipher.over(this.alphabet);
		SplittableRandom random = new SplittableRandom(0);
		int symbols = 0;
		int right = 0;
		while (symbols < ATTAINABLE_SYMBOLS) {
			int[] plaintext = symbolCipher.draw(this.messageLength, this.alphabet.size(), random);
			int[] deciphered = symbolCipher.decrypt(symbolCipher.encrypt(plaintext));
			for (int i = 0; i < plaintext.length; i++) {
				right += (deciphered[i] == plaintext[i]) ? 1 : 0;
			}
			symbols += plaintext.length;
		}
		return Math.floor(100.0 * right / symbols - 1) / 100;
	}

	/**
	 * The layout of a cipher's ciphertexts.
	 * @param keys where each message has a key of its own
	 * @param ofOneLength whether they depend on the message's length, without a block
	 */
	static CiphertextLayout layout(@Nullable AnyKey keys, boolean ofOneLength, @Nullable Integer block,
			int messageLength) {
		CiphertextLayout.KeyPrefix key = (keys != null)
				? new CiphertextLayout.KeyPrefix(keys.alphabet(), keys.length().min(), keys.length().max()) : null;
		return new CiphertextLayout(key, (ofOneLength && block == null) ? messageLength : null, block);
	}

	@Override
	public int positions(int longest, boolean curriculum) {
		return curriculum ? (format().maxPrefixLength() + 1) * this.messageLength : longest;
	}

	@Override
	public Planned again(Upload upload, VersionId version, TemporaryFiles files) {
		String reason = "must be left out: " + version + " was trained on a cipher";
		InvalidInput.throwIf(upload.pairs() != null, "/pairs", reason);
		InvalidInput.throwIf(upload.corpus() != null, "/corpus", reason);
		return new Planned(this, null, 0, format().maxPrefixLength() + this.messageLength);
	}

	@Override
	public TrainingData open(InputStream stored, long seed, TemporaryFiles files) {
		return CipherData.of(CipherData.Keyed.of(this.cipher, this.alphabet), this.alphabet, format(),
				this.messageLength, seed);
	}

}
