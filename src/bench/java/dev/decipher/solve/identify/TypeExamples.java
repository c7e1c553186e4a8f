package dev.decipher.solve.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.solve.Enciphering;

/**
 * Ciphertexts of each type as people write them: with keywords and with keys by chance,
 * with words, in groups and in one row.
 */
public final class TypeExamples {

	private static final String ALPHABET = Alphabet.LATIN26.symbols();

	private static final String DIGITS = "0123456789";

	/** Types whose ciphertexts show their words, as they can't be read without them. */
	private static final List<String> IN_WORDS = List.of("ragbaby", "key-phrase", "interrupted-key");

	/** Types that encipher the blank as well. */
	private static final List<String> WITH_BLANKS = List.of("tridigital", "morse", "fractionated-morse", "morbit",
			"pollux", "a1z26", "plaintext");

	/** Types whose ciphertexts are written as they are. */
	private static final List<String> AS_WRITTEN = List.of("morse", "a1z26");

	/** How the text of an example may be laid out. */
	public enum Layout {

		/** As people do. */
		ANY,

		/** In one row, but for types that need words. */
		ROW

	}

	private final Works works;

	private final String language;

	private final int letters;

	private final SplittableRandom random;

	private TypeExamples(Works works, String language, int letters, SplittableRandom random) {
		this.works = works;
		this.language = language;
		this.letters = letters;
		this.random = random;
	}

	/**
	 * Draws a ciphertext.
	 * @param label a type of cipher or a variant of one, {@code plaintext},
	 * {@code random} or {@code unknown}
	 * @param letters the letters of the plaintext; rounded up where a type needs it
	 */
	public static String draw(String label, Works works, String language, int letters, Layout layout,
			SplittableRandom random) {
		TypeExamples examples = new TypeExamples(works, language, letters, random);
		String text = examples.ciphertext(label);
		return examples.laidOut(label, text, layout);
	}

	private String laidOut(String label, String text, Layout layout) {
		if (AS_WRITTEN.contains(label) || label.equals("rot47")) {
			return text;
		}
		if (IN_WORDS.contains(label) && (layout == Layout.ROW || this.random.nextInt(8) > 0)) {
			return text;
		}
		int way = (layout == Layout.ROW) ? 9 : this.random.nextInt(10);
		if (way < 3 && text.indexOf(' ') > 0) {
			return text; // with its words, or with blanks between its numbers
		}
		if (text.matches("[0-9]+( [0-9]+)+") && text.length() > 12) {
			return isOfOneLength(text) && this.random.nextBoolean() ? grouped(text.replace(" ", "")) : text;
		}
		String row = text.replace(" ", "");
		return (way < 6) ? grouped(row) : row;
	}

	private static boolean isOfOneLength(String numbers) {
		return Arrays.stream(numbers.split(" ")).mapToInt(String::length).distinct().count() == 1;
	}

	private static String grouped(String row) {
		return row.replaceAll("(.{5})(?=.)", "$1 ");
	}

	private String ciphertext(String label) {
		String type = label.contains("/") ? label.substring(0, label.indexOf('/')) : label;
		return switch (type) {
			case TypeClass.PLAINTEXT -> passage();
			case TypeClass.RANDOM -> random();
			case TypeClass.UNKNOWN -> unknown();
			case "gromark", "periodic-gromark" -> gromark(type);
			default -> encrypt(type, Enciphering.cipher(json(label, type)));
		};
	}

	private String encrypt(String type, Cipher cipher) {
		Cipher keyed = cipher.withKeyDrawn(cipher.defaultAlphabet(), this.random);
		return TextCipher.of(keyed, null, null)
			.encrypt(WITH_BLANKS.contains(type) || (IN_WORDS.contains(type) || this.random.nextInt(3) == 0) ? passage()
					: passage().replace(" ", ""));
	}

	private String passage() {
		return this.works.draw(this.language, this.letters, this.random);
	}

	private String random() {
		return switch (this.random.nextInt(4)) {
			case 0 -> drawn(this.letters, DIGITS);
			default -> drawn(this.letters, ALPHABET);
		};
	}

	private String drawn(int length, String symbols) {
		return this.random.ints(length, 0, symbols.length())
			.mapToObj((index) -> symbols.substring(index, index + 1))
			.collect(Collectors.joining());
	}

	/** Rules that no type has: two ciphers on each other, or one of the reader's own. */
	private String unknown() {
		String substitution = "{'type':'substitution'," + key("key", 26) + "}";
		String vigenere = "{'type':'vigenere'," + text("key", 3, 12) + "}";
		String columnar = "{'type':'columnar'," + columns("key", 4, 12) + "}";
		String[] firsts = { substitution, vigenere, columnar, "{'type':'beaufort'," + text("key", 3, 12) + "}",
				"{'type':'autokey'," + text("key", 3, 8) + "}", "{'type':'reverse'}",
				"{'type':'hill','key':{'random':{'length':[4,4]}}}",
				"{'type':'rail-fence','rails':" + between(2, 6) + "}", "{'type':'porta'," + text("key", 3, 10) + "}" };
		return switch (this.random.nextInt(10)) {
			case 0 -> chain(substitution, columnar);
			case 1 -> chain(vigenere, columnar);
			case 2 -> chain("{'type':'playfair'," + square("key") + "}", columnar);
			case 3 -> chain("{'type':'polybius'," + square("key") + "}", columnar);
			case 4 -> shuffled(passage().replace(" ", ""));
			case 5 -> chain("{'type':'bifid'," + square("key") + ",'period':" + between(3, 10) + "}",
					firsts[this.random.nextInt(firsts.length)]);
			case 6 -> shuffled(encrypt("", Enciphering.cipher(json("", anyType()))).replace(" ", ""));
			case 7 -> multiplied();
			default -> chain(firsts[this.random.nextInt(firsts.length)], firsts[this.random.nextInt(firsts.length)]);
		};
	}

	private String anyType() {
		List<String> types = List.of("monome-dinome", "straddling-checkerboard", "playfair", "homophonic", "grandpre",
				"tridigital", "numbered-key", "syllabary");
		return types.get(this.random.nextInt(types.size()));
	}

	private String chain(String... steps) {
		try {
			return encrypt("", Enciphering.cipher("{'type':'chain','steps':[" + String.join(",", steps) + "]}"));
		}
		catch (RuntimeException ex) {
			return shuffled(passage().replace(" ", "")); // the second can't use what the
															// first writes
		}
	}

	private String shuffled(String text) {
		List<String> letters = new ArrayList<>(Arrays.asList(text.split("")));
		Collections.shuffle(letters, new Random(this.random.nextLong()));
		return String.join("", letters);
	}

	/** A key that is multiplied by, and one that depends on the square of the place. */
	private String multiplied() {
		int[] factors = { 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25 };
		int[] key = this.random.ints(between(3, 9), 0, factors.length).toArray();
		boolean squares = this.random.nextBoolean();
		int[] places = { 0 };
		return passage().replace(" ", "").chars().mapToObj((letter) -> {
			int place = places[0]++;
			int moved = squares ? letter - 'A' + place * place + key[0]
					: (letter - 'A' + 1) * factors[key[place % key.length]] + place;
			return Character.toString('A' + moved % 26);
		}).collect(Collectors.joining());
	}

	/** With the primer in front and the check digit behind, as is usual, or without. */
	private String gromark(String type) {
		String key = word(5, 8);
		int digits = type.equals("gromark") ? 5 : key.length();
		String primer = (digits == 5) ? Integer.toString(between(10_000, 99_999)) : ranks(key);
		String ciphertext = encrypt(type, Enciphering.cipher("{'type':'" + type + "','key':'" + key + "'"
				+ ((digits == 5 && type.equals("gromark")) ? ",'primer':'" + primer + "'" : "") + "}"));
		return (this.random.nextInt(4) == 0) ? ciphertext : primer + " " + ciphertext + " " + between(0, 9);
	}

	/** The order of a key's letters in the alphabet, from 1. */
	private static String ranks(String key) {
		return IntStream.range(0, key.length())
			.mapToObj((i) -> Long.toString(1 + IntStream.range(0, key.length())
				.filter((j) -> key.charAt(j) < key.charAt(i) || (key.charAt(j) == key.charAt(i) && j < i))
				.count()))
			.collect(Collectors.joining());
	}

	private int between(int least, int most) {
		return this.random.nextInt(least, most + 1);
	}

	private String word(int shortest, int longest) {
		return this.works.word(this.language, shortest, longest, this.random);
	}

	/** A word, or letters by chance. */
	private String text(String name, int shortest, int longest) {
		return this.random.nextBoolean() ? "'" + name + "':'" + word(shortest, longest) + "'"
				: "'" + name + "':'" + drawn(between(shortest, longest), ALPHABET) + "'";
	}

	/** Columns by a word or by chance. */
	private String columns(String name, int fewest, int most) {
		return "'" + name + "':" + (this.random.nextBoolean() ? "'" + word(fewest, most) + "'"
				: "{'random':{'length':[%d,%d]}}".formatted(fewest, most));
	}

	/** An alphabet or a square by a keyword or by chance. */
	private String square(String name) {
		return "'" + name + "':" + (this.random.nextBoolean() ? "'" + word(5, 12) + "'" : "{'random':{}}");
	}

	private String key(String name, int size) {
		return "'" + name + "':'" + shuffled(ALPHABET).substring(0, size) + "'";
	}

	/** A list of options, each as likely. */
	private String one(String... options) {
		return options[this.random.nextInt(options.length)];
	}

	private int[] divisors(int least, int most) {
		int[] divisors = IntStream.rangeClosed(least, most).filter((number) -> this.letters % number == 0).toArray();
		return (divisors.length > 0) ? divisors : IntStream.rangeClosed(least, most).toArray();
	}

	private int oneOf(int[] numbers) {
		return numbers[this.random.nextInt(numbers.length)];
	}

	/** A side whose square divides the length, as far as there is one. */
	private int side(int least, int most) {
		int[] sides = IntStream.rangeClosed(least, most).filter((side) -> this.letters % (side * side) == 0).toArray();
		int longest = Math.max(least, Math.min(most, (int) Math.sqrt(this.letters)));
		return (sides.length > 0 && this.random.nextInt(4) > 0) ? oneOf(sides) : between(least, longest);
	}

	private String json(String label, String type) {
		return "{'type':'" + ((type.equals("substitution")) ? substitution() : type + "'" + parameters(label, type))
				+ "}";
	}

	private String substitution() {
		return switch (this.random.nextInt(6)) {
			case 0 -> "caesar','shift':" + between(1, 25);
			case 1 -> one("atbash'", "affine','a':" + one("3", "5", "7", "9", "11", "15", "17", "19", "21", "23", "25")
					+ ",'b':" + between(0, 25));
			case 2 -> "keyword'," + text("key", 5, 12);
			default -> "substitution','key':{'random':{}}";
		};
	}

	private String parameters(String label, String type) {
		return switch (type) {
			case "rot47", "trithemius", "reverse", "morse" -> "";
			case "vigenere", "variant-vigenere", "beaufort", "porta", "slidefair", "nicodemus" ->
				"," + text("key", 3, 12);
			case "portax" -> "," + text("key", 3, 10);
			case "gronsfeld" -> ",'key':'" + drawn(between(3, 10), DIGITS) + "1'";
			case "autokey" -> "," + text("key", 3, 12);
			case "running-key" -> ",'text':'" + this.works.words(this.language, this.letters, this.random) + "'";
			case "progressive" -> "," + text("key", 3, 10) + ",'step':" + between(1, 25);
			case "quagmire-1", "quagmire-2", "quagmire-3" ->
				"," + square("alphabetKey") + "," + text("indicator", 3, 10);
			case "quagmire-4" ->
				"," + square("alphabetKey") + "," + square("ciphertextKey") + "," + text("indicator", 3, 10);
			case "alberti" ->
				"," + square("ring") + ",'period':" + between(2, 10) + ",'step':" + one("1", "1", "3", "5", "7");
			case "interrupted-key" -> "," + text("key", 5, 12)
					+ one("", "", ",'plaintextLetter':'" + one("E", "R", "T", "A") + "'",
							",'ciphertextLetter':'" + one("E", "R", "T", "A") + "'")
					+ one("", "", ",'base':'beaufort'", ",'base':'porta'");
			case "ragbaby" -> "," + square("key");
			case "condi" -> "," + square("key") + ",'start':" + between(1, 25);
			case "hill" -> ",'key':{'random':{'length':[4,4]}}";
			case "playfair", "fractionated-morse", "bazeries" ->
				type.equals("bazeries") ? ",'number':" + between(2, 999_999) : "," + square("key");
			case "phillips" -> "," + square("key")
					+ (label.contains("/") ? ",'variant':'" + label.substring(label.indexOf('/') + 1) + "'" : "");
			case "bifid", "trifid", "seriated-playfair" -> "," + square("key") + ",'period':" + between(3, 12);
			case "cm-bifid" -> "," + square("key1") + "," + square("key2") + ",'period':" + between(3, 12);
			case "digrafid" -> "," + square("key1") + "," + square("key2") + ",'period':" + between(2, 8);
			case "four-square" -> "," + square("key1") + "," + square("key2");
			case "two-square" ->
				"," + square("key1") + "," + square("key2") + ",'direction':'" + one("vertical", "horizontal") + "'";
			case "tri-square" -> "," + square("key1") + "," + square("key2") + "," + square("key3");
			case "adfgx", "adfgvx" -> "," + square("squareKey") + "," + columns("key", 4, 12);
			case "straddling-checkerboard" -> ",'key':{'random':{}}" + blanks();
			case "morbit", "pollux" -> ",'key':{'random':{}}";
			case "monome-dinome" -> ",'key':{'random':{}},'digits':{'random':{}}";
			case "vic" -> ",'board':'" + board() + "','phrase':'" + this.works.words(this.language, 24, this.random)
					+ "','date':'" + drawn(6, DIGITS) + "','personalNumber':" + between(1, 16) + ",'keyGroup':'"
					+ drawn(5, DIGITS) + "'";
			case "columnar" -> "," + columns("key", 4, (this.random.nextInt(4) == 0) ? 20 : 12);
			case "ubchi" -> "," + columns("key", 4, 12);
			case "double-columnar" -> "," + columns("key1", 4, 12) + "," + columns("key2", 4, 12);
			case "myszkowski" -> ",'key':'" + repeating() + "'";
			case "amsco" -> "," + columns("key", 3, 9) + one("", ",'start':1");
			case "redefence" -> ",'key':{'random':{'length':[3,8]}}" + offset();
			case "rail-fence" -> ",'rails':" + between(2, 9) + offset();
			case "scytale" -> ",'columns':" + between(3, 14);
			case "permutation" -> ",'order':{'random':{'length':[3,9]}}";
			case "route" -> route();
			case "grille" -> grille();
			case "cadenus" ->
				",'key':'" + drawn(this.letters < 40 ? 2 : Math.max(2, Math.min(8, this.letters / 25)), ALPHABET) + "'";
			case "swagman" -> swagman();
			case "nihilist-transposition" -> nihilistTransposition();
			case "nihilist" -> "," + text("key", 3, 10) + "," + square("squareKey") + one("", ",'hundreds':'dropped'");
			case "homophonic" -> homophonic();
			case "a1z26" -> one("", ",'separator':' '", ",'separator':'-'");
			case "polybius" -> (this.random.nextInt(3) > 0 ? "," + square("key") : "")
					+ one("", "", "", ",'labels':'" + shuffled(ALPHABET).substring(0, 5) + "'");
			case "bacon" -> ",'letters':" + one("24", "26")
					+ one("", ",'symbols':'01'", ",'symbols':'" + shuffled(ALPHABET).substring(0, 2) + "'");
			case "tap-code" -> one("", "", ",'form':'dots'");
			case "key-phrase" -> ",'key':'" + this.works.words(this.language, 26, this.random) + "'";
			case "numbered-key" -> ",'key':'" + this.works.words(this.language, between(20, 40), this.random)
					+ "','start':" + between(0, 20);
			case "tridigital" -> "," + text("key", 6, 12) + ",'columns':{'random':{}}";
			case "grandpre" -> grandpre();
			case "checkerboard" -> checkerboard();
			case "syllabary" -> ",'rows':'" + shuffled(DIGITS) + "','columns':'" + shuffled(DIGITS) + "'";
			case "nomenclator" -> nomenclator();
			case "chaocipher" -> "," + key("left", 26) + "," + key("right", 26);
			case "enigma" -> ",'model':'I','plugboard':{'random':{'length':[1,10]}}";
			case "m-209" -> ",'pins':{'random':{}},'lugs':{'random':{}},'positions':{'random':{}}";
			case "m-94" ->
				",'order':{'random':{}},'generatrices':[" + IntStream.range(0, Math.max(1, (this.letters + 24) / 25))
					.mapToObj((line) -> Integer.toString(between(1, 25)))
					.collect(Collectors.joining(",")) + "]";
			default -> throw new IllegalArgumentException(label);
		};
	}

	private String offset() {
		return (this.random.nextInt(3) == 0) ? ",'offset':" + between(1, 6) : "";
	}

	private String blanks() {
		String digits = shuffled(DIGITS);
		return ",'blanks':'" + digits.substring(0, 2) + "'";
	}

	/** Frequent letters on top of a board, and two places that are blank. */
	private String board() {
		StringBuilder top = new StringBuilder(shuffled("ETAONRIS"));
		int blank = between(1, 8);
		top.insert(blank, ' ').insert(between(0, blank - 1), ' ');
		return top.toString();
	}

	/** A key in which a letter occurs twice. */
	private String repeating() {
		String key = word(4, 10);
		while (key.chars().distinct().count() == key.length()) {
			key = word(4, 10);
		}
		return key;
	}

	private String route() {
		String[] ways = { "rows", "alternating-rows", "columns", "alternating-columns", "diagonals-down",
				"diagonals-up", "alternating-diagonals-down", "alternating-diagonals-up", "spiral-clockwise",
				"spiral-counterclockwise", "outward-spiral-clockwise", "outward-spiral-counterclockwise" };
		String[] corners = { "top-left", "top-right", "bottom-left", "bottom-right" };
		int written = this.random.nextInt(ways.length);
		int read = this.random.nextInt(ways.length);
		while (read == written) {
			read = this.random.nextInt(ways.length);
		}
		return ",'columns':" + oneOf(divisors(4, 12)) + ",'write':'" + ways[written] + "','read':'" + ways[read]
				+ "','readCorner':'" + one(corners) + "'";
	}

	private String grille() {
		int side = side(4, 10);
		return ",'holes':{'random':{'length':[%d,%d]}}".formatted(side * side / 4, side * side / 4);
	}

	private String swagman() {
		int[] sides = IntStream.rangeClosed(4, 8)
			.filter((side) -> this.letters >= side * side && this.letters % side == 0)
			.toArray();
		int side = (sides.length > 0) ? oneOf(sides)
				: between(4, Math.max(4, Math.min(8, (int) Math.sqrt(this.letters))));
		return ",'key':{'random':{'length':[%d,%d]}}".formatted(side * side, side * side);
	}

	private String nihilistTransposition() {
		int side = side(4, 10);
		return ",'key':{'random':{'length':[%d,%d]}}".formatted(side, side) + one("", ",'read':'rows'");
	}

	/**
	 * Tokens by how frequent letters are, or as many for each, or a hundred in four rows.
	 */
	private String homophonic() {
		if (this.random.nextInt(3) == 0) {
			return ",'key':{'random':{'length':[%d,%d]}}".formatted(1, between(2, 5));
		}
		List<Integer> numbers = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
		Map<String, List<String>> key = new LinkedHashMap<>();
		if (this.random.nextBoolean()) {
			int[] starts = this.random.ints(4, 0, 25).toArray();
			for (int letter = 0; letter < 26; letter++) {
				int place = (letter > 9) ? letter - 1 : letter; // J is I
				key.put(ALPHABET.substring(letter, letter + 1), IntStream.range(0, 4)
					.filter((row) -> place * 4 + row < 100)
					.mapToObj((row) -> "%02d".formatted((row * 25 + Math.floorMod(place - starts[row], 25)) % 100))
					.toList());
			}
			key.put("J", List.of("100"));
		}
		else {
			Collections.shuffle(numbers, new Random(this.random.nextLong()));
			int next = 0;
			int[] shares = { 8, 2, 3, 4, 12, 2, 2, 4, 7, 1, 1, 4, 2, 7, 7, 2, 1, 6, 6, 8, 3, 1, 2, 1, 2, 1 };
			int all = between(40, 99);
			for (int letter = 0; letter < 26; letter++) {
				List<String> tokens = new ArrayList<>();
				for (int i = 0; i == 0
						|| (i < Math.round(shares[letter] * all / 99.0) && next < 100 - (25 - letter)); i++) {
					tokens.add("%02d".formatted(numbers.get(next++)));
				}
				key.put(ALPHABET.substring(letter, letter + 1), tokens);
			}
		}
		return ",'key':" + json(key);
	}

	private static String json(Map<String, List<String>> table) {
		return table.entrySet()
			.stream()
			.map((entry) -> "'" + entry.getKey() + "':["
					+ entry.getValue().stream().map((token) -> "'" + token + "'").collect(Collectors.joining(","))
					+ "]")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private String nomenclator() {
		List<Integer> numbers = new ArrayList<>(IntStream.range(10, 400).boxed().toList());
		Collections.shuffle(numbers, new Random(this.random.nextLong()));
		int next = 0;
		Map<String, List<String>> letters = new LinkedHashMap<>();
		for (int letter = 0; letter < 26; letter++) {
			List<String> tokens = new ArrayList<>();
			for (int i = between(1, 3); i > 0; i--) {
				tokens.add(numbers.get(next++).toString());
			}
			letters.put(ALPHABET.substring(letter, letter + 1), tokens);
		}
		Map<String, List<String>> words = new LinkedHashMap<>();
		for (int i = between(10, 80); i > 0; i--) {
			words.putIfAbsent(word(2, 8), List.of(numbers.get(next++).toString()));
		}
		return ",'letters':" + json(letters) + ",'words':" + json(words);
	}

	/** Words that have all letters together, as far as a few tries give some. */
	private String grandpre() {
		int side = one("8", "8", "10", "6").charAt(0) == '8' ? 8 : between(6, 10);
		List<String> words = new ArrayList<>();
		for (int i = 0; i < side; i++) {
			words.add(word(side, side));
		}
		String all = String.join("", words);
		StringBuilder cells = new StringBuilder(all);
		for (int letter = 0; letter < 26; letter++) {
			String symbol = ALPHABET.substring(letter, letter + 1);
			while (cells.indexOf(symbol) < 0) {
				int cell = this.random.nextInt(cells.length());
				String replaced = cells.substring(cell, cell + 1);
				if (cells.indexOf(replaced) != cells.lastIndexOf(replaced)) {
					cells.setCharAt(cell, symbol.charAt(0));
				}
			}
		}
		return ",'words':[" + IntStream.range(0, side)
			.mapToObj((row) -> "'" + cells.substring(row * side, row * side + side) + "'")
			.collect(Collectors.joining(",")) + "]";
	}

	private String checkerboard() {
		String labels = shuffled(ALPHABET);
		int words = between(1, 2);
		String[] all = IntStream.range(0, 2 * words)
			.mapToObj((word) -> this.random.nextBoolean() ? labels.substring(5 * word, 5 * word + 5) : distinct())
			.toArray(String[]::new);
		String rows = all[0];
		String columns = all[1];
		if (words == 2) { // all letters of a side must differ
			rows = labels.substring(0, 5) + " " + labels.substring(5, 10);
			columns = labels.substring(10, 15) + " " + labels.substring(15, 20);
		}
		return "," + square("key") + ",'rows':'" + rows + "','columns':'" + columns + "'";
	}

	/** A word of five letters that are all different. */
	private String distinct() {
		String word = word(5, 5);
		while (word.chars().distinct().count() < 5) {
			word = word(5, 5);
		}
		return word;
	}

}
