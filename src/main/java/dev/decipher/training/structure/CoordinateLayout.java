package dev.decipher.training.structure;

/**
 * How a cipher takes coordinates apart. Coordinates of ciphertext symbols and those of
 * plaintext symbols are in groups that have nothing to do with one another, such as the
 * rows of one square.
 */
interface CoordinateLayout {

	/** Coordinates of a symbol. */
	int coordinates();

	/** Groups of coordinates of ciphertext symbols. */
	int ciphertextGroups();

	/** Kinds of plaintext places, each with a square of its own. */
	int plaintextKinds();

	int kind(int place);

	/** The ciphertext place that has a coordinate of a plaintext place. */
	int from(int place, int coordinate, int length);

	/** The group of that ciphertext symbol's coordinate. */
	int group(int place, int coordinate, int length);

	/**
	 * The coordinates of some symbols are written one after the other, the first of all,
	 * then the second of all, and then read symbol by symbol.
	 */
	record Fractionation(int coordinates, int period) implements CoordinateLayout {

		@Override
		public int ciphertextGroups() {
			return this.coordinates;
		}

		@Override
		public int plaintextKinds() {
			return 1;
		}

		@Override
		public int kind(int place) {
			return 0;
		}

		private int number(int place, int coordinate, int length) {
			int start = place - place % this.period;
			return coordinate * Math.min(this.period, length - start) + place - start;
		}

		@Override
		public int from(int place, int coordinate, int length) {
			return place - place % this.period + number(place, coordinate, length) / this.coordinates;
		}

		@Override
		public int group(int place, int coordinate, int length) {
			return number(place, coordinate, length) % this.coordinates;
		}

		@Override
		public String toString() {
			return ((this.coordinates == 2) ? "bifid" : "trifid") + "-period-" + this.period;
		}

	}

	/**
	 * Of two symbols each becomes the one in its own row and the other's column, in
	 * squares of any kind.
	 */
	record Rectangles() implements CoordinateLayout {

		@Override
		public int coordinates() {
			return 2;
		}

		@Override
		public int ciphertextGroups() {
			return 4;
		}

		@Override
		public int plaintextKinds() {
			return 2;
		}

		@Override
		public int kind(int place) {
			return place % 2;
		}

		@Override
		public int from(int place, int coordinate, int length) {
			return (coordinate == 0) ? place : place ^ 1;
		}

		@Override
		public int group(int place, int coordinate, int length) {
			return 2 * (from(place, coordinate, length) % 2) + coordinate;
		}

		@Override
		public String toString() {
			return "rectangles-in-squares";
		}

	}

}
