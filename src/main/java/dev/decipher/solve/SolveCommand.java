package dev.decipher.solve;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.decipher.command.Answer;
import dev.decipher.command.Commands;
import dev.decipher.command.OnInterrupt;
import dev.decipher.command.ProgressBar;
import dev.decipher.command.TextArgument;
import dev.decipher.system.RequestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar decipher.jar solve FILE}. */
@Command(name = "solve", description = { "Solves a ciphertext without its key.", "",
		"The plaintext goes to standard output. What it was enciphered with, the key as decrypt takes it, its "
				+ "language and the probability that it is right go to standard error. It ends as soon as it is sure, "
				+ "and at the latest after --max-seconds; Ctrl-C ends it with the best that was found." },
		footer = { "  solve letter.txt", "  solve letter.txt --cipher vigenere,beaufort --key-length 3-10",
				"  solve letter.txt --crib ATTACK --crib DAWN@17", "  solve - --language german --json < brief.txt" })
public final class SolveCommand implements Callable<Integer> {

	@Mixin
	private TextArgument text;

	@Mixin
	private SolveOptions options;

	@Mixin
	private Answer answer;

	@Override
	public Integer call() {
		String ciphertext = this.text.read();
		Cryptanalyst cryptanalyst = StandaloneCryptanalyst.of(Runtime.getRuntime().availableProcessors(),
				this.options.likelyLanguage());
		RequestReader reader = new RequestReader();
		SolveRequest request = this.options.request(ciphertext, this.answer.isJson(), reader);
		AtomicReference<Solution.@Nullable Reading> best = new AtomicReference<>();
		AtomicBoolean over = new AtomicBoolean();
		Solution solution;
		try (ProgressBar bar = this.answer.progress(); OnInterrupt interrupt = OnInterrupt.run(() -> {
			Solution.Reading reading = best.get();
			if (over.compareAndSet(false, true) && reading != null) {
				bar.close();
				print(reading, request, reader);
			}
		})) {
			solution = cryptanalyst.solve(request, over::get, new SolveListener() {

				@Override
				public void candidate(Solution.Reading reading) {
					best.set(reading);
				}

				@Override
				public void progress(double share, long keysTried, double seconds) {
					Solution.Reading reading = best.get();
					bar.show(share, (reading != null) ? reading.text() : "");
				}

			});
		}
		return over.compareAndSet(false, true) ? print(solution, request, reader) : 0;
	}

	private int print(Solution solution, SolveRequest request, RequestReader reader) {
		if (this.answer.isJson()) {
			this.answer.print(solution, reader.json());
		}
		else {
			solution.candidates().forEach((reading) -> print(reading, request, reader));
		}
		if (!solution.candidates().isEmpty()) {
			return 0;
		}
		this.answer.tell("Nothing was found that explains the text better than chance does.");
		return Commands.NOTHING_FOUND;
	}

	private void print(Solution.Reading reading, SolveRequest request, RequestReader reader) {
		if (this.answer.isJson()) {
			this.answer.print(reading, reader.json());
			return;
		}
		this.answer.tell(String.format(Locale.ROOT, "%s, %s, confidence %.4f: --cipher '%s'%s", reading.cipher().type(),
				reading.language(), reading.confidence(), reader.json().writeValueAsString(reading.cipher()),
				alphabet(reading, reader.json())));
		this.answer.print((reading.words() != null) ? reading.words() : reading.text());
	}

	/** The option that names the alphabet, where it isn't the cipher's own. */
	private static String alphabet(Solution.Reading reading, JsonMapper json) {
		if (reading.alphabet() == null) {
			return "";
		}
		JsonNode alphabet = json.valueToTree(reading.alphabet());
		return " --alphabet '" + (alphabet.isString() ? alphabet.stringValue() : alphabet) + "'";
	}

}
