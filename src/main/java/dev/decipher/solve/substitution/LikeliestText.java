package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import dev.decipher.language.NGrams;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest text where each place has some symbols to choose from: Viterbi's
 * algorithm over the last n − 1 symbols, with the best of these states alone where they
 * are many.
 */
final class LikeliestText {

	private LikeliestText() {
	}

	/**
	 * A beginning of the text.
	 *
	 * @param context its last n − 1 symbols, in base V
	 */
	private record State(int context, int symbol, int cost, @Nullable State before) {
	}

	/**
	 * A text with symbols chosen.
	 *
	 * @param symbols (length)
	 * @param cost in nats / {@link NGrams#UNITS}
	 */
	record Chosen(int[] symbols, int cost) {
	}

	/**
	 * Chooses.
	 * @param choices the symbols that may stand at each place: (length, choices)
	 * @param most how many states are kept
	 */
	static Chosen of(NGrams grams, int[][] choices, int most) {
		byte[] costs = grams.costsWithBeginnings();
		int base = grams.symbols();
		int contexts = (int) Math.pow(base, grams.order() - 1);
		State[] states = { new State(0, -1, 0, null) };
		for (int place = 0; place < choices.length; place++) {
			Map<Integer, State> next = new HashMap<>();
			for (State state : states) {
				for (int symbol : choices[place]) {
					int gram = state.context() * base + symbol;
					int cost = (place >= grams.order() - 1) ? costs[gram] & 0xff
							: (place == grams.order() - 2) ? costs[contexts * base + gram] & 0xff : 0;
					int context = gram % contexts;
					State known = next.get(context);
					if (known == null || state.cost() + cost < known.cost()) {
						next.put(context, new State(context, symbol, state.cost() + cost, state));
					}
				}
			}
			states = next.values().toArray(State[]::new);
			Arrays.sort(states, Comparator.comparingInt(State::cost).thenComparingInt(State::context));
			states = Arrays.copyOf(states, Math.min(most, states.length));
		}
		int[] text = new int[choices.length];
		State state = states[0];
		for (int place = text.length - 1; place >= 0 && state != null; place--) {
			text[place] = state.symbol();
			state = state.before();
		}
		return new Chosen(text, states[0].cost());
	}

}
