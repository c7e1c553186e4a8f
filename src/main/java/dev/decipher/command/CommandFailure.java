package dev.decipher.command;

/** Says why a command could not do what it was asked for. */
public final class CommandFailure extends RuntimeException {

	public CommandFailure(String message) {
		super(message);
	}

}
