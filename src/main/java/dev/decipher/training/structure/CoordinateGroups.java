package dev.decipher.training.structure;

import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Symbols in groups that share a coordinate, of either side. */
final class CoordinateGroups {

	/**
	 * Symbols share a coordinate when they are seen together more often than chance has
	 * it, by this factor; those that do are seen together as many times as often as a
	 * coordinate has values.
	 */
	private static final double MIN_FACTOR = 2;

	/** How often two must be seen together at most, to be joined. */
	private static final int MAX_LEAST_SEEN = 4;

	/** The share of what was seen that must fall into groups. */
	private static final double MIN_SHARE_GROUPED = 0.6;

	private final int nodes;

	private final int symbols;

	/** How often two were seen together: (one, other). */
	private final int[][] together;

	CoordinateGroups(int nodes, int symbols) {
		this.nodes = nodes;
		this.symbols = symbols;
		this.together = new int[nodes][nodes];
	}

	void see(int one, int other) {
		this.together[one][other]++;
	}

	/**
	 * The values of the coordinates. Where few messages have errors, what was seen once
	 * may be one; so groups are made of what was seen more often, if need be, and the
	 * symbols that are left go where they were seen most.
	 * @param size symbols that have the same value
	 * @return a number for each node, values of nodes that are never compared being
	 * different ones, or -1 where it was not seen: (nodes); null if they don't fall into
	 * groups
	 */
	int @Nullable [] labels(int size) {
		for (int leastSeen = 1; leastSeen <= MAX_LEAST_SEEN; leastSeen++) {
			int[] labels = labels(size, leastSeen);
			if (labels != null) {
				return labels;
			}
		}
		return null;
	}

	private int @Nullable [] labels(int size, int leastSeen) {
		int[] parent = IntStream.range(0, this.nodes).toArray();
		int kinds = this.nodes / this.symbols;
		for (int one = 0; one < kinds; one++) {
			for (int other = 0; other < kinds; other++) {
				join(one * this.symbols, other * this.symbols, leastSeen, parent);
			}
		}
		int[] members = new int[this.nodes];
		for (int node = 0; node < this.nodes; node++) {
			members[root(node, parent)]++;
		}
		int most = IntStream.of(members).max().orElse(0);
		int[] labels = IntStream.range(0, this.nodes)
			.map((node) -> (members[root(node, parent)] > 1) ? root(node, parent) : -1)
			.toArray();
		long seen = IntStream.range(0, this.nodes).filter(this::isSeen).count();
		long grouped = IntStream.of(labels).filter((label) -> label >= 0).count();
		if (most > size * kinds || grouped < MIN_SHARE_GROUPED * seen) {
			return null;
		}
		return IntStream.range(0, this.nodes)
			.map((node) -> (labels[node] < 0) ? nearest(node, labels) : labels[node])
			.toArray();
	}

	private boolean isSeen(int node) {
		return IntStream.range(0, this.nodes)
			.anyMatch((other) -> this.together[node][other] > 0 || this.together[other][node] > 0);
	}

	/** The label that a node without one was seen with most often. */
	private int nearest(int node, int[] labels) {
		int[] counts = new int[this.nodes];
		for (int other = 0; other < this.nodes; other++) {
			if (labels[other] >= 0) {
				counts[labels[other]] += this.together[node][other] + this.together[other][node];
			}
		}
		int most = IntStream.range(0, this.nodes)
			.reduce(0, (one, other) -> (counts[other] > counts[one]) ? other : one);
		return (counts[most] > 0) ? most : -1;
	}

	/**
	 * Joins those of two groups that are seen together more often than chance has it.
	 */
	private void join(int one, int other, int leastSeen, int[] parent) {
		double[] counts = new double[this.symbols];
		double[] otherCounts = new double[this.symbols];
		double all = 0;
		for (int x = 0; x < this.symbols; x++) {
			for (int y = 0; y < this.symbols; y++) {
				int seen = this.together[one + x][other + y];
				counts[x] += seen;
				otherCounts[y] += seen;
				all += seen;
			}
		}
		for (int x = 0; x < this.symbols; x++) {
			for (int y = 0; y < this.symbols; y++) {
				int seen = this.together[one + x][other + y];
				if (seen >= leastSeen && seen >= MIN_FACTOR * counts[x] * otherCounts[y] / all) {
					parent[root(one + x, parent)] = root(other + y, parent);
				}
			}
		}
	}

	private static int root(int node, int[] parent) {
		int root = node;
		while (parent[root] != root) {
			root = parent[root];
		}
		return root;
	}

}
