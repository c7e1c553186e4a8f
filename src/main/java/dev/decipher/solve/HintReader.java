package dev.decipher.solve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import org.jspecify.annotations.Nullable;

/** Reads the hints of a request as attacks need them: in indices. */
final class HintReader {

	private static final int LONGEST_CRIB = 1000;

	private final SolveRequest request;

	HintReader(SolveRequest request) {
		this.request = request;
	}

	/** The kinds of hints that were given, and where they stand in the request. */
	Map<Hints.Kind, String> given() {
		Map<Hints.Kind, String> given = new EnumMap<>(Hints.Kind.class);
		if (!this.request.crib().isEmpty()) {
			given.put(Hints.Kind.CRIB, "/crib");
		}
		if (this.request.keyLength() != null) {
			given.put(Hints.Kind.KEY_LENGTH, "/keyLength");
		}
		if (!this.request.known().isEmpty()) {
			given.put(Hints.Kind.KNOWN, "/known");
		}
		if (!this.request.excluded().isEmpty()) {
			given.put(Hints.Kind.EXCLUDED, "/excluded");
		}
		if (this.request.start() != null) {
			given.put(Hints.Kind.START, "/start");
		}
		return given;
	}

	/**
	 * The hints for a text as it was read.
	 * @throws InvalidInput at a hint that makes no sense in this language
	 */
	Hints read(Ciphertext ciphertext, Language language) {
		SolveRequest.Lengths lengths = this.request.keyLength();
		Integer min = (lengths != null) ? lengths.min() : null;
		Integer max = (lengths != null) ? lengths.max() : null;
		return new Hints((min != null) ? min : Hints.NONE.minKeyLength(),
				(max != null) ? max : Hints.NONE.maxKeyLength(), cribs(ciphertext, language),
				known(ciphertext, language), excluded(ciphertext, language), this.request.start());
	}

	/**
	 * Makes sure that a reading of the text by an attack can be as the hints say.
	 * @throws InvalidInput at a hint that makes no sense in this language, that doesn't
	 * fit the text, or that contradicts another one
	 */
	void check(Attack attack, Ciphertext ciphertext, Language language) {
		Hints hints = read(ciphertext, language);
		int most = hints.cribs().isEmpty() ? 0 : attack.mostLetters(ciphertext);
		for (int i = 0; i < hints.cribs().size(); i++) {
			Crib crib = hints.cribs().get(i);
			String has = "the text has at most " + most + " letters";
			InvalidInput.throwIf(crib.length() > most, pointer(i) + "/text",
					"must not be longer than the text: " + has);
			InvalidInput.throwIf(crib.position() > most - crib.length(), pointer(i) + "/position",
					"must leave room for the crib: " + has);
		}
		if (attack.isOneToOne()) {
			requireOneSymbolEach(hints, ciphertext);
		}
	}

	private void requireOneSymbolEach(Hints hints, Ciphertext ciphertext) {
		Map<Integer, String> symbols = new HashMap<>();
		this.request.known().keySet().forEach((name) -> {
			String pointer = "/known" + JsonPointers.of(name);
			Integer letter = Objects.requireNonNull(hints.known().get(symbol(name, ciphertext, pointer)));
			String other = symbols.putIfAbsent(letter, name);
			InvalidInput.throwIf(other != null, pointer, "must not be the letter of " + other
					+ " as well: that takes a cipher with homophones, which is to be named");
		});
	}

	/** Where a crib stands in the request. */
	private String pointer(int crib) {
		return (this.request.crib().size() > 1) ? "/crib/" + crib : "/crib";
	}

	private List<Crib> cribs(Ciphertext ciphertext, Language language) {
		List<Crib> cribs = new ArrayList<>();
		for (int i = 0; i < this.request.crib().size(); i++) {
			SolveRequest.Known crib = this.request.crib().get(i);
			String pointer = pointer(i) + "/text";
			int[] letters = InvalidInput.under(pointer, () -> letters(crib.text(), language));
			InvalidInput.throwIf(letters.length == 0 || letters.length > LONGEST_CRIB, pointer,
					"must have 1 to " + LONGEST_CRIB + " letters of " + language.alphabet().symbols());
			cribs.add(new Crib(letters, (crib.position() != null) ? crib.position() : Crib.ANYWHERE));
		}
		return cribs;
	}

	private Map<Integer, Integer> known(Ciphertext ciphertext, Language language) {
		Map<Integer, Integer> known = new HashMap<>();
		this.request.known().forEach((symbol, letter) -> {
			String pointer = "/known" + JsonPointers.of(symbol);
			int[] letters = InvalidInput.under(pointer, () -> letters(letter, language));
			InvalidInput.throwIf(letters.length != 1, pointer, "must be one letter");
			Integer other = known.put(symbol(symbol, ciphertext, pointer), letters[0]);
			InvalidInput.throwIf(other != null && other != letters[0], pointer,
					"must not be another letter than the same symbol stands for in the other case");
		});
		return known;
	}

	private Map<Integer, List<Integer>> excluded(Ciphertext ciphertext, Language language) {
		Map<Integer, List<Integer>> excluded = new HashMap<>();
		this.request.excluded().forEach((symbol, letters) -> {
			String pointer = "/excluded" + JsonPointers.of(symbol);
			int[] read = InvalidInput.under(pointer, () -> letters(letters, language));
			InvalidInput.throwIf(read.length == 0, pointer, "must be letters");
			InvalidInput.throwIf(IntStream.of(read).distinct().count() == language.alphabet().size(), pointer,
					"must leave a letter");
			String known = this.request.known().get(symbol);
			InvalidInput.throwIf(
					known != null && IntStream.of(letters(known, language))
						.anyMatch((letter) -> IntStream.of(read).anyMatch((other) -> other == letter)),
					pointer, "must not have the letter that the symbol is known to stand for");
			excluded.put(symbol(symbol, ciphertext, pointer), IntStream.of(read).boxed().toList());
		});
		return excluded;
	}

	private static int[] letters(String text, Language language) {
		return language.alphabet().read(text).symbols();
	}

	private static int symbol(String symbol, Ciphertext ciphertext, String pointer) {
		Symbols symbols = ciphertext.alphabet();
		int index = (symbols instanceof Tokens tokens) ? tokens.indexOf(symbol)
				: (symbol.codePointCount(0, symbol.length()) == 1) ? ((Alphabet) symbols).indexOf(symbol.codePointAt(0))
						: -1;
		InvalidInput.throwIf(index < 0, pointer, "is the name of no symbol of the text");
		return index;
	}

	/**
	 * Whether an attack can make use of every kind of hint that was given; of a key to go
	 * on from, if it is of one of its types.
	 */
	boolean suits(Attack attack) {
		Set<Hints.Kind> used = attack.hints();
		Cipher start = this.request.start();
		return (start == null || attack.types().contains(start.type()))
				&& given().keySet().stream().allMatch((kind) -> kind == Hints.Kind.CRIB || used.contains(kind));
	}

	/** The place of a hint that none of some attacks can use, or null. */
	@Nullable String unused(Set<Hints.Kind> used) {
		return given().entrySet()
			.stream()
			.filter((hint) -> hint.getKey() != Hints.Kind.CRIB && !used.contains(hint.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

}
