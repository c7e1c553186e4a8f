package dev.decipher.cipher;

import java.util.concurrent.Callable;

import dev.decipher.command.Answer;
import dev.decipher.command.CipherOptions;
import dev.decipher.command.TextArgument;
import dev.decipher.system.RequestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code java -jar decipher.jar encrypt FILE}. */
@Command(name = "encrypt",
		description = { "Encrypts a text with a cipher and its key.", "",
				"The ciphertext goes to standard output. A key may be left to chance, {\"random\": {}}; the cipher "
						+ "with the key drawn then goes to standard error." },
		footer = { "  encrypt letter.txt --cipher '{\"type\": \"vigenere\", \"key\": \"LEMON\"}'",
				"  encrypt - --cipher rot13 < letter.txt",
				"  encrypt letter.txt --cipher '{\"type\": \"playfair\", \"key\": {\"random\": {}}}' --groups 5" })
public final class EncryptCommand implements Callable<Integer> {

	@Mixin
	private TextArgument text;

	@Mixin
	private CipherOptions cipher;

	@Option(names = "--groups", paramLabel = "COUNT",
			description = "Write the ciphertext in groups of so many characters, without the text's own white space")
	private @Nullable Integer groups;

	@Mixin
	private Answer answer;

	@Override
	public Integer call() {
		RequestReader reader = new RequestReader();
		ObjectNode request = this.cipher.request(this.text.read(), reader);
		request.put("groups", this.groups);
		CipherApi.EncryptResponse response = new CipherController()
			.encrypt(reader.read(request, CipherApi.EncryptRequest.class));
		if (this.answer.isJson()) {
			this.answer.print(response, reader.json());
		}
		else {
			if (response.cipher() != null) {
				this.answer.tell("--cipher '" + reader.json().writeValueAsString(response.cipher()) + "'");
			}
			this.answer.print(response.text());
		}
		return 0;
	}

}
