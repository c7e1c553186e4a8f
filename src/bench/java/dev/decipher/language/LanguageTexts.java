package dev.decipher.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Whole works in a language, from a folder of files {@code LANGUAGE.txt.gz}: UTF-8, a
 * paragraph a line, before each work a line {@code # title | author | year | source}. The
 * last tenth of the works, in the file's order, is held out: nothing is learned from it
 * and nothing chosen by it. The tenth before it is kept to choose by.
 *
 * @param works each the paragraphs of one
 */
public record LanguageTexts(List<List<String>> works) {

	/** The system property that names the folder. */
	public static final String FOLDER = "languages.texts";

	/** Parts of the works of a language. */
	public enum Part {

		/** To learn from. */
		TRAIN,

		/** To choose by. */
		TUNE,

		/** To judge by. */
		HELDOUT

	}

	/** Reads a language's file in the folder that {@value #FOLDER} names. */
	public static LanguageTexts of(String language) throws IOException {
		String folder = System.getProperty(FOLDER);
		if (folder == null) {
			throw new IOException("-D" + FOLDER + "=FOLDER must name the folder of files like english.txt.gz");
		}
		return read(Path.of(folder, language + ".txt.gz"));
	}

	static LanguageTexts read(Path file) throws IOException {
		List<List<String>> works = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("# ") && line.contains(" | ")) {
					works.add(new ArrayList<>());
				}
				else if (!works.isEmpty() && !line.isBlank()) {
					works.get(works.size() - 1).add(line);
				}
			}
		}
		return new LanguageTexts(works);
	}

	/** The works of a part. */
	public List<List<String>> part(Part part) {
		int tenth = Math.max(1, this.works.size() / 10);
		int all = this.works.size();
		return switch (part) {
			case TRAIN -> this.works.subList(0, Math.max(0, all - 2 * tenth));
			case TUNE -> this.works.subList(Math.max(0, all - 2 * tenth), all - tenth);
			case HELDOUT -> this.works.subList(all - tenth, all);
		};
	}

	/** The works of a part as letters A to Z and single spaces, each a string. */
	public List<String> letters(Part part) {
		return part(part).stream().map((work) -> Spelling.PLAIN.words(String.join(" ", work))).toList();
	}

}
