package dev.decipher.cipher.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Solitaire, which is Pontifex in the novel: numbers that a deck of cards gives are added
 * to the symbols' numbers. The deck never stands as it did before.
 *
 * @param key a passphrase, or the deck's 54 cards from the top
 */
@JsonTypeName("solitaire")
@Source("Bruce Schneier, The Solitaire Encryption Algorithm, 1999")
@Schema(description = "A deck of cards that is shuffled by rule gives a number to add to each letter",
		example = "{\"type\": \"solitaire\", \"key\": \"CRYPTONOMICON\"}")
public record Solitaire(@Schema(
		description = "A passphrase in the alphabet's letters (nothing for the deck in bridge order), or the deck's 54 "
				+ "cards from the top: numbers (clubs from 1, diamonds from 14, hearts from 27, spades from 40, the "
				+ "jokers 53 and 54) or names (KC, 10H, JA and JB for the jokers)",
		example = "CRYPTONOMICON") Key key) implements Cipher {

	private static final int CARDS = 54;

	private static final int A_JOKER = 53;

	private static final int B_JOKER = 54;

	private static final String SUITS = "CDHS";

	private static final List<String> RANKS = List.of("A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K");

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(alphabet.size() != 26, "", "must have 26 symbols, half as many as there are cards");
	}

	/** A deck, or a passphrase where a length is asked for. */
	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		if (left.length() != null) {
			int[] passphrase = random.ints(left.length().draw(random), 0, alphabet.size()).toArray();
			return new Solitaire(Parameters.key(passphrase, alphabet));
		}
		return new Solitaire(new Key.Given(Arrays.stream(KeyPart.permutation(CARDS).draw(random))
			.mapToObj((card) -> Integer.toString(card + 1))
			.collect(Collectors.joining(" "))));
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		boolean isPassphrase = this.key instanceof Key.Given given && !isDeck(given.text());
		return isPassphrase ? passphrase(alphabet).length * Math.log(alphabet.size())
				: KeyPart.permutation(CARDS).nats();
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		String text = Parameters.given("key", this.key);
		return new Deck(isDeck(text) ? deck(text) : keyed(passphrase(alphabet)), alphabet.size());
	}

	/** No passphrase has digits. */
	private static boolean isDeck(String text) {
		return text.chars().anyMatch(Character::isDigit);
	}

	private int[] passphrase(Alphabet alphabet) {
		String text = Parameters.given("key", this.key);
		return Parameters.symbols("key", new Key.Given(text.replaceAll("\\s", "")), alphabet);
	}

	private static int[] deck(String text) {
		String[] names = text.strip().split("[\\s,;]+");
		InvalidInput.throwIf(names.length != CARDS, "/key",
				"must have 54 cards, or be a passphrase without digits; it has " + names.length);
		int[] deck = new int[CARDS];
		boolean[] seen = new boolean[CARDS + 1];
		for (int place = 0; place < CARDS; place++) {
			deck[place] = card(names[place]);
			InvalidInput.throwIf(deck[place] == 0, "/key",
					"must have cards by number, 1 to 54, or name, such as KC, 10H or JA; not " + names[place]);
			InvalidInput.throwIf(seen[deck[place]], "/key",
					"must have each card once; it has " + names[place] + " again");
			seen[deck[place]] = true;
		}
		return deck;
	}

	/** A card's number, 0 if it is none. */
	private static int card(String text) {
		if (text.isEmpty()) {
			return 0;
		}
		if (text.matches("\\d{1,2}")) {
			int number = Integer.parseInt(text);
			return (number <= CARDS) ? number : 0;
		}
		String name = text.toUpperCase(Locale.ROOT)
			.replace('♣', 'C')
			.replace('♦', 'D')
			.replace('♥', 'H')
			.replace('♠', 'S')
			.replace("T", "10");
		if (name.matches("J?[AB]")) {
			return name.endsWith("A") ? A_JOKER : B_JOKER;
		}
		int last = name.length() - 1;
		int suit = SUITS.indexOf(name.charAt(last));
		int rank = RANKS.indexOf(name.substring(0, last));
		if (suit < 0 || rank < 0) {
			suit = SUITS.indexOf(name.charAt(0));
			rank = RANKS.indexOf(name.substring(1));
		}
		return (suit < 0 || rank < 0) ? 0 : suit * RANKS.size() + rank + 1;
	}

	/** The deck that a passphrase makes of the one in order. */
	private static int[] keyed(int[] passphrase) {
		int[] deck = IntStream.rangeClosed(1, CARDS).toArray();
		for (int symbol : passphrase) {
			shuffle(deck);
			cut(deck, symbol + 1);
		}
		return deck;
	}

	/** The four steps before a card is looked for. */
	private static void shuffle(int[] deck) {
		moveDown(deck, A_JOKER);
		moveDown(deck, B_JOKER);
		moveDown(deck, B_JOKER);
		int one = indexOf(A_JOKER, deck);
		int other = indexOf(B_JOKER, deck);
		int first = Math.min(one, other);
		int second = Math.max(one, other);
		int[] before = deck.clone();
		int below = CARDS - 1 - second;
		System.arraycopy(before, second + 1, deck, 0, below);
		System.arraycopy(before, first, deck, below, second - first + 1);
		System.arraycopy(before, 0, deck, CARDS - first, first);
		cut(deck, value(deck[CARDS - 1]));
	}

	/** Past the card below, and from the bottom to below the top card. */
	private static void moveDown(int[] deck, int card) {
		int place = indexOf(card, deck);
		if (place < CARDS - 1) {
			deck[place] = deck[place + 1];
			deck[place + 1] = card;
		}
		else {
			System.arraycopy(deck, 1, deck, 2, CARDS - 2);
			deck[1] = card;
		}
	}

	/** Moves so many cards from the top to just above the bottom one. */
	private static void cut(int[] deck, int cards) {
		int[] before = deck.clone();
		System.arraycopy(before, cards, deck, 0, CARDS - 1 - cards);
		System.arraycopy(before, 0, deck, CARDS - 1 - cards, cards);
	}

	private static int value(int card) {
		return Math.min(card, A_JOKER);
	}

	private static int indexOf(int card, int[] deck) {
		int place = 0;
		while (deck[place] != card) {
			place++;
		}
		return place;
	}

	/**
	 * A deck at work.
	 *
	 * @param cards from the top: (54)
	 * @param size the alphabet's
	 */
	private record Deck(int[] cards, int size) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return add(plaintext, 1);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return add(ciphertext, -1);
		}

		private int[] add(int[] symbols, int sign) {
			int[] deck = this.cards.clone();
			return IntStream.of(symbols)
				.map((symbol) -> Math.floorMod(symbol + sign * next(deck), this.size))
				.toArray();
		}

		/**
		 * The value of the card that the top card counts down to, unless it is a joker.
		 */
		private static int next(int[] deck) {
			int card;
			do {
				shuffle(deck);
				card = deck[value(deck[0])];
			}
			while (card >= A_JOKER);
			return card;
		}

	}

}
