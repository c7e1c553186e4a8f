package dev.decipher.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.InflaterInputStream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Short n-grams of all built-in languages, loaded at once in a fraction of a second: what
 * tells languages apart, and what knows a text before its language is known.
 */
final class QuickTables {

	/** The length of an n-gram. */
	static final int ORDER = 4;

	private static final int LETTERS = 26;

	/**
	 * How likely a language is before anything is known of the text: English so many
	 * times as likely as any other.
	 */
	private static final double ENGLISH = 8;

	/**
	 * A language's n-grams.
	 *
	 * @param shares how much of a text each symbol is: (V), 1 in all
	 */
	record Table(double[] shares, NGrams grams) {

		/**
		 * ln p of a text, its first symbols by their shares.
		 */
		double logProbability(int[] text) {
			double beginning = 0;
			for (int i = 0; i < Math.min(text.length, ORDER - 1); i++) {
				beginning += Math.log(this.shares[text[i]]);
			}
			return beginning - (double) this.grams.cost(text) / NGrams.UNITS;
		}

	}

	static final SingletonSupplier<List<Table>> BY_LETTERS = SingletonSupplier.of(() -> load("letters", LETTERS));

	static final SingletonSupplier<List<Table>> BY_WORDS = SingletonSupplier.of(() -> load("words", LETTERS + 1));

	private QuickTables() {
	}

	private static List<Table> load(String name, int symbols) {
		try (InputStream file = new ClassPathResource("/language/" + name + ".costs", QuickTables.class)
			.getInputStream(); DataInputStream in = new DataInputStream(new InflaterInputStream(file))) {
			Table[] tables = new Table[Languages.builtIn().size()];
			for (int i = 0; i < tables.length; i++) {
				double[] shares = new double[symbols];
				for (int symbol = 0; symbol < symbols; symbol++) {
					shares[symbol] = in.readFloat();
				}
				byte[] costs = new byte[(int) Math.pow(symbols, ORDER)];
				in.readFully(costs);
				tables[i] = new Table(shares, new NGrams(symbols, ORDER, costs));
			}
			return List.of(tables);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The probability of each built-in language before anything is known of a text. */
	static double[] prior() {
		double all = ENGLISH + Languages.builtIn().size() - 1;
		return Languages.builtIn()
			.stream()
			.mapToDouble((name) -> (name.equals(English.NAME) ? ENGLISH : 1) / all)
			.toArray();
	}

	/** n-grams of a text that may be in any of the languages. */
	static NGrams mixed(List<Table> tables) {
		double[] prior = prior();
		float[] joint = new float[tables.get(0).grams().costs().length];
		for (int language = 0; language < prior.length; language++) {
			tables.get(language).grams().addJoint(prior[language], joint);
		}
		return NGrams.ofJoint(tables.get(0).grams().symbols(), ORDER, joint);
	}

}
