package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.transposition.Transposition;
import org.jspecify.annotations.Nullable;

/**
 * The VIC cipher at work. Messages are filled up until their digits are groups of five.
 *
 * @param keys those that are memorised
 * @param group the group that stands in messages, null if it follows from them
 * @param plain the checkerboard with any digits: it writes as many as with others
 * @param checkerboard the checkerboard with digits above its columns
 * @param filler a symbol that is written as one digit
 * @param start the sign where a message starts, -1 where there is none
 * @param cut how many symbols of a message come last, -1 if they stay where they are
 */
record VicMessage(VicKeys keys, int @Nullable [] group, SymbolCipher plain, Function<int[], SymbolCipher> checkerboard,
		int filler, int start, int cut) implements SymbolCipher {

	private static final int GROUP = 5;

	@Override
	public int[] prepare(int[] plaintext) {
		int[] message = this.plain.prepare(IntStream.of(plaintext).filter((symbol) -> symbol != this.start).toArray());
		int digits = write(message, this.plain).length;
		int[] prepared = Arrays.copyOf(message, message.length + Fillers.roundUp(digits, GROUP) - digits);
		Arrays.fill(prepared, message.length, prepared.length, this.filler);
		return prepared;
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		int[] drawn = IntStream.range(0, length).map((i) -> drawOne(size, random)).toArray();
		return prepare(drawn);
	}

	private int drawOne(int size, RandomGenerator random) {
		int symbol;
		do {
			symbol = this.plain.draw(1, size, random)[0];
		}
		while (symbol == this.start);
		return symbol;
	}

	/** The digits of a message, the symbols up to the cut behind the others. */
	private int[] write(int[] message, SymbolCipher board) {
		if (this.cut < 0) {
			return board.encrypt(message);
		}
		int end = Math.min(this.cut, message.length);
		return Stream
			.of(Arrays.copyOfRange(message, end, message.length), new int[] { this.start }, Arrays.copyOf(message, end))
			.map(board::encrypt)
			.flatMapToInt(IntStream::of)
			.toArray();
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		if (IntStream.of(plaintext).anyMatch((symbol) -> symbol == this.start)) {
			throw new IllegalArgumentException("it has the sign where messages start");
		}
		int[] group = (this.group != null) ? this.group : SymbolCipher.choices(plaintext).ints(GROUP, 0, 10).toArray();
		VicKeys.OfMessage ofMessage = this.keys.with(group);
		int[] digits = write(plaintext, this.checkerboard.apply(ofMessage.header()));
		Fillers.require(GROUP, digits);
		int[] moved = second(ofMessage).encrypt(first(ofMessage).encrypt(digits));
		int before = Math.max(0, moved.length - (this.keys.placeOfGroup() - 1) * GROUP);
		int[] ciphertext = new int[moved.length + GROUP];
		System.arraycopy(moved, 0, ciphertext, 0, before);
		System.arraycopy(group, 0, ciphertext, before, GROUP);
		System.arraycopy(moved, before, ciphertext, before + GROUP, moved.length - before);
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		Fillers.require(GROUP, ciphertext);
		if (ciphertext.length == 0) {
			throw new IllegalArgumentException("it lacks the group of five digits that its keys are made with");
		}
		int before = Math.max(0, ciphertext.length - this.keys.placeOfGroup() * GROUP);
		VicKeys.OfMessage ofMessage = this.keys.with(Arrays.copyOfRange(ciphertext, before, before + GROUP));
		int[] moved = IntStream
			.concat(Arrays.stream(ciphertext, 0, before), Arrays.stream(ciphertext, before + GROUP, ciphertext.length))
			.toArray();
		int[] digits = first(ofMessage).decrypt(second(ofMessage).decrypt(moved));
		return inOrder(this.checkerboard.apply(ofMessage.header()).decrypt(digits));
	}

	private static Transposition first(VicKeys.OfMessage keys) {
		return new Transposition(null, Transposition.columnsUnder(keys.first()));
	}

	private static Transposition second(VicKeys.OfMessage keys) {
		return new Transposition(null, Disruption.columnsUnder(keys.second()));
	}

	/** Puts the half behind the sign before the other one. */
	private int[] inOrder(int[] message) {
		int[] signs = IntStream.range(0, message.length).filter((i) -> message[i] == this.start).toArray();
		if (signs.length == 0) {
			return message;
		}
		if (signs.length > 1) {
			throw new IllegalArgumentException("it has the sign where messages start " + signs.length + " times");
		}
		return IntStream
			.concat(Arrays.stream(message, signs[0] + 1, message.length), Arrays.stream(message, 0, signs[0]))
			.toArray();
	}

}
