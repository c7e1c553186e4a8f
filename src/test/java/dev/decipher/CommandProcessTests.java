package dev.decipher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar as a command, as a process of its own with a data folder.
 */
class CommandProcessTests {

	private static final String PAIRS = """
			ciphertext,plaintext
			WKHVHFUHWNHB,THESECRETKEY
			""";

	@TempDir
	private Path folder;

	private Cli execute(String input, String... arguments) throws IOException, InterruptedException {
		List<String> line = ServiceProcess.program();
		line.addAll(List.of(arguments));
		Path in = Files.writeString(this.folder.resolve("in.txt"), input);
		Path out = this.folder.resolve("out.txt");
		Path err = this.folder.resolve("err.txt");
		ProcessBuilder builder = new ProcessBuilder(line).redirectInput(in.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().put("LC_ALL", "C");
		builder.environment().put("DECIPHER_DATA_DIR", data().toString());
		int code = builder.start().waitFor();
		return new Cli(code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	@Test
	void writesNothingButItsAnswerWhateverTheLocale() throws Exception {
		assertThat(execute("Nggnpx, Mbë!\n", "decrypt", "-", "--cipher", "rot13"))
			.isEqualTo(new Cli(0, "Attack, Zoë!\n", ""));
		assertThat(data()).doesNotExist();
	}

	@Test
	void trainsAndDecryptsInAFolderThatNoServerHolds() throws Exception {
		Path request = Files.writeString(this.folder.resolve("request.json"), "{%s}".formatted(ServiceTest.QUICK));
		Cli trained = execute("", "train", "--model", "shift", "--cipher", "{\"type\": \"caesar\", \"shift\": 3}",
				"--request", request.toString());
		assertThat(trained.out()).as(trained.err()).isEqualTo("shift, version 1\n");
		assertThat(trained.err()).matches("accuracy 1\\.0000, epochs \\d+\n");
		assertThat(trained.code()).isZero();

		String[] decrypt = { "decrypt", "-", "--model", "shift" };
		Cli decrypted = execute("WKH VKLS\nOHDYHV\n", decrypt);
		assertThat(decrypted.out()).as(decrypted.err()).isEqualTo("THE SHIP\nLEAVES\n");
		assertThat(decrypted.err()).startsWith("shift, version 1, confidence ");
		assertThat(decrypted.code()).isZero();

		Cli unknown = execute("WKH", "decrypt", "-", "--model", "shift", "--version", "7");
		assertThat(unknown.err()).contains("shift").contains("7").doesNotContain("Exception");
		assertThat(unknown.code()).isEqualTo(2);

		try (ServiceProcess service = ServiceProcess.start(data()).awaitReady()) {
			Cli held = execute("WKH", decrypt);
			assertThat(held.err()).startsWith("The data folder is in use by another process.")
				.doesNotContain("Exception");
			assertThat(held.out()).isEmpty();
			assertThat(held.code()).isEqualTo(3);
			JsonNode models = service.get("/models").json();
			assertThat(models.valueStream().map((model) -> model.at("/name").asString())).contains("shift", "seed");
		}
	}

	@Test
	void learnsFromAFileAndShowsTheJob() throws Exception {
		Path pairs = Files.writeString(this.folder.resolve("pairs.csv"), PAIRS + "DWWDFN,ATTACK\n".repeat(20));
		Cli trained = execute("", "train", "--model", "pairs", "--pairs", pairs.toString(), "--max-seconds", "2",
				"--json");
		JsonNode job = trained.json();
		assertThat(job.at("/state").asString()).as(trained.err()).isEqualTo("SUCCEEDED");
		assertThat(job.at("/request/data/pairs/count").intValue()).isEqualTo(21);
		assertThat(trained.err()).isEmpty();
		assertThat(trained.code()).isZero();
	}

}
