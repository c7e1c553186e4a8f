package dev.decipher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that are installed, and that tests can use where they are. */
final class Programs {

	private Programs() {
	}

	/** Looks for the first of some names on the PATH. */
	static Optional<Path> find(String... names) {
		return Stream.of(names)
			.flatMap((name) -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * The outcome of a program.
	 *
	 * @param text its standard output; where it failed, its errors after that
	 */
	record Output(int status, String text) {
	}

	/** Runs a program to its end, which it soon comes to. */
	static Output run(String... command) throws IOException, InterruptedException {
		Path errors = Files.createTempFile("errors", ".txt");
		try {
			Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int status = process.waitFor();
			return new Output(status, (status != 0) ? output + Files.readString(errors) : output);
		}
		finally {
			Files.delete(errors);
		}
	}

}
