package dev.decipher.solve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.language.LanguageTexts;

/**
 * Passages from texts, drawn at random.
 */
public final class Passages {

	/** Letters A to Z and single spaces, of all files: each a text by itself. */
	private final List<String> texts;

	private Passages(List<String> texts) {
		this.texts = texts;
	}

	/** Of the works of a language that nothing was learned from. */
	static Passages of(String language) throws IOException {
		return new Passages(LanguageTexts.of(language).letters(LanguageTexts.Part.HELDOUT));
	}

	/**
	 * Reads the texts of a folder.
	 * @param part the files are named {@code part-*.txt}
	 */
	public Passages(Path folder, String part) {
		this.texts = new ArrayList<>();
		try (var files = Files.newDirectoryStream(folder, part + "-*.txt")) {
			for (Path file : files) {
				this.texts.add(Files.readString(file).replaceAll("\\s+", " ").trim());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (this.texts.isEmpty()) {
			throw new IllegalStateException("no texts " + part + " in " + folder);
		}
		this.texts.sort(null);
	}

	/** A passage that begins with a word, of a number of letters, with its spaces. */
	public String draw(int letters, SplittableRandom random) {
		while (true) {
			String text = this.texts.get(random.nextInt(this.texts.size()));
			int start = text.indexOf(' ', random.nextInt(text.length())) + 1;
			int end = start;
			for (int count = 0; count < letters && end < text.length(); end++) {
				count += (text.charAt(end) != ' ') ? 1 : 0;
			}
			String passage = text.substring(start, end);
			if (start > 0 && passage.replace(" ", "").length() == letters) {
				return passage;
			}
		}
	}

	public static int[] letters(String passage) {
		return passage.chars().filter((letter) -> letter != ' ').map((letter) -> letter - 'A').toArray();
	}

}
