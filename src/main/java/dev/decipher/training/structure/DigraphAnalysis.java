package dev.decipher.training.structure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.polygraphic.DigraphicCipher;
import org.jspecify.annotations.Nullable;

/**
 * Looks for ciphers that replace two symbols at a time, wherever these stand: the same
 * two always become the same. Keys of the catalogue's ciphers of that kind are searched
 * for one that agrees with what was seen; failing that, what was seen is the explanation.
 */
final class DigraphAnalysis {

	/** The share of what is seen again that must be as it was before. */
	private static final double MIN_SHARE_SAME = 0.85;

	/** How many that have to be. */
	private static final int MIN_SEEN_AGAIN = 20;

	/** The share of symbols that a key must get right. */
	private static final double MIN_SHARE_RIGHT = 0.95;

	/** Digraphs that are compared with what a key makes of them. */
	private static final int MAX_COMPARED = 250;

	private static final int STEPS = 40_000;

	private static final int MAX_RESTARTS = 3;

	/** Temperatures, in symbols that are right, that a search begins and ends with. */
	private static final double FIRST_TEMPERATURE = 12;

	private static final double LAST_TEMPERATURE = 0.8;

	private final MessageSample sample;

	private final RandomGenerator random;

	private final BooleanSupplier cancelled;

	private final int symbols;

	DigraphAnalysis(MessageSample sample, RandomGenerator random, BooleanSupplier cancelled) {
		this.sample = sample;
		this.random = random;
		this.cancelled = cancelled;
		this.symbols = Math.max(sample.ciphertextSymbols(), sample.plaintextSymbols());
	}

	@Nullable Structure explain() {
		if (Arrays.stream(this.sample.ciphertexts()).anyMatch((message) -> message.length % 2 != 0)) {
			return null;
		}
		Table table = table();
		if (table == null) {
			return null;
		}
		Structure keyed = keyed(table);
		return (keyed != null) ? keyed : table;
	}

	/**
	 * What each digraph was seen to decipher to most often; null if it is often another.
	 */
	private @Nullable Table table() {
		Map<Integer, Map<Integer, Integer>> counts = new LinkedHashMap<>();
		for (int message = 0; message < this.sample.messages(); message++) {
			int[] ciphertext = this.sample.ciphertexts()[message];
			int[] plaintext = this.sample.plaintexts()[message];
			for (int i = 0; i < ciphertext.length; i += 2) {
				counts.computeIfAbsent(number(ciphertext, i), (number) -> new LinkedHashMap<>())
					.merge(number(plaintext, i), 1, Integer::sum);
			}
		}
		int again = 0;
		int same = 0;
		int[] from = new int[counts.size()];
		int[] to = new int[counts.size()];
		int known = 0;
		for (Map.Entry<Integer, Map<Integer, Integer>> digraph : counts.entrySet()) {
			Map.Entry<Integer, Integer> most = digraph.getValue()
				.entrySet()
				.stream()
				.max(Map.Entry.comparingByValue())
				.orElseThrow();
			int all = digraph.getValue().values().stream().mapToInt(Integer::intValue).sum();
			if (all > 1) {
				again += all;
				same += (most.getValue() > 1) ? most.getValue() : 0;
			}
			from[known] = digraph.getKey();
			to[known++] = most.getKey();
		}
		return (again >= MIN_SEEN_AGAIN && same >= MIN_SHARE_SAME * again) ? new Table(from, to, this.symbols) : null;
	}

	private int number(int[] message, int place) {
		return message[place] * this.symbols + message[place + 1];
	}

	/** A cipher of the catalogue with a key that agrees with what was seen. */
	private @Nullable Structure keyed(Table table) {
		int[] used = CoordinateAnalysis.used(this.sample, 2);
		if (used.length == 0) {
			return null;
		}
		Arrays.sort(used);
		Alphabet alphabet = Alphabet.of(IntStream.range(0, used.length)
			.collect(StringBuilder::new, (text, symbol) -> text.appendCodePoint('A' + symbol), StringBuilder::append)
			.toString());
		int[][] compared = compared(table, used);
		for (Cipher cipher : CipherCatalogue.examples().values()) {
			if (cipher instanceof DigraphicCipher && cipher instanceof SearchableCipher searchable) {
				SymbolCipher found = searchable.shapes(alphabet, compared[0])
					.map((shape) -> search(shape.keySpace(alphabet), compared))
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
				if (found != null) {
					return new Keyed(cipher.type(), found, used);
				}
			}
		}
		return null;
	}

	/** Ciphertext digraphs one after the other, and likewise what they decipher to. */
	private static int[][] compared(Table table, int[] used) {
		int symbols = table.symbols();
		int[] chosen = IntStream.range(0, table.from().length)
			.filter((digraph) -> IntStream
				.of(table.from()[digraph] / symbols, table.from()[digraph] % symbols, table.to()[digraph] / symbols,
						table.to()[digraph] % symbols)
				.allMatch((symbol) -> Arrays.binarySearch(used, symbol) >= 0))
			.limit(MAX_COMPARED)
			.toArray();
		int[][] compared = new int[2][2 * chosen.length];
		for (int i = 0; i < 2 * chosen.length; i++) {
			int from = table.from()[chosen[i / 2]];
			int to = table.to()[chosen[i / 2]];
			compared[0][i] = Arrays.binarySearch(used, (i % 2 == 0) ? from / symbols : from % symbols);
			compared[1][i] = Arrays.binarySearch(used, (i % 2 == 0) ? to / symbols : to % symbols);
		}
		return compared;
	}

	/** Searches by simulated annealing; null if no key is found. */
	private @Nullable SymbolCipher search(KeySpace keys, int[][] compared) {
		double aim = MIN_SHARE_RIGHT * compared[0].length;
		for (int restart = 0; restart < MAX_RESTARTS; restart++) {
			int[][] key = keys.draw(this.random);
			double right = right(keys, key, compared);
			for (int step = 0; step < STEPS; step++) {
				if (this.cancelled.getAsBoolean()) {
					return null;
				}
				double temperature = FIRST_TEMPERATURE
						* Math.pow(LAST_TEMPERATURE / FIRST_TEMPERATURE, (double) step / STEPS);
				int[][] other = Arrays.stream(key).map(int[]::clone).toArray(int[][]::new);
				keys.change(other, this.random);
				double otherRight = right(keys, other, compared);
				if (otherRight >= right || this.random.nextDouble() < Math.exp((otherRight - right) / temperature)) {
					key = other;
					right = otherRight;
					if (right >= aim) {
						return keys.symbolCipher().apply(climb(keys, key, right, compared));
					}
				}
			}
		}
		return null;
	}

	/** The last exchanges, which a key that is nearly right may lack. */
	private int[][] climb(KeySpace keys, int[][] key, double right, int[][] compared) {
		int[][] best = key;
		double most = right;
		for (int step = 0; step < STEPS / 10 && most < compared[0].length; step++) {
			int[][] other = Arrays.stream(best).map(int[]::clone).toArray(int[][]::new);
			keys.change(other, this.random);
			double otherRight = right(keys, other, compared);
			if (otherRight > most) {
				best = other;
				most = otherRight;
			}
		}
		return best;
	}

	/** How many symbols a key deciphers right. */
	private static int right(KeySpace keys, int[][] key, int[][] compared) {
		int[] decrypted = keys.symbolCipher().apply(key).decrypt(compared[0]);
		int right = 0;
		for (int i = 0; i < decrypted.length; i++) {
			right += (decrypted[i] == compared[1][i]) ? 1 : 0;
		}
		return right;
	}

	/**
	 * Digraphs and what they decipher to.
	 *
	 * @param from a number for each ciphertext digraph: (digraphs)
	 * @param to likewise for each plaintext digraph: (digraphs)
	 */
	private record Table(int[] from, int[] to, int symbols, Map<Integer, Integer> known) implements Structure {

		Table(int[] from, int[] to, int symbols) {
			this(from, to, symbols, new LinkedHashMap<>());
			for (int digraph = 0; digraph < from.length; digraph++) {
				this.known.put(from[digraph], to[digraph]);
			}
		}

		@Override
		public String name() {
			return "digraphs";
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			Arrays.fill(plaintext, UNKNOWN);
			for (int i = 0; i + 1 < ciphertext.length; i += 2) {
				Integer digraph = this.known.get(ciphertext[i] * this.symbols + ciphertext[i + 1]);
				if (digraph != null) {
					plaintext[i] = digraph / this.symbols;
					plaintext[i + 1] = digraph % this.symbols;
				}
			}
			return plaintext;
		}

		@Override
		public @Nullable Message draw(int length, RandomGenerator generator) {
			if (length % 2 != 0) {
				return null;
			}
			int[] ciphertext = new int[length];
			int[] plaintext = new int[length];
			for (int i = 0; i < length; i += 2) {
				int digraph = generator.nextInt(this.from.length);
				ciphertext[i] = this.from[digraph] / this.symbols;
				ciphertext[i + 1] = this.from[digraph] % this.symbols;
				plaintext[i] = this.to[digraph] / this.symbols;
				plaintext[i + 1] = this.to[digraph] % this.symbols;
			}
			return new Message(ciphertext, plaintext);
		}

	}

	/**
	 * A cipher of the catalogue.
	 *
	 * @param used the symbols that its own stand for, sorted
	 */
	private record Keyed(String name, SymbolCipher cipher, int[] used) implements Structure {

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] symbols = IntStream.of(ciphertext).map((symbol) -> Arrays.binarySearch(this.used, symbol)).toArray();
			if (ciphertext.length % 2 != 0 || IntStream.of(symbols).anyMatch((symbol) -> symbol < 0)) {
				int[] plaintext = new int[ciphertext.length];
				Arrays.fill(plaintext, UNKNOWN);
				return plaintext;
			}
			return IntStream.of(this.cipher.decrypt(symbols)).map((symbol) -> this.used[symbol]).toArray();
		}

		@Override
		public Message draw(int length, RandomGenerator generator) {
			int[] plaintext = this.cipher.draw(length, this.used.length, generator);
			int[] ciphertext = this.cipher.encrypt(plaintext);
			return new Message(IntStream.of(ciphertext).map((symbol) -> this.used[symbol]).toArray(),
					IntStream.of(plaintext).map((symbol) -> this.used[symbol]).toArray());
		}

	}

}
