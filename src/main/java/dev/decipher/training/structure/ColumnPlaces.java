package dev.decipher.training.structure;

/**
 * Written in rows and read in columns.
 *
 * @param order the columns as they are read, numbered from the left
 */
record ColumnPlaces(int[] order) implements Places {

	/** The symbols of a column. */
	static int rows(int length, int columns, int column) {
		return (length - column + columns - 1) / columns;
	}

	@Override
	public int[] of(int length) {
		int[] places = new int[length];
		int read = 0;
		for (int column : this.order) {
			for (int place = column; place < length; place += this.order.length) {
				places[place] = read++;
			}
		}
		return places;
	}

}
