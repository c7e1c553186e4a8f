package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * A task of the benchmark.
 *
 * @param name what it is
 * @param cipher its JSON with keys to be drawn, in single quotes and without the braces
 * @param letters of a passage
 * @param spaces whether words are shown
 * @param seconds how long a search may take
 * @param passages how many texts are solved, unless the command says so
 * @param aim a mean share of wrong letters in %, or NaN
 * @param named whether the search is told the type
 */
record SolveRow(String name, String cipher, int letters, boolean spaces, double seconds, int passages, double aim,
		boolean named) {

	private static final String ANY_KEY = ",'key':{'random':{}}";

	/** The name of texts that nobody has enciphered. */
	static final String RANDOM = "random letters";

	/** All tasks: those with an aim first. */
	static List<SolveRow> all() {
		List<SolveRow> rows = new ArrayList<>();
		String substitution = "'substitution'" + ANY_KEY;
		rows.add(auto("1:1 substitution, no spaces", substitution, 40, 10, 50, 15));
		rows.add(auto("1:1 substitution, no spaces", substitution, 64, 10, 50, 1));
		rows.add(auto("1:1 substitution, no spaces", substitution, 128, 10, 50, 0.1));
		rows.add(spaced("1:1 substitution, whole words", substitution, 32, 10, 50, 12));
		rows.add(spaced("1:1 substitution, whole words", substitution, 64, 10, 50, 0.7));
		rows.add(auto("columnar, keys of 15–20", key("columnar", "key", 15, 20), 200, 10, 50, 2));
		rows.add(auto("columnar, keys of 25", key("columnar", "key", 25, 25), 400, 60, 10, 5));
		rows.add(auto("double columnar, keys of 10–14",
				key("double-columnar", "key1", 10, 14) + ",'key2':{'random':{'length':[10,14]}}", 300, 300, 4, 5));
		rows.add(auto("Playfair", "'playfair'" + ANY_KEY, 100, 60, 10, 3));
		rows.add(auto("Playfair", "'playfair'" + ANY_KEY, 60, 60, 10, 30));
		rows.add(auto("four-square", "'four-square','key1':{'random':{}},'key2':{'random':{}}", 300, 30, 10, 3));
		for (String direction : List.of("vertical", "horizontal")) {
			rows.add(auto("two-square, " + direction,
					"'two-square','key1':{'random':{}},'key2':{'random':{}},'direction':'" + direction + "'", 300, 30,
					10, 3));
		}
		rows.add(auto("bifid, period 7", "'bifid','period':7" + ANY_KEY, 150, 30, 10, 3));
		rows.add(auto("trifid, period 7", "'trifid','period':7" + ANY_KEY, 300, 30, 10, 3));
		rows.add(auto("Quagmire III, keyword of 5–9 letters, period 4–10",
				"'quagmire-3','alphabetKey':{'random':{'length':[5,9]}},'indicator':{'random':{'length':[4,10]}}", 120,
				60, 10, 3));
		rows.add(auto("Quagmire III, period 4–10",
				"'quagmire-3','alphabetKey':{'random':{}},'indicator':{'random':{'length':[4,10]}}", 120, 60, 10, 3));
		rows.add(auto("ADFGVX, key of 9", key("adfgvx", "key", 9, 9) + ",'squareKey':{'random':{}}", 300, 60, 10, 5));
		rows.add(new SolveRow("Enigma I, no plugs", "'enigma','model':'I','plugboard':''", 80, false, 60, 10, 1, true));
		rows.add(auto("Caesar", "'caesar','shift':17", 30, 10, 50, Double.NaN));
		rows.add(auto("Vigenère, period 3–10", key("vigenere", "key", 3, 10), 60, 10, 50, Double.NaN));
		rows.add(auto("Vigenère, period 3–10", key("vigenere", "key", 3, 10), 100, 10, 50, Double.NaN));
		rows.add(auto("Beaufort, period 3–10", key("beaufort", "key", 3, 10), 100, 10, 50, Double.NaN));
		rows.add(auto("Porta, period 3–10", key("porta", "key", 3, 10), 100, 10, 50, Double.NaN));
		rows.add(auto("autokey, primer of 3–8", key("autokey", "key", 3, 8), 100, 10, 50, Double.NaN));
		rows.add(auto("columnar, keys of 5–12", key("columnar", "key", 5, 12), 100, 10, 50, Double.NaN));
		rows.add(auto("double columnar, keys of 5–8",
				key("double-columnar", "key1", 5, 8) + ",'key2':{'random':{'length':[5,8]}}", 200, 30, 10, Double.NaN));
		rows.add(auto("rail fence", "'rail-fence','rails':5", 100, 10, 50, Double.NaN));
		rows.add(auto("scytale", "'scytale','columns':7", 100, 10, 50, Double.NaN));
		rows.add(auto("Hill 2×2", key("hill", "key", 4, 4), 100, 10, 50, Double.NaN));
		rows.add(auto("homophonic, 1–4 tokens a letter", "'homophonic'" + ANY_KEY, 400, 10, 50, Double.NaN));
		rows.add(auto(RANDOM, "'caesar','shift':0", 120, 10, 50, Double.NaN));
		rows.add(auto("a product that is not searched",
				"'chain','steps':[{'type':'vigenere','key':{'random':{'length':[7,9]}}},"
						+ "{'type':'columnar','key':{'random':{'length':[7,9]}}}]",
				120, 10, 50, Double.NaN));
		return rows;
	}

	private static String key(String type, String name, int min, int max) {
		return "'%s','%s':{'random':{'length':[%d,%d]}}".formatted(type, name, min, max);
	}

	private static SolveRow auto(String name, String cipher, int letters, double seconds, int passages, double aim) {
		return new SolveRow(name, cipher, letters, false, seconds, passages, aim, false);
	}

	private static SolveRow spaced(String name, String cipher, int letters, double seconds, int passages, double aim) {
		return new SolveRow(name, cipher, letters, true, seconds, passages, aim, false);
	}

	/** The same task with another number of letters. */
	SolveRow of(int letters) {
		return new SolveRow(this.name, this.cipher, letters, this.spaces, this.seconds, this.passages, this.aim,
				this.named);
	}

}
