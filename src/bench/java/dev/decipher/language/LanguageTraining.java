package dev.decipher.language;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes the n-grams of all built-in languages.
 */
public final class LanguageTraining {

	static final Path OUT = Path.of("target/languages");

	private LanguageTraining() {
	}

	public static void main(String[] arguments) throws IOException {
		List<byte[]> letters = new ArrayList<>();
		List<byte[]> words = new ArrayList<>();
		for (String name : Languages.builtIn()) {
			List<Text> texts = texts(name);
			Path folder = Files.createDirectories(OUT.resolve(name));
			if (!name.equals("english")) {
				save(NGramCounts.of(texts, false), folder.resolve("letters.ngrams"));
				save(NGramCounts.of(texts, true), folder.resolve("words.ngrams"));
			}
			letters.add(NGramCounts.of(texts, false, QuickTables.ORDER).estimate().costs());
			words.add(NGramCounts.of(texts, true, QuickTables.ORDER).estimate().costs());
			System.out.println(name + " " + texts.stream().mapToInt(Text::length).sum());
		}
		save(letters, OUT.resolve("letters.costs"));
		save(words, OUT.resolve("words.costs"));
	}

	private static List<Text> texts(String name) throws IOException {
		List<Text> texts = new ArrayList<>();
		LanguageTexts all = LanguageTexts.of(name);
		boolean expands = name.equals("german") || name.equals("swedish");
		int number = 0;
		for (List<String> work : all.part(LanguageTexts.Part.TRAIN)) {
			StringBuilder words = new StringBuilder();
			for (String paragraph : work) {
				Spelling spelling = (expands && number++ % 3 == 0) ? Spelling.EXPANDED : Spelling.PLAIN;
				words.append(spelling.words(paragraph)).append(' ');
			}
			byte[] symbols = new byte[words.length()];
			for (int i = 0; i < symbols.length; i++) {
				symbols[i] = (byte) ((words.charAt(i) == ' ') ? 26 : words.charAt(i) - 'A');
			}
			texts.add(new Text(symbols, 26, 1));
		}
		return texts;
	}

	private static void save(NGramCounts counts, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			counts.save(out);
		}
	}

	private static void save(List<byte[]> tables, Path file) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
				new DeflaterOutputStream(Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION))))) {
			for (byte[] table : tables) {
				out.write(table);
			}
		}
	}

}
