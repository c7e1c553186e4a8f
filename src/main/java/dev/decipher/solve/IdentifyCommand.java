package dev.decipher.solve;

import java.util.Locale;
import java.util.concurrent.Callable;

import dev.decipher.command.Answer;
import dev.decipher.command.Commands;
import dev.decipher.command.TextArgument;
import dev.decipher.problem.InvalidInput;
import dev.decipher.system.RequestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code java -jar decipher.jar identify FILE}. */
@Command(name = "identify", description = { "Tells what a text may have been enciphered with, without solving it.", "",
		"Each line of standard output has a probability and a type of cipher, the likeliest first; plaintext, random "
				+ "and unknown are types. The language goes to standard error; --json has the text's statistics, too." },
		footer = { "  identify letter.txt", "  identify - --json < letter.txt" })
public final class IdentifyCommand implements Callable<Integer> {

	@Mixin
	private TextArgument text;

	@Mixin
	private Answer answer;

	@Override
	public Integer call() {
		Identifier identifier = new Identifier(SolveProperties.standard());
		String read = this.text.read();
		Identification found = InvalidInput.under("/text", () -> identifier.identify(read));
		if (this.answer.isJson()) {
			this.answer.print(found, new RequestReader().json());
		}
		else {
			if (!found.form().isEmpty()) {
				this.answer.tell("form: " + String.join(", ", found.form()));
			}
			found.languages()
				.stream()
				.limit(1)
				.forEach((best) -> this.answer
					.tell(String.format(Locale.ROOT, "language: %s (%.4f)", best.language(), best.probability())));
			found.types()
				.forEach((type) -> this.answer
					.print(String.format(Locale.ROOT, "%.4f  %s", type.probability(), type.type())));
		}
		return found.types().isEmpty() ? Commands.NOTHING_FOUND : 0;
	}

}
