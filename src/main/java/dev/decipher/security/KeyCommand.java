package dev.decipher.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code java -jar decipher.jar key NAME ROLE}. */
@Command(name = "key",
		description = "Makes a key, and prints it and the line for the setting decipher.security.api-keys.",
		footer = "  key alice train")
public final class KeyCommand implements Runnable {

	/** As long as a SHA-256, which is all that the service knows of a key. */
	private static final int BYTES = 32;

	/** What needs no quoting in a file of settings. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]+");

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "NAME", description = "whose key it is, for example alice")
	private String name;

	@Parameters(index = "1", paramLabel = "ROLE",
			description = "${COMPLETION-CANDIDATES}; each has the rights of the ones before it")
	private Role role;

	/** A key that nobody can guess. */
	static String newKey() {
		byte[] secret = new byte[BYTES];
		new SecureRandom().nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	@Override
	public void run() {
		if (!NAME.matcher(this.name).matches()) {
			throw new ParameterException(this.spec.commandLine(),
					"NAME must be of letters, digits, dots, underscores, hyphens and @, as in alice@example.org");
		}
		String key = newKey();
		this.spec.commandLine().getOut().printf("""
				key:     %s
				setting: - {name: "%s", role: %s, sha256: "%s"}
				""", key, this.name, this.role.label(), ApiKeys.sha256(key));
	}

}
