package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What README and docs/class.md lead people through, and the pictures in them: left in
 * the build's folder, and with {@code -Ddocs.write=true} put into the documentation.
 */
class LessonPageTests extends PageTest {

	private static final Path LESSON = Path.of("docs", "class.md");

	private static final Path PAIRS = Path.of("docs", "class", "pairs.csv");

	private static final Path LETTER = Path.of("docs", "class", "letter.txt");

	private static final Path PICTURES = Path.of("docs", "pictures");

	private static final int WIDTH = 1000;

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Locator region(String name) {
		return this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
	}

	/** Takes the picture that the documentation has under this name. */
	private void picture(String name, int width, int height) throws IOException {
		this.page.setViewportSize(width, height);
		Path picture = target(name);
		this.page.screenshot(new Page.ScreenshotOptions().setPath(picture));
		document(picture);
	}

	private void picture(String name, Locator part) throws IOException {
		this.page.setViewportSize(WIDTH, 900);
		Path picture = target(name);
		part.screenshot(new Locator.ScreenshotOptions().setPath(picture));
		document(picture);
	}

	private static Path target(String name) {
		return Path.of("target", "page", name + ".png");
	}

	private static void document(Path picture) throws IOException {
		Path documented = PICTURES.resolve(picture.getFileName());
		if (Boolean.getBoolean("docs.write")) {
			Files.createDirectories(PICTURES);
			Files.copy(picture, documented, StandardCopyOption.REPLACE_EXISTING);
		}
		assertThat(documented).as("in the documentation").isNotEmptyFile();
	}

	@Test
	void readsACryptogramByTwoClicks() throws IOException {
		this.page.navigate(uri("/").toString());
		button("Newspaper cryptogram").click();
		assertThat(region("What kind of cipher").getByRole(AriaRole.LISTITEM).first()).isVisible();
		this.page.getByLabel("Search for").selectOption("60"); // whatever the machine
		button("Solve").click();
		assertThat(this.page.getByText("keys tried in")).isVisible();
		assertThat(this.page.getByText("Done: ")).isVisible();
		assertThat(region("Plaintext")).containsText(
				"THE BEST TIME TO PLANT A TREE WAS YESTERDAY; THE SECOND BEST IS NOW, BEFORE IT RAINS. - AN OLD GARDENER");
		picture("read", 1280, 820);
	}

	@Test
	void leadsFromPairsToHiddenUnits() throws IOException {
		String letter = Files.readString(LETTER);
		JsonNode kinds = post("/identify", json.createObjectNode().put("text", letter)).as(200);
		assertThat(kinds.at("/types/0/type").asString()).isEqualTo("vigenere");
		open("train");
		this.page.getByLabel("Pairs of ciphertext and plaintext, whatever the cipher").check();
		this.page.getByLabel("File of pairs").setInputFiles(PAIRS);
		assertThat(this.page.getByText("40 pairs.")).isVisible();
		this.page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill("found");
		picture("class-train", WIDTH, 1100);
		button("Train").click();
		assertThat(this.page).hasURL(Pattern.compile(".*#/watch\\?job=.*"));
		JsonNode job = awaitState(this.page.url().replaceFirst(".*job=", ""), "SUCCEEDED");
		assertThat(job.at("/request/network/period").asInt()).as("the key's length, found in the pairs").isEqualTo(5);
		assertThat(this.page.getByText("Succeeded")).isVisible();
		assertThat(this.page.locator(".u-over").first()).isVisible();
		picture("class-watch", WIDTH, 1300);

		open("read");
		String message = "FHT NPACZ TW RAHE FK HPWJ MN WZYD";
		assertThat(Files.readString(LESSON)).contains(message);
		this.page.getByLabel("Ciphertext", new Page.GetByLabelOptions().setExact(true)).fill(message);
		this.page.getByText("Decrypt with a trained model").click();
		this.page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).selectOption("found");
		assertThat(this.page.getByText("found, version")).isVisible();
		picture("class-decrypt", this.page.locator("details.model"));

		open("understand?model=found");
		Locator work = region("The LSTM at work");
		assertThat(work.getByText("units follow a period of 5")).isVisible();
		picture("class-units", work);
	}

}
