package dev.decipher.solve.machine;

import dev.decipher.solve.search.Search;

/**
 * One thread's way through all starts of the rotors with plugs that are known, or none.
 * For each turn of left and middle rotor the text is read as if they stood still, and
 * what its pairs of letters cost is summed up from its beginning to each place. Whatever
 * the moments at which these rotors step, the text is made of parts of such texts, so
 * each of them is priced by a few look-ups.
 */
final class EnigmaSweep {

	private static final int LETTERS = 26;

	/** Letters that are enough. */
	static final int ENOUGH = 130;

	private static final int TURNS = LETTERS * LETTERS;

	private final int[] ciphertext;

	private final int[] costs;

	private final int[] plugs;

	private final EnigmaWays ways;

	private final EnigmaStarts starts;

	private final Search search;

	/** The texts by the turns of left and middle rotor: (26 · 26, length). */
	private final byte[][] texts;

	/** The cost of their pairs up to the one that ends at a place: (26 · 26, length). */
	private final int[][] sums;

	/**
	 * A sweep.
	 * @param ciphertext its first letters, as many as the ways are for
	 * @param plugs what each letter is plugged to: (26)
	 * @param starts takes what is found
	 */
	EnigmaSweep(int[] ciphertext, EnigmaCosts costs, int[] plugs, EnigmaWays ways, EnigmaStarts starts, Search search) {
		this.ciphertext = ciphertext;
		this.costs = costs.two();
		this.plugs = plugs;
		this.ways = ways;
		this.starts = starts;
		this.search = search;
		this.texts = new byte[TURNS][ways.length()];
		this.sums = new int[TURNS][ways.length()];
	}

	/** Tries all starts of one machine, if the search isn't over before. */
	void run(EnigmaRange.Machine machine) {
		byte[] table = machine.table();
		EnigmaSteps[] steps = this.ways.of(machine);
		for (int right = 0; right < LETTERS && !this.search.isOver(); right++) {
			read(table, right);
			long tried = 0;
			for (int left = 0; left < LETTERS; left++) {
				for (int middle = 0; middle < LETTERS; middle++) {
					if (!machine.admits(left, middle, right)) {
						continue;
					}
					int only = EnigmaWays.only(machine, middle, right);
					int last = (only >= 0) ? only + 1 : steps.length;
					for (int way = Math.max(0, only); way < last; way++) {
						int cost = cost(steps[way], left, middle);
						if (cost < this.starts.limit()) {
							this.starts.add(cost, machine.number(), left, middle, right, way);
						}
					}
					tried += last - Math.max(0, only);
				}
			}
			this.search.tried(tried);
		}
	}

	private void read(byte[] table, int right) {
		int length = this.ways.length();
		for (int turns = 0; turns < TURNS; turns++) {
			byte[] text = this.texts[turns];
			int[] sum = this.sums[turns];
			int before = 0;
			for (int i = 0; i < length; i++) {
				int place = (turns * LETTERS + (right + i + 1) % LETTERS) * LETTERS;
				text[i] = (byte) this.plugs[table[place + this.plugs[this.ciphertext[i]]]];
				before += (i > 0) ? this.costs[text[i - 1] * LETTERS + text[i]] : 0;
				sum[i] = before;
			}
		}
	}

	private int cost(EnigmaSteps steps, int left, int middle) {
		int[] parts = steps.starts();
		int cost = 0;
		int before = -1;
		for (int part = 0; part < parts.length; part++) {
			int from = parts[part];
			int turns = (left + steps.left()[from]) % LETTERS * LETTERS + (middle + steps.middle()[from]) % LETTERS;
			byte[] text = this.texts[turns];
			int[] sum = this.sums[turns];
			int to = (part + 1 < parts.length) ? parts[part + 1] - 1 : sum.length - 1;
			cost += sum[to] - sum[from];
			if (before >= 0) {
				cost += this.costs[before * LETTERS + text[from]];
			}
			before = text[to];
		}
		return cost;
	}

}
