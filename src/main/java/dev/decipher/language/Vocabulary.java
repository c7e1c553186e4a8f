package dev.decipher.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The frequent words of a language and how likely each is. A text is judged by its words,
 * one by one; where it doesn't show them it is parted into the likeliest ones by
 * Viterbi's algorithm. Words that aren't in the list are as likely as n-grams of letters
 * say. Safe for use by many threads.
 */
public final class Vocabulary {

	/** The most words of a list: rarer ones are hardly likelier than new ones. */
	private static final int WORDS = 30_000;

	/** How often a word must occur in the text that it was learned from. */
	private static final int LEAST = 2;

	/** Longer words are new ones. */
	private static final int LONGEST = 24;

	/** −ln of how much of a text is new words, and of how much is not: chosen. */
	private static final double NEW = 3.5;

	private static final double KNOWN = 0.03;

	private static final int MOST_COST = 255;

	private final int letters;

	/** The child by each letter of each node of the tree of words, 0 for none. */
	private final int[] next;

	/** −ln p of the word that ends at each node: (nodes). */
	private final float[] costs;

	/** −ln p of any word that goes through each node: (nodes). */
	private final float[] beginnings;

	/**
	 * A list.
	 * @param letters how many letters the language has
	 * @param words ascending, as indices of letters
	 * @param costs −16·ln p of each
	 */
	private Vocabulary(int letters, List<byte[]> words, int[] costs) {
		this.letters = letters;
		int most = 1 + words.stream().mapToInt((word) -> word.length).sum();
		int[] next = new int[most * letters];
		float[] ends = new float[most];
		double[] shares = new double[most];
		Arrays.fill(ends, Float.POSITIVE_INFINITY);
		int nodes = 1;
		for (int i = 0; i < costs.length; i++) {
			double cost = (double) costs[i] / NGrams.UNITS;
			int node = 0;
			shares[0] += Math.exp(-cost);
			for (byte letter : words.get(i)) {
				int edge = node * letters + letter;
				if (next[edge] == 0) {
					next[edge] = nodes++;
				}
				node = next[edge];
				shares[node] += Math.exp(-cost);
			}
			ends[node] = (float) cost;
		}
		this.next = Arrays.copyOf(next, nodes * letters);
		this.costs = Arrays.copyOf(ends, nodes);
		this.beginnings = new float[nodes];
		for (int node = 0; node < nodes; node++) {
			this.beginnings[node] = (float) -Math.log(shares[node]);
		}
	}

	/**
	 * The words of a text, counted with their texts' weights.
	 * @param texts with spaces, at least one, all of one language
	 * @param stream where they go, as {@link #load} reads them; stays open
	 */
	static void save(Collection<Text> texts, OutputStream stream) throws IOException {
		int letters = texts.iterator().next().letters();
		Map<String, Integer> counts = new TreeMap<>();
		for (Text text : texts) {
			StringBuilder word = new StringBuilder();
			for (int i = 0; i <= text.length(); i++) {
				if (i < text.length() && text.symbol(i) != letters) {
					word.append((char) text.symbol(i));
				}
				else if (!word.isEmpty()) {
					counts.merge(word.toString(), text.weight(), Integer::sum);
					word.setLength(0);
				}
			}
		}
		double all = counts.values().stream().mapToDouble((count) -> count).sum();
		List<Map.Entry<String, Integer>> frequent = counts.entrySet()
			.stream()
			.filter((word) -> word.getValue() >= LEAST && word.getKey().length() <= LONGEST)
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
			.limit(WORDS)
			.sorted(Map.Entry.comparingByKey())
			.toList();
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		DeflaterOutputStream deflated = new DeflaterOutputStream(stream, deflater);
		DataOutputStream out = new DataOutputStream(deflated);
		out.writeInt(letters);
		out.writeInt(frequent.size());
		String before = "";
		for (Map.Entry<String, Integer> entry : frequent) {
			String word = entry.getKey();
			int same = 0;
			while (same < Math.min(before.length(), word.length()) && before.charAt(same) == word.charAt(same)) {
				same++;
			}
			out.writeByte(same);
			out.writeByte(word.length() - same);
			for (int i = same; i < word.length(); i++) {
				out.writeByte(word.charAt(i));
			}
			out.writeByte((int) Math.min(MOST_COST, Math.round(-NGrams.UNITS * Math.log(entry.getValue() / all))));
			before = word;
		}
		out.flush();
		deflated.finish();
		deflater.end();
	}

	/**
	 * Reads words, deflated: how many letters the language has and how many words there
	 * are; and for each, ascending, how many letters it has in common with the one
	 * before, how many follow, these, and −16·ln p.
	 * @param stream where they come from; is closed
	 */
	static Vocabulary load(InputStream stream) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(stream)))) {
			int letters = in.readInt();
			byte[][] words = new byte[in.readInt()][];
			int[] costs = new int[words.length];
			byte[] before = {};
			for (int i = 0; i < words.length; i++) {
				int same = in.readUnsignedByte();
				byte[] word = Arrays.copyOf(before, same + in.readUnsignedByte());
				in.readFully(word, same, word.length - same);
				costs[i] = in.readUnsignedByte();
				words[i] = word;
				before = word;
			}
			return new Vocabulary(letters, List.of(words), costs);
		}
	}

	/**
	 * Judges texts by their words. Its last word may be cut off, unless a space follows.
	 * @param grams n-grams that know spaces, or that know none, as the texts
	 * @param most the length of the longest text
	 */
	public Judge judge(NGrams grams, int most) {
		return new Judge(grams, most);
	}

	/** All words, as indices of letters, ascending. */
	public List<int[]> words() {
		List<int[]> words = new ArrayList<>();
		addWords(0, new int[LONGEST], 0, words);
		return words;
	}

	private void addWords(int node, int[] word, int length, List<int[]> words) {
		if (this.costs[node] < Float.POSITIVE_INFINITY) {
			words.add(Arrays.copyOf(word, length));
		}
		for (int letter = 0; letter < this.letters && length < word.length; letter++) {
			int child = child(node, letter);
			if (child > 0) {
				word[length] = letter;
				addWords(child, word, length + 1, words);
			}
		}
	}

	/** The node behind a letter, or −1. */
	private int child(int node, int letter) {
		int child = this.next[node * this.letters + letter];
		return (child == 0) ? -1 : child;
	}

	/** Judges texts, without allocating anything. Not thread-safe. */
	public final class Judge {

		private final boolean spaced;

		private final byte[] table;

		private final byte[] beginnings;

		private final int symbols;

		private final int order;

		/** What n-grams take for each symbol. */
		private final double[] grams;

		/** What the text before each letter takes if a word ends there. */
		private final double[] ended;

		private Judge(NGrams grams, int most) {
			this.spaced = grams.symbols() > Vocabulary.this.letters;
			this.table = grams.costs();
			this.beginnings = grams.costsWithBeginnings();
			this.symbols = grams.symbols();
			this.order = grams.order();
			this.grams = new double[most];
			this.ended = new double[most + 1];
		}

		/**
		 * How likely a text is.
		 * @param text indices of letters, and of the space behind the last letter if it
		 * shows its words: (length)
		 * @return ln p(text), in nats
		 */
		public double logProbability(int[] text) {
			grams(text);
			return this.spaced ? -spaced(text) : -unspaced(text);
		}

		/** The first symbols, which end no n-gram, take their mean. */
		private void grams(int[] text) {
			int kept = this.table.length / this.symbols;
			int first = this.order - 1;
			int gram = 0;
			for (int i = 0; i < text.length; i++) {
				gram = gram % kept * this.symbols + text[i];
				if (i >= first) {
					this.grams[i] = (double) (this.table[gram] & 0xff) / NGrams.UNITS;
				}
				else if (i == first - 1) {
					double mean = (double) (this.beginnings[this.table.length + gram] & 0xff) / NGrams.UNITS / first;
					Arrays.fill(this.grams, 0, first, mean);
				}
				else {
					this.grams[i] = Math.log(this.symbols);
				}
			}
		}

		private double spaced(int[] text) {
			double cost = 0;
			for (int start = 0; start < text.length; start++) {
				int node = 0;
				double unknown = NEW;
				int end = start;
				for (; end < text.length && text[end] != Vocabulary.this.letters; end++) {
					node = (node < 0) ? node : child(node, text[end]);
					unknown += this.grams[end];
				}
				boolean whole = end < text.length;
				unknown += whole ? this.grams[end] : 0;
				double known = Double.POSITIVE_INFINITY;
				if (node > 0) {
					known = KNOWN + (whole ? Vocabulary.this.costs : Vocabulary.this.beginnings)[node];
				}
				cost += Math.min(known, unknown);
				start = end;
			}
			return cost;
		}

		private double unspaced(int[] text) {
			double[] ended = this.ended;
			Arrays.fill(ended, 1, text.length + 1, Double.POSITIVE_INFINITY);
			double cut = Double.POSITIVE_INFINITY;
			// what the text takes if a new word goes on
			double unknown = Double.POSITIVE_INFINITY;
			for (int start = 0; start < text.length; start++) {
				double before = ended[start] + KNOWN;
				int node = child(0, text[start]);
				int end = start + 1;
				for (; node >= 0 && end < text.length; end++) {
					ended[end] = Math.min(ended[end], before + Vocabulary.this.costs[node]);
					node = child(node, text[end]);
				}
				if (node >= 0) {
					cut = Math.min(cut, before + Vocabulary.this.beginnings[node]);
				}
				unknown = Math.min(unknown, ended[start] + NEW) + this.grams[start];
				ended[start + 1] = Math.min(ended[start + 1], unknown);
			}
			return Math.min(cut, ended[text.length]);
		}

	}

}
