package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.machine.M209;
import dev.decipher.cipher.machine.M209Keys;

/** Pins and lugs of an M-209 that are changed again and again. One thread's. */
final class M209State {

	/** The number of wheels. */
	static final int WHEELS = 6;

	/** Sets of wheels: as many there are. */
	static final int SETS = 1 << WHEELS;

	/** The wheels at which the lugs of each kind of bar stand: (22). */
	static final int[] KINDS = IntStream.range(0, SETS).filter((lugs) -> Integer.bitCount(lugs) <= 2).toArray();

	private final int[] sizes = M209Keys.pins();

	/** Whether each pin is set, and how many bars there are of each kind. */
	private final boolean[][] set = new boolean[WHEELS][];

	private final int[] bars = new int[KINDS.length];

	/** By how many places the alphabet moves, by the set of wheels whose pins are set. */
	private int[] moves = new int[SETS];

	private int[] changed = new int[SETS];

	private final boolean[][] savedSet = new boolean[WHEELS][];

	private final int[] savedBars = new int[KINDS.length];

	M209State() {
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			this.set[wheel] = new boolean[this.sizes[wheel]];
			this.savedSet[wheel] = new boolean[this.sizes[wheel]];
		}
	}

	/** The machine as it is. */
	M209 machine() {
		return M209Keys.machine(this.set, KINDS, this.bars);
	}

	/** How many pins a wheel has. */
	int size(int wheel) {
		return this.sizes[wheel];
	}

	boolean isSet(int wheel, int pin) {
		return this.set[wheel][pin];
	}

	int bars(int kind) {
		return this.bars[kind];
	}

	/**
	 * By how many places the alphabet moves, by the set of wheels whose pins are set:
	 * (64), read-only.
	 */
	int[] moves() {
		return this.moves;
	}

	/** The same after the change of lugs that is tried. */
	int[] changed() {
		return this.changed;
	}

	/** Half of the pins, and each wheel's lugs at a bar at least. */
	void draw(SplittableRandom random) {
		for (boolean[] wheel : this.set) {
			for (int pin = 0; pin < wheel.length; pin++) {
				wheel[pin] = random.nextBoolean();
			}
		}
		Arrays.fill(this.bars, 0);
		for (int bar = 0; bar < M209Keys.BARS; bar++) {
			int wheel = (bar < WHEELS) ? bar : random.nextInt(WHEELS);
			this.bars[Arrays.binarySearch(KINDS, 1 << wheel)]++;
		}
		count();
	}

	private void count() {
		for (int wheels = 0; wheels < SETS; wheels++) {
			int count = 0;
			for (int kind = 0; kind < KINDS.length; kind++) {
				count += ((KINDS[kind] & wheels) != 0) ? this.bars[kind] : 0;
			}
			this.moves[wheels] = count;
		}
	}

	/** The wheels whose pins are set at a place of the text. */
	int wheelsAt(int place) {
		int wheels = 0;
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			wheels |= this.set[wheel][place % this.sizes[wheel]] ? 1 << wheel : 0;
		}
		return wheels;
	}

	/** Sets a pin, or the other way. */
	void turn(int wheel, int pin) {
		this.set[wheel][pin] ^= true;
	}

	/** Tries to make a bar one of another kind. */
	void move(int from, int to) {
		for (int wheels = 0; wheels < SETS; wheels++) {
			this.changed[wheels] = this.moves[wheels] - (((KINDS[from] & wheels) != 0) ? 1 : 0)
					+ (((KINDS[to] & wheels) != 0) ? 1 : 0);
		}
	}

	/** Keeps the change of a bar that was tried. */
	void keep(int from, int to) {
		int[] before = this.moves;
		this.moves = this.changed;
		this.changed = before;
		this.bars[from]--;
		this.bars[to]++;
	}

	/** Takes note of the state. */
	void save() {
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			System.arraycopy(this.set[wheel], 0, this.savedSet[wheel], 0, this.sizes[wheel]);
		}
		System.arraycopy(this.bars, 0, this.savedBars, 0, this.bars.length);
	}

	/** Goes back to the state that was taken note of. */
	void restore() {
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			System.arraycopy(this.savedSet[wheel], 0, this.set[wheel], 0, this.sizes[wheel]);
		}
		System.arraycopy(this.savedBars, 0, this.bars, 0, this.bars.length);
		count();
	}

}
