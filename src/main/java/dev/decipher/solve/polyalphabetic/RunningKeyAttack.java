package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds plaintext and key of a running-key cipher, which both are text: of all pairs that
 * add up to the ciphertext the likeliest, letter by letter. Griffing, Solving the running
 * key cipher with the Viterbi algorithm, Cryptologia 30, 2006. Which of the two is the
 * plaintext nobody can tell without a crib. Some letters are wrong as a rule: two texts
 * are as long in nats as the sums of their letters.
 */
final class RunningKeyAttack implements Attack {

	/** Of the ways to read the letters so far, so many go on. */
	private static final int[] BEAMS = { 500, 5_000, 40_000 };

	/** Of a long text fewer go on: each of them takes memory for each letter. */
	private static final int MOST_WAYS = 10_000_000;

	/** Places of a crib that may stand anywhere, by how well the key reads there. */
	private static final int MOST_PLACES = 20;

	@Override
	public Set<String> types() {
		return Set.of("running-key");
	}

	@Override
	public double power() {
		return 0.1;
	}

	/** One thread does it: there is nothing left to chance. */
	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get("running-key"));
		if (worker > 0 || search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		NGrams grams = search.language().letters().translated(readable.letters());
		List<int[]> all = known(readable, grams, search);
		int widest = Math.max(BEAMS[0], MOST_WAYS / readable.symbols().length);
		for (int beam : BEAMS) {
			for (int[] known : all) {
				int[] plaintext = new BothTexts(readable.symbols(), known, grams, Math.min(beam, widest)).read(search);
				if (search.isOver()) {
					return;
				}
				offer(plaintext, readable, grams, search);
			}
		}
	}

	/**
	 * The plaintext's symbols that cribs give, for each likely way to place them: −1
	 * where nothing is known.
	 */
	private static List<int[]> known(Readable readable, NGrams grams, Search search) {
		int[] nothing = new int[readable.symbols().length];
		Arrays.fill(nothing, -1);
		List<int[]> all = List.of(nothing);
		for (Crib crib : search.hints().cribs()) {
			all = all.stream()
				.flatMap((known) -> IntStream.rangeClosed(0, known.length - crib.length())
					.filter((place) -> crib.position() == Crib.ANYWHERE || crib.position() == place)
					.mapToObj((place) -> new Placed(known, place,
							keyCost(with(crib, place, known, readable), readable, grams))))
				.sorted(Comparator.comparingInt(Placed::cost))
				.limit(MOST_PLACES)
				.map((placed) -> with(crib, placed.place(), placed.known(), readable))
				.toList();
		}
		return all;
	}

	/** A crib's place beside what was known before, and how badly the key reads then. */
	private record Placed(int[] known, int place, int cost) {
	}

	private static int[] with(Crib crib, int place, int[] known, Readable readable) {
		int[] more = known.clone();
		for (int i = 0; i < crib.length(); i++) {
			int letter = crib.letters()[i];
			more[place + i] = IntStream.range(0, readable.letters().length)
				.filter((symbol) -> readable.letters()[symbol] == letter)
				.findFirst()
				.orElse(-1);
		}
		return more;
	}

	/** How badly the key reads where the plaintext is known. */
	private static int keyCost(int[] known, Readable readable, NGrams grams) {
		int size = readable.alphabet().size();
		NGrams smooth = grams.joint(3);
		int cost = 0;
		int begin = 0;
		for (int i = 0; i <= known.length; i++) {
			if (i == known.length || known[i] < 0) {
				cost += smooth.cost(IntStream.range(begin, i)
					.map((at) -> Math.floorMod(readable.symbols()[at] - known[at], size))
					.toArray());
				begin = i + 1;
			}
		}
		return cost;
	}

	private static void offer(int[] plaintext, Readable readable, NGrams grams, Search search) {
		Alphabet alphabet = readable.alphabet();
		int[] key = difference(readable.symbols(), plaintext, alphabet.size());
		// both are text: without a crib either may be the plaintext
		for (int[][] pair : new int[][][] { { plaintext, key }, { key, plaintext } }) {
			Cipher cipher = new RunningKey(alphabet.write(pair[1]));
			int[] read = readable.inLanguage(pair[0]);
			double keyCost = -grams.score(pair[1]) * pair[1].length;
			search.offer(new Candidate(cipher, read, search.language().letters().score(read), keyCost));
		}
	}

	private static int[] difference(int[] ciphertext, int[] plaintext, int size) {
		return IntStream.range(0, plaintext.length)
			.map((i) -> Math.floorMod(ciphertext[i] - plaintext[i], size))
			.toArray();
	}

	/**
	 * The likeliest two texts that add up to a third one. A way to read the beginning is
	 * known by its last n − 1 symbols of the plaintext, from which those of the key
	 * follow; of several ways that end in the same the likeliest goes on.
	 */
	private static final class BothTexts {

		private final int[] ciphertext;

		private final int[] known;

		private final int size;

		private final int order;

		/** Of n-grams. */
		private final byte[] costs;

		private final NGrams[] shorter;

		private final int beam;

		BothTexts(int[] ciphertext, int[] known, NGrams grams, int beam) {
			this.ciphertext = ciphertext;
			this.known = known;
			this.size = grams.symbols();
			this.order = grams.order();
			this.costs = grams.costs();
			this.shorter = IntStream.range(1, this.order).mapToObj(grams::joint).toArray(NGrams[]::new);
			this.beam = beam;
		}

		/** The plaintext; less of it if the search is over. */
		int[] read(Search search) {
			int contexts = (int) Math.pow(this.size, this.order - 1.0);
			int length = this.ciphertext.length;
			int[] best = new int[contexts];
			Arrays.fill(best, Integer.MAX_VALUE);
			int[] from = new int[contexts];
			int[][] states = new int[length + 1][];
			int[][] before = new int[length + 1][];
			int[] costs = { 0 };
			states[0] = new int[] { 0 };
			long keyed = 0;
			for (int i = 0; i < length && !search.isOver(); i++) {
				int found = 0;
				int[] touched = new int[states[i].length * this.size];
				for (int s = 0; s < states[i].length; s++) {
					int plainContext = states[i][s];
					int keyContext = keyContext(plainContext, i);
					for (int symbol = 0; symbol < this.size; symbol++) {
						if (this.known[i] >= 0 && this.known[i] != symbol) {
							continue;
						}
						int key = this.ciphertext[i] - symbol;
						key += (key < 0) ? this.size : 0;
						int cost = costs[s] + cost(plainContext, symbol, i) + cost(keyContext, key, i);
						int next = (plainContext * this.size + symbol) % contexts;
						if (cost < best[next]) {
							if (best[next] == Integer.MAX_VALUE) {
								touched[found++] = next;
							}
							best[next] = cost;
							from[next] = s;
						}
					}
				}
				keyed += (long) states[i].length * this.size;
				int limit = limit(best, touched, found);
				int kept = 0;
				int[] nextStates = new int[found];
				int[] nextFrom = new int[found];
				int[] nextCosts = new int[found];
				for (int t = 0; t < found; t++) {
					int state = touched[t];
					if (best[state] <= limit) {
						nextStates[kept] = state;
						nextFrom[kept] = from[state];
						nextCosts[kept++] = best[state];
					}
					best[state] = Integer.MAX_VALUE;
				}
				states[i + 1] = Arrays.copyOf(nextStates, kept);
				before[i + 1] = Arrays.copyOf(nextFrom, kept);
				costs = Arrays.copyOf(nextCosts, kept);
			}
			search.tried(keyed);
			return trace(states, before, costs);
		}

		/** The cost up to which as many ways as the beam has are kept. */
		private int limit(int[] best, int[] touched, int found) {
			if (found <= this.beam) {
				return Integer.MAX_VALUE - 1;
			}
			int[] sorted = new int[found];
			for (int t = 0; t < found; t++) {
				sorted[t] = best[touched[t]];
			}
			Arrays.sort(sorted);
			return sorted[this.beam];
		}

		/** The last symbols of the key, from those of the plaintext. */
		private int keyContext(int plainContext, int length) {
			int context = 0;
			int power = 1;
			int rest = plainContext;
			for (int back = 1; back < this.order && back <= length; back++) {
				context += Math.floorMod(this.ciphertext[length - back] - rest % this.size, this.size) * power;
				rest /= this.size;
				power *= this.size;
			}
			return context;
		}

		private int cost(int context, int symbol, int length) {
			if (length >= this.order - 1) {
				return this.costs[context * this.size + symbol] & 0xff;
			}
			// at the beginning what is likely by itself
			return (length + 2 == this.order) ? this.shorter[length].costs()[context * this.size + symbol] & 0xff : 0;
		}

		private int[] trace(int[][] states, int[][] before, int[] costs) {
			int[] text = new int[this.ciphertext.length];
			int at = 0;
			for (int i = 1; i < costs.length; i++) {
				at = (costs[i] < costs[at]) ? i : at;
			}
			for (int i = text.length; i > 0 && states[i] != null; i--) {
				text[i - 1] = states[i][at] % this.size;
				at = before[i][at];
			}
			return text;
		}

	}

}
