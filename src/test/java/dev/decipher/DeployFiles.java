package dev.decipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

	private DeployFiles() {
	}

	/** The documents of a YAML file; a key that is there twice is refused. */
	static List<JsonNode> yaml(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try {
			return StreamSupport
				.stream(new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file)).spliterator(), false)
				.map((document) -> (JsonNode) JsonMapper.shared().valueToTree(document))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

}
