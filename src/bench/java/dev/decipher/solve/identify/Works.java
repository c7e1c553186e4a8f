package dev.decipher.solve.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.decipher.language.LanguageTexts;

/**
 * Works in all the languages of the folder that {@code -Dlanguages.texts=} names: see
 * {@link LanguageTexts}.
 *
 * @param works in letters A to Z and single spaces, by the language's name
 */
public record Works(Map<String, List<String>> works) {

	private static final String ENDING = ".txt.gz";

	/** The works to measure with. */
	public static Works heldOut() {
		return read(LanguageTexts.Part.HELDOUT);
	}

	/** The works to learn from. */
	static Works toLearnFrom() {
		return read(LanguageTexts.Part.TRAIN, LanguageTexts.Part.TUNE);
	}

	private static Works read(LanguageTexts.Part... parts) {
		Map<String, List<String>> works = new TreeMap<>();
		Path folder = Path.of(System.getProperty(LanguageTexts.FOLDER, "target/texts"));
		try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
			for (Path file : files) {
				String language = file.getFileName().toString().replace(ENDING, "");
				LanguageTexts texts = LanguageTexts.of(language);
				works.put(language, Stream.of(parts).flatMap((part) -> texts.letters(part).stream()).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (works.isEmpty()) {
			throw new IllegalStateException("no LANGUAGE" + ENDING + " in " + folder);
		}
		return new Works(works);
	}

	/** A passage of a number of letters, with its spaces, that begins with a word. */
	String draw(String language, int letters, SplittableRandom random) {
		List<String> texts = this.works.get(language);
		while (true) {
			String text = texts.get(random.nextInt(texts.size()));
			int start = text.indexOf(' ', random.nextInt(text.length())) + 1;
			int end = start;
			for (int count = 0; count < letters && end < text.length(); end++) {
				count += (text.charAt(end) != ' ') ? 1 : 0;
			}
			String passage = text.substring(start, end);
			if (start > 0 && passage.chars().filter((letter) -> letter != ' ').count() == letters) {
				return passage;
			}
		}
	}

	/** A word of some length that occurs in a language. */
	String word(String language, int shortest, int longest, SplittableRandom random) {
		List<String> texts = this.works.get(language);
		while (true) {
			String text = texts.get(random.nextInt(texts.size()));
			int start = text.indexOf(' ', random.nextInt(text.length())) + 1;
			int end = text.indexOf(' ', start);
			if (start > 0 && end - start >= shortest && end - start <= longest) {
				return text.substring(start, end);
			}
		}
	}

	/** Words one after another, of at least so many letters, without spaces. */
	String words(String language, int letters, SplittableRandom random) {
		return draw(language, letters, random).replace(" ", "");
	}

}
