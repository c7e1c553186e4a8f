package dev.decipher;

import dev.decipher.security.KeyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the service or, where the first argument is a command, does what that says.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DecipherApplication {

	public static void main(String[] args) {
		if (args.length > 0 && !args[0].startsWith("-")) {
			System.exit(command().execute(args));
		}
		SpringApplication.run(DecipherApplication.class, args);
	}

	/** Exits with 0, or with 2 if the arguments make no sense. */
	static CommandLine command() {
		return new CommandLine(new Commands()).addSubcommand(new KeyCommand())
			.setCaseInsensitiveEnumValuesAllowed(true);
	}

	@Command(name = "java -jar decipher.jar",
			description = "Without a command it serves, with Spring Boot's arguments (--server.port=8081).")
	private static final class Commands {

	}

}
