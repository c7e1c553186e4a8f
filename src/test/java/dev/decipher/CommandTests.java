package dev.decipher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar as a command.
 */
class CommandTests {

	private static final Pattern MADE = Pattern.compile("""
			key:     (\\S{43})
			setting: - \\{name: "alice", role: (\\w+), sha256: "([0-9a-f]{64})"}
			""");

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private int execute(String... arguments) {
		CommandLine command = DecipherApplication.command();
		command.setOut(new PrintWriter(this.out)).setErr(new PrintWriter(this.err));
		return command.execute(arguments);
	}

	@ParameterizedTest
	@ValueSource(strings = { "decrypt", "train", "ADMIN" })
	void makesAKeyAndItsSetting(String role) throws Exception {
		assertThat(execute("key", "alice", role)).isZero();
		Matcher made = MADE.matcher(this.out.toString().replace("\r", ""));
		assertThat(made.matches()).as(this.out.toString()).isTrue();
		assertThat(made.group(2)).isEqualTo(role.toLowerCase(java.util.Locale.ROOT));
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(made.group(1).getBytes(StandardCharsets.UTF_8));
		assertThat(made.group(3)).isEqualTo(HexFormat.of().formatHex(digest));
		this.out.getBuffer().setLength(0);
		execute("key", "alice", role);
		assertThat(this.out.toString()).as("another one each time").doesNotContain(made.group(1));
	}

	@Test
	void saysHowItIsUsed() {
		assertThat(execute("key", "alice", "emperor")).isEqualTo(2);
		assertThat(execute("key", "a \"b", "train")).isEqualTo(2);
		assertThat(execute("key")).isEqualTo(2);
		assertThat(execute("kee")).isEqualTo(2);
		assertThat(this.err.toString()).contains("key [-hV] NAME ROLE");
		assertThat(this.out.toString()).isEmpty();
	}

}
