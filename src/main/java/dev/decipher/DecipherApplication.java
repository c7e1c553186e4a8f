package dev.decipher;

import dev.decipher.cipher.EncryptCommand;
import dev.decipher.command.Commands;
import dev.decipher.decrypt.DecryptCommand;
import dev.decipher.security.KeyCommand;
import dev.decipher.solve.IdentifyCommand;
import dev.decipher.solve.SolveCommand;
import dev.decipher.training.TrainCommand;
import picocli.CommandLine;

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
		if (Commands.isCommand(args)) {
			System.exit(Commands.execute(command(), args));
		}
		SpringApplication.run(DecipherApplication.class, args);
	}

	/** All that can be done without the service. */
	static CommandLine command() {
		return Commands.of(new SolveCommand(), new IdentifyCommand(), new DecryptCommand(DecipherApplication.class),
				new EncryptCommand(), new TrainCommand(DecipherApplication.class), new KeyCommand());
	}

}
