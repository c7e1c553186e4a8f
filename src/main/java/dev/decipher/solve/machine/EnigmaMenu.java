package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A crib as a bombe's menu: each place of the crib joins a letter of the ciphertext to
 * one of the plaintext by what the rotors do there. Gordon Welchman, The Hut Six Story,
 * 1982; with the diagonal board, which says that plugs join letters in pairs.
 *
 * @param parts letters that hang together, the part with the most joints first
 */
record EnigmaMenu(List<Part> parts) {

	private static final int LETTERS = 26;

	/**
	 * Letters that hang together, in an order in which each joint begins at a letter that
	 * is known by then, and those come first that contradict soonest.
	 *
	 * @param root the letter to begin with
	 * @param from the letter that each joint begins at: (joints)
	 * @param to the letter that it ends at: (joints)
	 * @param places the place in the crib: (joints)
	 */
	record Part(int root, int[] from, int[] to, int[] places) {
	}

	/**
	 * The menu of a crib.
	 * @param plaintext the crib's letters (length)
	 * @param ciphertext those above them: (length)
	 */
	static EnigmaMenu of(int[] plaintext, int[] ciphertext) {
		boolean[] used = new boolean[plaintext.length];
		List<Part> parts = new ArrayList<>();
		for (int start = 0; start < used.length; start++) {
			if (!used[start]) {
				parts.add(part(plaintext, ciphertext, start, used));
			}
		}
		parts.sort(Comparator.comparingInt((part) -> -part.places.length));
		return new EnigmaMenu(parts);
	}

	private static Part part(int[] plaintext, int[] ciphertext, int start, boolean[] used) {
		List<Integer> joints = new ArrayList<>();
		boolean[] reached = new boolean[LETTERS];
		reached[plaintext[start]] = true;
		int[] degrees = new int[LETTERS];
		for (boolean more = true; more;) {
			more = false;
			for (int place = 0; place < used.length; place++) {
				if (!used[place] && (reached[plaintext[place]] || reached[ciphertext[place]])) {
					used[place] = true;
					reached[plaintext[place]] = true;
					reached[ciphertext[place]] = true;
					degrees[plaintext[place]]++;
					degrees[ciphertext[place]]++;
					joints.add(place);
					more = true;
				}
			}
		}
		int root = plaintext[start];
		for (int letter = 0; letter < LETTERS; letter++) {
			root = (degrees[letter] > degrees[root]) ? letter : root;
		}
		return inOrder(plaintext, ciphertext, joints, degrees, root);
	}

	private static Part inOrder(int[] plaintext, int[] ciphertext, List<Integer> joints, int[] degrees, int root) {
		int count = joints.size();
		Part part = new Part(root, new int[count], new int[count], new int[count]);
		boolean[] known = new boolean[LETTERS];
		known[root] = true;
		for (int joint = 0; joint < count; joint++) {
			int best = -1;
			int most = -1;
			for (int place : joints) {
				boolean one = known[plaintext[place]];
				boolean other = known[ciphertext[place]];
				if (one || other) {
					// a closed loop, else a letter from which much follows
					int use = (one && other) ? LETTERS : degrees[one ? ciphertext[place] : plaintext[place]];
					if (use > most) {
						most = use;
						best = place;
					}
				}
			}
			joints.remove((Integer) best);
			boolean forward = known[plaintext[best]];
			part.from[joint] = forward ? plaintext[best] : ciphertext[best];
			part.to[joint] = forward ? ciphertext[best] : plaintext[best];
			part.places[joint] = best;
			known[plaintext[best]] = true;
			known[ciphertext[best]] = true;
		}
		return part;
	}

	/** How many joints the largest part has beyond those that reach its letters. */
	int closures() {
		Part part = this.parts.get(0);
		boolean[] letters = new boolean[LETTERS];
		letters[part.root] = true;
		int count = 0;
		for (int to : part.to) {
			count += letters[to] ? 1 : 0;
			letters[to] = true;
		}
		return count;
	}

}
