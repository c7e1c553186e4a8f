package dev.decipher.language;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes what built-in languages are loaded from, but for networks, in
 * {@code target/languages}: counts n-grams of whole works and of Lingua's, and prints the
 * bits that they take for works that were held out. {@code -Dlanguages=german,french}
 * makes some of them, and {@code -Dlanguages=} none; those made before are kept.
 */
public final class LanguageTraining {

	static final Path OUT = Path.of("target/languages");

	/** A language's code in Lingua. */
	private static final Map<String, String> CODES = Map.ofEntries(Map.entry("english", "en"),
			Map.entry("german", "de"), Map.entry("french", "fr"), Map.entry("spanish", "es"),
			Map.entry("italian", "it"), Map.entry("latin", "la"), Map.entry("dutch", "nl"),
			Map.entry("portuguese", "pt"), Map.entry("polish", "pl"), Map.entry("swedish", "sv"),
			Map.entry("czech", "cs"));

	/**
	 * Letters that are drawn of Lingua's: chosen with the works and the prose kept for
	 * that, and with an eye to the files' size.
	 */
	private static final double DRAWN = 2.5e6;

	/** The same for Dutch, whose works are three centuries old. */
	private static final double DRAWN_OF_DUTCH = 5e6;

	/** How often an English novel counts, beside glosses and addresses. */
	private static final int ENGLISH_NOVELS = 2;

	/** Costs of 4-grams are rounded to so many units: that takes half the room. */
	private static final int COARSE = 4;

	/** One paragraph in three is written as in telegrams where that is usual. */
	private static final List<String> WITH_EXPANDED = List.of("german", "swedish");

	private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private final String name;

	private LanguageTraining(String name) {
		this.name = name;
	}

	public static void main(String[] arguments) throws IOException {
		String wanted = System.getProperty("languages", String.join(",", Languages.builtIn()));
		for (String name : wanted.isEmpty() ? List.<String>of() : List.of(wanted.split(","))) {
			new LanguageTraining(name).counts();
		}
		List<String> bits = new ArrayList<>();
		for (boolean spaces : new boolean[] { false, true }) {
			quickTables(spaces);
		}
		ProfileTraining profiles = new ProfileTraining();
		for (String name : Languages.builtIn()) {
			profiles.add(new LanguageTraining(name).works().stream().map(LanguageTraining::symbols).toList());
		}
		profiles.write(OUT.resolve("profiles"));
		System.out
			.println("| language | held-out letters | 5-grams | with spaces, a symbol | another kind | own alphabet |");
		System.out.println("|---|---|---|---|---|---|");
		for (String name : Languages.builtIn()) {
			bits.add(name + "=" + new LanguageTraining(name).measure());
		}
		Files.write(OUT.resolve("bits.properties"), bits);
	}

	private void counts() throws IOException {
		counts("", LATIN, spellings());
		String own = ((BuiltInLanguage) Languages.builtIn(this.name)).ownLetters();
		if (!own.isEmpty()) {
			// ß is ss as often as not
			counts("own-", LATIN + own, own.contains("ß")
					? List.of(Spelling.with(own), Spelling.with(own.replace("ß", ""))) : List.of(Spelling.with(own)));
		}
	}

	/** The works to learn from, without spaces. */
	private List<Text> works() throws IOException {
		return works(LATIN, spellings()).stream().map(Text::withoutSpaces).toList();
	}

	private List<Spelling> spellings() {
		return WITH_EXPANDED.contains(this.name) ? List.of(Spelling.PLAIN, Spelling.PLAIN, Spelling.EXPANDED)
				: List.of(Spelling.PLAIN);
	}

	/** Counts what is written in some ways, each as often as the others. */
	private void counts(String prefix, String letters, List<Spelling> spellings) throws IOException {
		int size = letters.length();
		NGramCounter[] counters = { new NGramCounter(size, NGramCounter.order(size)),
				new NGramCounter(size + 1, NGramCounter.order(size + 1)) };
		List<Text> texts = new ArrayList<>(works(letters, spellings));
		if (this.name.equals(English.NAME)) {
			EnglishCorpus corpus = EnglishCorpus.in(EnglishTraining.FOLDER);
			corpus.write(EnglishCorpus.FOLDER);
			texts.addAll(EnglishTraining.texts(corpus, EnglishCorpus.Part.TRAIN));
		}
		if (prefix.isEmpty()) {
			try (OutputStream out = Files
				.newOutputStream(Files.createDirectories(OUT.resolve(this.name)).resolve("words.list"))) {
				Vocabulary.save(texts, out);
			}
		}
		for (Text text : texts) {
			counters[0].add(text.withoutSpaces());
			counters[1].add(text);
		}
		double drawn = this.name.equals("dutch") ? DRAWN_OF_DUTCH : DRAWN;
		for (Spelling spelling : spellings.stream().distinct().toList()) {
			double share = (double) spellings.stream().filter(spelling::equals).count() / spellings.size();
			LinguaCounts lingua = new LinguaCounts(CODES.get(this.name), letters, spelling, NGramCounter.order(size));
			double scale = share * drawn / lingua.letters();
			counters[0].add(lingua.joined(NGramCounter.order(size)), scale, new SplittableRandom(1));
			counters[1].add(lingua.spaced(NGramCounter.order(size + 1)), scale, new SplittableRandom(2));
		}
		Path folder = Files.createDirectories(OUT.resolve(this.name));
		for (int i = 0; i < counters.length; i++) {
			Path file = folder.resolve(prefix + ((i == 0) ? "letters" : "words") + ".ngrams");
			try (OutputStream out = Files.newOutputStream(file)) {
				counters[i].counts().save(out);
			}
			System.out.printf(Locale.ROOT, "%s: %,d bytes%n", file, Files.size(file));
		}
	}

	private List<Text> works(String letters, List<Spelling> spellings) throws IOException {
		List<Text> texts = new ArrayList<>();
		int number = 0;
		for (List<String> work : LanguageTexts.of(this.name).part(LanguageTexts.Part.TRAIN)) {
			StringBuilder words = new StringBuilder();
			for (String paragraph : work) {
				words.append(spellings.get(number++ % spellings.size()).words(paragraph)).append(' ');
			}
			texts.add(text(words.toString(), letters, this.name.equals(English.NAME) ? ENGLISH_NOVELS : 1));
		}
		return texts;
	}

	/** A text of letters and single spaces. */
	static Text text(String words, String letters, int weight) {
		byte[] symbols = new byte[words.length()];
		for (int i = 0; i < symbols.length; i++) {
			int letter = letters.indexOf(words.charAt(i));
			symbols[i] = (byte) ((letter >= 0) ? letter : letters.length());
		}
		return new Text(symbols, letters.length(), weight);
	}

	private static NGramCounts load(String name, String file) throws IOException {
		return NGramCounts.load(Files.newInputStream(OUT.resolve(name).resolve(file)));
	}

	/** Short n-grams of all languages in one file, see {@link QuickTables}. */
	private static void quickTables(boolean spaces) throws IOException {
		String kind = spaces ? "words" : "letters";
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(
				Files.newOutputStream(OUT.resolve(kind + ".costs")), new Deflater(Deflater.BEST_COMPRESSION))))) {
			for (String name : Languages.builtIn()) {
				NGrams grams = load(name, kind + ".ngrams").shortened(QuickTables.ORDER).estimate();
				for (double share : grams.shares()) {
					out.writeFloat((float) share);
				}
				for (byte cost : grams.costs()) {
					out.writeByte(Math.min(252, Math.round((float) (cost & 0xff) / COARSE) * COARSE));
				}
			}
		}
	}

	/** Prints a line of the table. */
	private String measure() throws IOException {
		LanguageTexts texts = LanguageTexts.of(this.name);
		String own = ((BuiltInLanguage) Languages.builtIn(this.name)).ownLetters();
		List<Text> plain = texts(texts, LATIN, Spelling.PLAIN);
		String bits = bits("letters.ngrams", letters(plain));
		System.out.printf(Locale.ROOT, "| %s | %,d | %s | %s | %s | %s |%n", this.name,
				letters(plain).stream().mapToInt(Text::length).sum(), bits, bits("words.ngrams", plain), other(),
				own.isEmpty() ? ""
						: bits("own-letters.ngrams", letters(texts(texts, LATIN + own, Spelling.with(own)))));
		return bits;
	}

	/**
	 * The bits that a text of another kind takes, from {@code -Dlanguages.other=FOLDER}.
	 */
	private String other() throws IOException {
		Path file = Path.of(System.getProperty("languages.other", ""), this.name + ".txt");
		return !Files.exists(file) ? "" : bits("letters.ngrams",
				letters(List.of(text(Spelling.PLAIN.words(Files.readString(file)), LATIN, 1))));
	}

	private static List<Text> letters(List<Text> texts) {
		return texts.stream().map(Text::withoutSpaces).toList();
	}

	private static List<Text> texts(LanguageTexts texts, String letters, Spelling spelling) {
		return texts.part(LanguageTexts.Part.HELDOUT)
			.stream()
			.map((work) -> text(spelling.words(String.join(" ", work)), letters, 1))
			.toList();
	}

	private String bits(String file, List<Text> texts) throws IOException {
		NGrams grams = load(this.name, file).estimate();
		double nats = 0;
		double symbols = 0;
		for (Text text : texts) {
			nats -= grams.logProbability(symbols(text));
			symbols += text.length();
		}
		return String.format(Locale.ROOT, "%.2f", nats / symbols / Math.log(2));
	}

	private static int[] symbols(Text text) {
		int[] symbols = new int[text.length()];
		Arrays.setAll(symbols, text::symbol);
		return symbols;
	}

}
