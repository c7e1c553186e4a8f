package dev.decipher.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import org.springframework.boot.logging.LoggingSystem;

/** The jar as a command. */
public final class Commands {

	/** There is no answer, though nothing went wrong. */
	public static final int NOTHING_FOUND = 1;

	/** The arguments, or the text, can't be used. */
	static final int USAGE = 2;

	/** What was asked for could not be done. */
	static final int FAILURE = 3;

	private Commands() {
	}

	/** Whether a command is meant, and not the service with Spring Boot's arguments. */
	public static boolean isCommand(String[] args) {
		return args.length > 0 && (!args[0].startsWith("-") || args[0].matches("-h|--help|-V|--version"));
	}

	/** All commands, under the jar's own name. */
	public static CommandLine of(Object... commands) {
		CommandLine all = new CommandLine(new Jar());
		for (Object command : commands) {
			all.addSubcommand(command);
		}
		return all.setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler(Failures::report)
			.setParameterExceptionHandler(Failures::explain);
	}

	/**
	 * Executes a command on the process's own streams, in UTF-8 whatever the locale.
	 * @return the exit code
	 */
	public static int execute(CommandLine commands, String... args) {
		logNothing();
		commands.setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
		try {
			return commands.execute(args);
		}
		catch (OutOfMemoryError | StackOverflowError ex) {
			commands.getErr().println("There is not enough memory: " + ex.getMessage());
			return FAILURE;
		}
	}

	/** To be called before anything logs. Setting a log up would take its time, too. */
	private static void logNothing() {
		System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	private static PrintWriter writer(FileDescriptor descriptor) {
		return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
	}

	@Command(name = "java -jar decipher.jar", scope = ScopeType.INHERIT, versionProvider = Version.class,
			sortOptions = false, usageHelpAutoWidth = true,
			description = { "Solves, identifies, decrypts and encrypts texts, and trains models that decrypt.", "",
					"Without a command it serves the same over HTTP, with Spring Boot's arguments "
							+ "(--server.port=8081)." },
			footer = { "  java -jar decipher.jar solve letter.txt", "  java -jar decipher.jar --server.port=8081" },
			synopsisSubcommandLabel = "COMMAND", descriptionHeading = "%n", parameterListHeading = "%n",
			optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands (COMMAND --help tells all of one):%n",
			footerHeading = "%nExamples:%n", exitCodeListHeading = "%nExit codes:%n",
			exitCodeList = { "0:there is an answer", "1:nothing was found", "2:the arguments or the text can't be used",
					"3:something failed" })
	private static final class Jar {

		@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT,
				description = "Show this help and exit")
		private boolean help;

		@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version and exit")
		private boolean version;

	}

	/** The version as the jar's manifest has it. */
	private static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			@Nullable String version = Commands.class.getPackage().getImplementationVersion();
			return new String[] { "Decipher " + ((version != null) ? version : "(not from a jar)") };
		}

	}

}
