package dev.decipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files in {@code deploy}, and docker-compose.yml.
 */
final class DeployFiles {

	static final Path FOLDER = Path.of("deploy");

	private static final Set<String> SETTINGS = settings();

	private DeployFiles() {
	}

	/** The documents of a YAML file; a key that is there twice is refused. */
	static List<JsonNode> yaml(Path file) {
		try {
			return yaml(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<JsonNode> yaml(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return StreamSupport.stream(new Yaml(new SafeConstructor(options)).loadAll(text).spliterator(), false)
			.map((document) -> (JsonNode) JsonMapper.shared().valueToTree(document))
			.toList();
	}

	/** A service of docker-compose.yml. */
	static JsonNode service(String name) {
		return yaml(Path.of("docker-compose.yml")).get(0).path("services").path(name);
	}

	/** The files with an ending, below a folder of {@code deploy}. */
	static List<Path> files(String folder, String ending) {
		try (Stream<Path> all = Files.walk(FOLDER.resolve(folder))) {
			return all.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a variable of the environment is one of the settings that docs/settings.md
	 * has. Spring would pass over one that isn't without a word.
	 */
	static boolean isSetting(String variable) {
		return SETTINGS.contains(letters(variable.replaceAll("_[0-9]+_.*", "")));
	}

	private static Set<String> settings() {
		try {
			Set<String> settings = new HashSet<>();
			String before = "";
			Matcher name = Pattern.compile("`(\\S+)`")
				.matcher(Files.readString(Path.of("docs/settings.md"))
					.lines()
					.filter((line) -> line.startsWith("| `"))
					.map((line) -> line.substring(0, line.indexOf('|', 1)))
					.collect(Collectors.joining("\n")));
			while (name.find()) {
				// `a.b.c`, `….d` are a.b.c and a.b.d
				String setting = name.group(1).startsWith("….")
						? before.substring(0, before.lastIndexOf('.')) + name.group(1).substring(1) : name.group(1);
				settings.add(letters(setting));
				before = setting;
			}
			return settings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As Spring compares them. */
	private static String letters(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

}
