package dev.decipher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an answer goes: itself to standard output, and all that is told about it to
 * standard error.
 */
public final class Answer {

	/** Linux's name of a terminal. */
	private static final String TERMINAL = "/dev/(pts/\\d+|tty.*|console)";

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	@Option(names = "--json", description = "Print the answer as JSON, as it is over HTTP")
	private boolean json;

	@Option(names = { "-q", "--quiet" }, description = "Tell nothing but the answer")
	private boolean quiet;

	@Option(names = "--verbose", description = "Show the stack trace of a failure")
	private boolean verbose;

	public boolean isJson() {
		return this.json;
	}

	/** Prints the answer itself. */
	public void print(String text) {
		this.command.commandLine().getOut().println(text);
		this.command.commandLine().getOut().flush();
	}

	/** Prints the answer as JSON. */
	public void print(Object answer, JsonMapper mapper) {
		print(mapper.writeValueAsString(answer));
	}

	/** Tells something about the answer, unless nobody wants to know. */
	public void tell(String line) {
		if (!this.quiet && !this.json) {
			this.command.commandLine().getErr().println(line);
		}
	}

	/** Shows how far the work has come, where somebody sees it. */
	public ProgressBar progress() {
		return new ProgressBar(this.command.commandLine().getErr(), !this.quiet && !this.json && isTerminal());
	}

	private static boolean isTerminal() {
		try {
			return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches(TERMINAL);
		}
		catch (IOException | UnsupportedOperationException ex) {
			// no Linux; this JDK's own console is there only for a terminal
			System.setProperty("jdk.console", "java.base");
			return System.console() != null;
		}
	}

}
