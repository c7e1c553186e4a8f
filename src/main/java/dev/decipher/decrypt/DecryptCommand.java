package dev.decipher.decrypt;

import java.util.Locale;
import java.util.concurrent.Callable;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.command.Answer;
import dev.decipher.command.CipherOptions;
import dev.decipher.command.DataFolder;
import dev.decipher.command.TextArgument;
import dev.decipher.decrypt.DecryptApi.DecryptRequest;
import dev.decipher.language.Languages;
import dev.decipher.language.Plausibility;
import dev.decipher.model.ModelReference;
import dev.decipher.problem.InvalidInput;
import dev.decipher.system.RequestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ConfigurableApplicationContext;

/** {@code java -jar decipher.jar decrypt FILE}. */
@Command(name = "decrypt",
		description = { "Decrypts a text: with a cipher and its key, by rule, or with a model that was trained.", "",
				"The plaintext goes to standard output, and how sure a model is of it to standard error. Line breaks "
						+ "pass through. A model is read from the data folder, which no server may have open." },
		footer = { "  decrypt letter.txt --cipher '{\"type\": \"vigenere\", \"key\": \"LEMON\"}'",
				"  decrypt - --cipher rot13 < letter.txt", "  decrypt letter.txt --model lemon --version 2",
				"  decrypt letter.txt --model lemon@stable --data-dir /srv/decipher" })
public final class DecryptCommand implements Callable<Integer> {

	private final Class<?> service;

	@Spec
	private CommandSpec spec;

	@Mixin
	private TextArgument text;

	@Mixin
	private CipherOptions cipher;

	@Option(names = "--model", paramLabel = "NAME[@ALIAS]",
			description = "In place of a cipher: the model that decrypts, its active version or the alias's")
	private @Nullable String model;

	@Option(names = "--version", paramLabel = "NUMBER", description = "Another version of the model")
	private @Nullable Integer version;

	@Option(names = "--language", paramLabel = "NAME",
			description = "Tell how plausible the plaintext is as text in this language, or in any for auto")
	private @Nullable String language;

	@Option(names = "--alternatives", paramLabel = "COUNT",
			description = "With --json and a model: how many more symbols to show for each position")
	private @Nullable Integer alternatives;

	@Mixin
	private DataFolder folder;

	@Mixin
	private Answer answer;

	/**
	 * Makes the command.
	 * @param service the application that has the models
	 */
	public DecryptCommand(Class<?> service) {
		this.service = service;
	}

	@Override
	public Integer call() {
		if (this.cipher.isGiven() == (this.model != null)) {
			throw new ParameterException(this.spec.commandLine(), "Either --cipher or --model must be given");
		}
		RequestReader reader = new RequestReader();
		ObjectNode fields = this.cipher.request(this.text.read(), reader);
		fields.put("model", this.model).put("version", this.version).put("alternatives", this.alternatives);
		fields.put("language", this.language);
		DecryptRequest request = reader.read(fields, DecryptRequest.class);
		RuleDecrypter.requireOneWay(request.cipher(), request.model(), request.version(), request.alternatives(),
				request.alphabet(), request.characters());
		Decryption decryption = (request.cipher() != null) ? byRule(request.cipher(), request, reader)
				: byModel(request);
		if (this.answer.isJson()) {
			this.answer.print(decryption, reader.json());
		}
		else {
			tell(decryption);
			this.answer.print(decryption.text());
		}
		return 0;
	}

	private Decryption byRule(Cipher with, DecryptRequest request, RequestReader reader) {
		String name = request.language();
		if (name != null) {
			Languages.requireBuiltIn(name);
		}
		TextCipher rule = TextCipher.of(with, request.alphabet(), request.characters());
		RuleDecrypter decrypter = new RuleDecrypter(DecryptProperties.standard(), reader.json());
		Decryption decryption = Decryption
			.byRule(InvalidInput.under("/text", () -> decrypter.decrypt(request.text(), rule, true)), with);
		return (name != null) ? decryption.with(new Plausibility(Languages::builtIn).judge(decryption.text(), name))
				: decryption;
	}

	private Decryption byModel(DecryptRequest request) {
		ModelReference.requireOneVersion(request.model(), request.version(), "");
		try (ConfigurableApplicationContext context = this.folder.open(this.service, false)) {
			int count = (request.alternatives() != null) ? request.alternatives() : 0;
			Decryption decryption = InvalidInput.under("/text", () -> context.getBean(Decrypter.class)
				.decrypt(request.text(), new Decrypter.Options(request.model(), request.version(), count, true)));
			return context.getBean(Judge.class).judged(decryption, request.language());
		}
	}

	private void tell(Decryption decryption) {
		if (decryption.confidence() != null) {
			this.answer.tell(String.format(Locale.ROOT, "%s, version %d, confidence %.4f", decryption.model(),
					decryption.version(), decryption.confidence()));
		}
		Plausibility.Judgement judgement = decryption.judgement();
		if (judgement != null) {
			this.answer
				.tell((judgement.plausibility() == null) ? "too short to be judged as text in a language" : String
					.format(Locale.ROOT, "%s, plausibility %.4f", judgement.language(), judgement.plausibility()));
		}
	}

}
