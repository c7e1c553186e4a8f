package dev.decipher.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import org.springframework.http.HttpStatus;

/** Says what went wrong in a command, in its own words and with its exit code. */
final class Failures {

	private Failures() {
	}

	/** Explains arguments that make no sense. */
	static int explain(ParameterException ex, String[] args) {
		CommandLine command = ex.getCommandLine();
		PrintWriter err = command.getErr();
		err.println(ex.getMessage());
		if (!UnmatchedArgumentException.printSuggestions(ex, err)) {
			err.print("Usage: " + command.getHelp().synopsis(0));
		}
		err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
		return Commands.USAGE;
	}

	/** Reports what a command threw. */
	static int report(Exception ex, CommandLine command, ParseResult arguments) {
		PrintWriter err = command.getErr();
		boolean verbose = command.getParseResult().hasMatchedOption("--verbose");
		if (verbose) {
			ex.printStackTrace(err);
		}
		if (ex instanceof InvalidInput invalid) {
			err.println(phrase(invalid, command.getCommandSpec()));
			return Commands.USAGE;
		}
		if (ex instanceof Problem problem) {
			err.println(problem.detail());
			boolean later = problem.status() == HttpStatus.TOO_MANY_REQUESTS;
			return (problem.status().is4xxClientError() && !later) ? Commands.USAGE : Commands.FAILURE;
		}
		if (ex instanceof CommandFailure) {
			err.println(ex.getMessage());
			return Commands.FAILURE;
		}
		err.println("Failed unexpectedly: " + ex);
		if (!verbose) {
			err.println("--verbose tells more.");
		}
		return Commands.FAILURE;
	}

	/** Each fault at the option that its place in the request comes from. */
	private static String phrase(InvalidInput invalid, CommandSpec command) {
		return invalid.faults()
			.stream()
			.map((fault) -> place(fault.pointer(), command) + " " + fault.detail())
			.collect(Collectors.joining(System.lineSeparator()));
	}

	private static String place(String pointer, CommandSpec command) {
		if (pointer.equals("/text")) {
			return "the text";
		}
		String[] steps = pointer.split("/");
		String rest = pointer;
		for (int i = 1; i < steps.length; i++) {
			OptionSpec option = command.findOption(option(steps[i]));
			rest = rest.substring(steps[i].length() + 1);
			if (option != null) {
				return option.names()[0] + (rest.isEmpty() ? "" : ", at " + rest + ":");
			}
		}
		String file = "--request";
		if (command.findOption(file) != null) {
			return file + (pointer.isEmpty() ? "" : ", at " + pointer + ":");
		}
		return pointer.isEmpty() ? "the request" : pointer;
	}

	/** {@code --max-seconds} of {@code maxSeconds}. */
	private static String option(String name) {
		return "--" + name.replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
	}

}
