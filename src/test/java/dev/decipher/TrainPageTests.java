package dev.decipher;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view that has networks trained.
 */
class TrainPageTests extends PageTest {

	private static final Pattern WATCH = Pattern.compile("#/watch\\?job=([-0-9a-f]+)");

	@Override
	boolean isExpected(String error) {
		return error.contains("the server responded with a status of 400");
	}

	private Locator field(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/** The job that the page has gone on to watch. */
	private String watched() {
		assertThat(this.page).hasURL(WATCH);
		Matcher address = WATCH.matcher(this.page.url());
		assertThat(address.find()).isTrue();
		return address.group(1);
	}

	private void fill(Map<String, String> settings) {
		settings.forEach((label, value) -> field(label).fill(value));
	}

	private static FilePayload file(String content) {
		return new FilePayload("pairs.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void trainsOnACipherAndGoesOnFromThere() {
		open("train");
		field("Cipher").selectOption("caesar");
		field("Shift").fill("5");
		field("Length of a message").fill("12");
		field("Model").fill("page-caesar");
		assertThat(this.page.getByText("A new model: page-caesar, version 1.")).isVisible();
		this.page.getByText("Advanced: network and training").click();
		button("The tutorial's network").click();
		fill(Map.of("Learning rate", "0.02", "Messages in an epoch", "12800", "Epochs at most", "30", "Seed", "1"));
		audit("train");
		button("Train").dblclick();
		JsonNode job = awaitState(watched(), "SUCCEEDED");
		assertThat(job.at("/request/data").toString()).isEqualTo(json
			.readTree("{\"cipher\":{\"type\":\"caesar\",\"shift\":5},\"alphabet\":\"latin26\",\"messageLength\":12}")
			.toString());
		assertThat(job.at("/request/network/hidden").asInt()).isEqualTo(10);
		assertThat(job.at("/request/training/seed").asInt()).isEqualTo(1);
		assertThat(get("/jobs?model=page-caesar").as(200).at("/total").asInt()).isEqualTo(1);

		open("train?from=page-caesar&version=1");
		assertThat(field("Begin with")).hasValue("page-caesar/1");
		assertThat(field("Model")).hasValue("page-caesar");
		assertThat(this.page.getByText("this becomes version 2 or later")).isVisible();
		assertThat(field("Shift")).hasValue("5");
		field("Embedding").fill("7");
		button("Train").click();
		assertThat(field("Embedding")).hasAttribute("aria-invalid", "true");
		button("Leave it all to the service").click();
		field("The new version becomes the active one as soon as it is trained").uncheck();
		button("Train").click();
		awaitState(watched(), "SUCCEEDED");
		assertThat(get("/models/page-caesar").as(200).at("/activeVersion").asInt()).isEqualTo(1);
		assertThat(get("/models/page-caesar/versions/2").as(200).at("/request/from/version").asInt()).isEqualTo(1);
	}

	@Test
	void showsFaultsAtTheirFields() {
		open("train");
		field("Model").fill("Not a name");
		assertThat(this.page.getByText("This can't be a name")).isVisible();
		this.page.getByText("Advanced: network and training").click();
		fill(Map.of("LSTM units", "0"));
		this.page.getByText("Advanced: network and training").click();
		button("Train").click();
		assertThat(field("Model")).isFocused();
		assertThat(field("Model")).hasAccessibleDescription(Pattern.compile("must be 1 to 64"));
		assertThat(field("LSTM units")).isVisible();
		assertThat(field("LSTM units")).hasAccessibleDescription(Pattern.compile("must be between 1 and 4096"));
		audit("train-fault");
		field("Model").fill("page-faults");
		fill(Map.of("LSTM units", "8", "Epochs at most", "many"));
		button("Train").click();
		assertThat(field("Epochs at most")).isFocused();
		assertThat(field("Epochs at most")).hasAccessibleDescription(Pattern.compile("must be a whole number"));
		field("Epochs at most").fill("");
		field("Key").fill("L3M");
		button("Train").click();
		assertThat(field("Key")).isFocused();
		assertThat(field("Key")).hasAccessibleDescription(Pattern.compile("outside the alphabet"));
	}

	@Test
	void trainsOnPairs() {
		SplittableRandom random = new SplittableRandom(3);
		StringBuilder pairs = new StringBuilder("plaintext;note;ciphertext\r\n");
		for (int i = 0; i < 120; i++) {
			String plaintext = letters(12, random);
			String ciphertext = new StringBuilder(plaintext).reverse().toString();
			pairs.append(plaintext).append(";\"a \"\"note\"\"\";").append(ciphertext).append("\r\n");
		}
		open("train");
		field("Pairs of ciphertext and plaintext, whatever the cipher").check();
		assertThat(button("Train")).isDisabled();
		field("File of pairs").setInputFiles(file(pairs.toString()));
		assertThat(this.page.getByText("120 pairs.")).isVisible();
		String[] first = pairs.toString().split("\r\n")[1].split(";");
		assertThat(this.page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.CELL))
			.hasText(new String[] { "2", first[2], first[0] });
		field("Share held out").fill("0.2");
		field("Model").fill("page-pairs");
		this.page.getByText("Advanced: network and training").click();
		fill(Map.of("Messages in an epoch", "64", "Epochs at most", "1"));
		audit("train-pairs");
		button("Train").click();
		JsonNode job = awaitState(watched(), "SUCCEEDED");
		assertThat(job.at("/request/data/pairs/count").asInt()).isEqualTo(120);
		assertThat(job.at("/request/data/validationFraction").asDouble()).isEqualTo(0.2);
	}

	@Test
	void showsTheFaultsOfPairsWithTheirLines() {
		open("train");
		field("Model").fill("page-bad-pairs");
		field("Pairs of ciphertext and plaintext, whatever the cipher").check();
		// dropped, as people do it
		Object files = this.page.evaluateHandle("""
				() => {
					const dropped = new DataTransfer();
					dropped.items.add(new File(["ciphertext,plaintext\\nBCD,ABC\\n\\nEFG\\n\\"H,I"], "dropped.csv"));
					return dropped;
				}""");
		this.page.locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", files));
		Locator faults = this.page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM);
		assertThat(faults).hasText(
				new String[] { "line 4: has 1 field, and the header has 2", "line 5: has a quote that is not closed" });

		field("File of pairs").setInputFiles(file("ciphertext,plaintext\nBCD,ABC\nCDE,BCD\nDE,CDEF\n"));
		assertThat(this.page.getByText("3 pairs.")).isVisible();
		assertThat(faults).hasCount(0);
		Locator notes = this.page.locator(".note");
		assertThat(notes).containsText("Lengths differ in 1 of 3 pairs");
		assertThat(notes.getByRole(AriaRole.LISTITEM)).hasText("line 4: lengths differ: 2 and 4");
		button("Train").click();
		assertThat(faults.first()).containsText("line 4: ");
		assertThat(notes).hasCount(0);
		assertThat(get("/jobs?model=page-bad-pairs").as(200).at("/total").asInt()).isZero();

		// blanks that one side lacks are no fault; a header by other names may be one
		field("File of pairs").setInputFiles(file("cipher,text\nWKHGRJ,THE DOG\nDFDW,A CAT\n"));
		assertThat(notes.first()).containsText("Is line 1 a pair?");
		audit("train-header");
		button("No, line 1 is a header").click();
		assertThat(this.page.getByText("2 pairs.")).isVisible();
		assertThat(notes).hasCount(0);

		this.page.getByText("Or paste them").click();
		field("Pairs, one a line").fill("A letter to a friend");
		assertThat(faults).hasText(Pattern.compile("The file must begin with a header"));
	}

	@Test
	void trainsTheDemoByOneClick() {
		open("train");
		button("Train the demo").click();
		String job = watched();
		assertThat(job(job).at("/request/data/cipher/key").asString()).isEqualTo("LEMON");
		await().until(() -> get("/jobs/" + job + "/history").as(200).size() > 1);
		cancel(job);
	}

	@Test
	void survivesALinkThatMakesNoSense() {
		open("train?cipher=LEMON");
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("no cipher that can be read");
		this.page.navigate("about:blank");
		open("train?cipher=%7B%22type%22:%22homophonic%22,%22key%22:%7B%22E%22:5%7D%7D");
		button("Forget it and start over").click();
		assertThat(field("Cipher")).hasValue("vigenere");
	}

}
