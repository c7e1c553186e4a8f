package dev.decipher;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The view that enciphers and deciphers by rule.
 */
class EncipherPageTests extends PageTest {

	private static final String PLAINTEXT = "Attack at dawn, from the east!";

	@Override
	boolean isExpected(String error) {
		// what is typed may be no key, or no alphabet, for a while
		return error.contains("the server responded with a status of 400");
	}

	private Locator cipher(String label) {
		return this.page
			.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Cipher and its key").setExact(true))
			.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
	}

	private Locator text(String label) {
		return this.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private String enciphered(String text, String cipher) {
		return post("/encrypt", "{\"text\": \"%s\", \"cipher\": %s}".formatted(text, cipher)).as(200)
			.at("/text")
			.asString();
	}

	@Test
	void followsWhatIsTypedBothWays() {
		open("encipher");
		text("Plaintext").fill(PLAINTEXT);
		assertThat(text("Ciphertext")).hasValue(enciphered(PLAINTEXT, "{\"type\": \"vigenere\", \"key\": \"LEMON\"}"));

		button("A random key").click();
		assertThat(cipher("Key")).not().hasValue("LEMON");
		String ciphertext = enciphered(PLAINTEXT,
				"{\"type\": \"vigenere\", \"key\": \"%s\"}".formatted(cipher("Key").inputValue()));
		assertThat(text("Ciphertext")).hasValue(ciphertext);

		button("⇅ Swap the texts").click();
		assertThat(this.page.getByLabel("Decipher")).isChecked();
		assertThat(text("Ciphertext")).isEditable();
		assertThat(text("Ciphertext")).hasValue(ciphertext);
		assertThat(text("Plaintext")).hasValue(PLAINTEXT);
		audit("encipher");

		this.page.reload();
		assertThat(text("Plaintext")).hasValue(PLAINTEXT);
		button("Solve this").click();
		assertThat(this.page).hasTitle("Read · Decipher");
		assertThat(this.page).hasURL(Pattern.compile("#/read\\?text="));
	}

	@Test
	void takesAnyCipherAndLongTexts() {
		open("encipher");
		cipher("Cipher").selectOption("caesar");
		button("A random key").click();
		assertThat(text("Ciphertext")).not().hasValue("");
		cipher("Shift").fill("3");
		String letters = letters(100_000, new SplittableRandom(5));
		text("Plaintext").fill(letters);
		assertThat(text("Ciphertext")).hasValue(enciphered(letters, "{\"type\": \"caesar\", \"shift\": 3}"));

		text("Plaintext").fill("MEET");
		cipher("Cipher").selectOption("homophonic");
		assertThat(text("Ciphertext")).hasValue(Pattern.compile("(\\d\\d ){3}\\d\\d"));
		cipher("Cipher").selectOption("enigma");
		button("A random key").click();
		assertThat(text("Ciphertext")).hasValue(Pattern.compile("[A-Z]{4}"));
		this.page.getByLabel("Write the ciphertext in groups of five").check();
		text("Plaintext").fill("MEET ME AT");
		assertThat(text("Ciphertext")).hasValue(Pattern.compile("[A-Z]{5} [A-Z]{3}"));

		cipher("Cipher").selectOption("rail-fence");
		this.page.getByText("Train a network on it").click();
		assertThat(this.page).hasTitle("Train · Decipher");
		assertThat(this.page.getByLabel("Cipher", new Page.GetByLabelOptions().setExact(true))).hasValue("rail-fence");
	}

	@Test
	void showsWhatIsWrongWhereItIs() {
		open("encipher");
		cipher("Key").fill("L3M");
		assertThat(cipher("Key")).hasAttribute("aria-invalid", "true");
		assertThat(cipher("Key")).hasAccessibleDescription(Pattern.compile("outside the alphabet at position 1"));
		assertThat(text("Ciphertext")).hasValue("");
		audit("encipher-fault");
		cipher("Key").fill("LEMON");
		assertThat(cipher("Key")).not().hasAttribute("aria-invalid", "true");

		this.page.getByText("Alphabet and characters").click();
		cipher("Alphabet").selectOption("One of my own");
		cipher("Its characters").fill("ABCA");
		assertThat(cipher("Its characters")).hasAccessibleDescription(Pattern.compile("must be distinct"));
		cipher("Its characters").fill("ABCDEFGHIJKLMNOPQRSTUVWXYZ ");
		text("Plaintext").fill("NO AIR");
		assertThat(text("Ciphertext")).not().hasValue("");

		cipher("Cipher").selectOption("playfair");
		cipher("Alphabet").selectOption("the cipher's own");
		this.page.getByLabel("Decipher").check();
		text("Ciphertext").fill("ABC");
		assertThat(text("Ciphertext")).hasAccessibleDescription(Pattern.compile("no multiple of 2"));
	}

}
