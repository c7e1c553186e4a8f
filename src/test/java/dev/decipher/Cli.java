package dev.decipher;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command in this process has written, and its exit code.
 */
record Cli(int code, String out, String err) {

	/** Executes a command with nothing on standard input. */
	static Cli execute(String... arguments) {
		return filter(new byte[0], arguments);
	}

	/** Executes a command with a text on standard input. */
	static Cli filter(String input, String... arguments) {
		return filter(input.getBytes(StandardCharsets.UTF_8), arguments);
	}

	static Cli filter(byte[] input, String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine command = DecipherApplication.command();
		command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream(input));
		try {
			int code = command.execute(arguments);
			return new Cli(code, unix(out), unix(err));
		}
		finally {
			System.setIn(before);
		}
	}

	private static String unix(StringWriter text) {
		return text.toString().replace(System.lineSeparator(), "\n");
	}

	JsonNode json() {
		return JsonMapper.shared().readTree(this.out);
	}

}
