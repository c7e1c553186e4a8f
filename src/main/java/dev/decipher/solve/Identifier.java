package dev.decipher.solve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.solve.identify.Evidence;
import dev.decipher.solve.identify.TextSymbols;
import dev.decipher.solve.identify.TypeIdentifier;

import org.springframework.stereotype.Service;

/** Tells what a text may be, for a client. */
@Service
class Identifier {

	/** No type and no language that is less likely is shown. */
	private static final double LEAST_PROBABILITY = 1e-4;

	private final TypeIdentifier types = new TypeIdentifier();

	private final int maxSymbols;

	Identifier(SolveProperties limits) {
		this.maxSymbols = limits.maxSymbols();
	}

	/**
	 * Tells what a text may be.
	 * @param text any text
	 * @throws InvalidInput at the empty pointer if there are no two symbols in it
	 * @throws Problem 413 if the text is too long
	 */
	Identification identify(String text) {
		String shown = withoutForm(text);
		TextSymbols symbols = TextSymbols.of(shown);
		InvalidInput.throwIf(symbols.length() < 2, "",
				"has " + ((symbols.length() == 0) ? "no symbol" : "one symbol only")
						+ "; at least two are needed, and some thirty to tell anything");
		if (symbols.length() > this.maxSymbols) {
			throw Problem.tooLarge("The text has " + symbols.length() + " symbols; at most " + this.maxSymbols
					+ " are looked at. A part of it will do.");
		}
		return new Identification(types(shown), List.of(), List.of(), Evidence.of(symbols));
	}

	/** The text itself; forms are another class's concern. */
	private static String withoutForm(String text) {
		return text;
	}

	private List<Solution.Type> types(String text) {
		return this.types.identify(text)
			.entrySet()
			.stream()
			.filter((type) -> type.getValue() >= LEAST_PROBABILITY)
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map((type) -> new Solution.Type(type.getKey(), type.getValue()))
			.toList();
	}

}
