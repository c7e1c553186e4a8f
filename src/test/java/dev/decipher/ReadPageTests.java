package dev.decipher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.decipher.solve.PublicCiphertext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view Read as somebody uses it who has a ciphertext.
 */
class ReadPageTests extends PageTest {

	private static final String CRYPTOGRAM = "AUD HDGA PQS AL MDQNT Q MQTJCQJD BG AL NDQV PUQA IDLIMD PNLAD BT BA "
			+ "PUDT AUDS AULCJUA AUQA TLHLVS DMGD PQG MLLRBTJ";

	private static final String CAESAR = "XFMDPNF UP UIF XPSME PG DJQIFST, XIFSF OPUIJOH JT XIBU JU TFFNT";

	private static final String PLAINTEXT = "WELCOME TO THE WORLD OF CIPHERS, WHERE NOTHING IS WHAT IT SEEMS";

	/** Milliseconds: a minute's search on a busy machine. */
	private static final double PATIENCE = 180_000;

	/** Controls between the top of the page and any other. */
	private static final int MOST_TABS = 80;

	/** A page's elements, of which a letter must not be one. */
	private static final int MOST_ELEMENTS = 3000;

	@Override
	boolean isExpected(String error) {
		return error.contains("status of 400") || error.contains("status of 429") || error.contains("ERR_FAILED");
	}

	@BeforeEach
	void openRead() {
		open("read");
	}

	private Locator field() {
		return this.page.getByLabel("Ciphertext", new Page.GetByLabelOptions().setExact(true));
	}

	private Locator spinner(String name) {
		return this.page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Locator region(String name) {
		return this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private void awaitStatus(String text) {
		assertThat(region("Reading").getByRole(AriaRole.STATUS).first()).containsText(text,
				new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
	}

	private void openHints() {
		this.page.getByText("What you know of it").click();
	}

	private void chooseKind(String type) {
		this.page.getByLabel("Kind of cipher", new Page.GetByLabelOptions().setExact(true)).selectOption(type);
	}

	@Test
	void readsACryptogramWithOneHintAndGoesOnWithWhatIsKnown() {
		field().fill(CRYPTOGRAM);
		assertThat(region("What kind of cipher").getByRole(AriaRole.LISTITEM).first()).isVisible();
		openHints();
		chooseKind("substitution");
		this.page.getByLabel("Search for").selectOption("60");
		button("Solve").click();
		awaitStatus("Done");
		assertThat(region("Plaintext")).containsText("THE BEST WAY TO LEARN A LANGUAGE IS TO READ");
		assertThat(region("Reading").getByText("almost certain").or(region("Reading").getByText("likely")).first())
			.isVisible();
		this.page.getByText("Why").click();
		assertThat(region("What kind of cipher").getByText("Index of coincidence").first()).isVisible();
		button("A stands for T").click();
		button("A is T").click();
		button("D stands for E").click();
		this.page.getByLabel("D is").fill("e");
		assertThat(button("Forget that D is E")).isVisible();
		audit("read");
		button("Below the ciphertext").click();
		assertThat(region("Ciphertext above plaintext")).containsText("AUDTHE");
		button("Go on from this key").click();
		awaitStatus("Done");
		assertThat(button("A stands for T, fixed")).isVisible();
		button("Text").click();
		region("The key, to be edited by hand").getByLabel("A becomes").fill("H");
		assertThat(region("Plaintext")).containsText("THE AEST WBY TO LEBRN");
		assertThat(region("Reading")).containsText("Key edited by hand");
		button("Undo the edits").click();
		assertThat(region("Plaintext")).containsText("THE BEST WAY TO LEARN");
	}

	@Test
	void readsByKeyboardAndKeepsWhatWasRead() {
		tabTo(field());
		this.page.keyboard().type(CAESAR);
		this.page.keyboard().press("Enter");
		awaitStatus("Done");
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		tabTo(button("Download"));
		Download download = this.page.waitForDownload(() -> this.page.keyboard().press("Enter"));
		assertThat(content(download.path())).isEqualTo(PLAINTEXT + "\n");
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Watch")).click();
		this.page.goBack();
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		this.page.reload();
		assertThat(field()).hasValue(CAESAR);
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		field().fill(CAESAR + " A");
		assertThat(region("Reading")).containsText("before you changed it");
	}

	private void tabTo(Locator control) {
		for (int i = 0; i < MOST_TABS && !(boolean) control.evaluate("(one) => one === document.activeElement"); i++) {
			this.page.keyboard().press("Tab");
		}
		assertThat(control).isFocused();
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void takesFilesAndLinks() {
		this.page.getByLabel("Open a file")
			.setInputFiles(
					new FilePayload("letter.txt", "text/plain", "Grüße, XYZ\n".getBytes(StandardCharsets.UTF_8)));
		assertThat(field()).hasValue("Grüße, XYZ");
		this.page.getByLabel("Open a file")
			.setInputFiles(new FilePayload("picture.png", "image/png", new byte[] { (byte) 137, 80, 78, 71, 0, 0 }));
		assertThat(this.page.getByText("picture.png isn't a text.")).isVisible();
		field().dispatchEvent("drop", Map.of("dataTransfer", this.page.evaluateHandle("""
				() => {
				  const data = new DataTransfer();
				  data.items.add(new File(["DROPPED HERE"], "dropped.txt", { type: "text/plain" }));
				  return data;
				}""")));
		assertThat(field()).hasValue("DROPPED HERE");
		openHints();
		chooseKind("vigenere");
		this.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		button("Link with the text").click();
		assertThat(this.page.getByText("Whoever opens the link sees the text.")).isVisible();
		String link = (String) this.page.evaluate("navigator.clipboard.readText()");
		field().fill("A".repeat(10_000));
		button("Link with the text").click();
		assertThat(this.page.getByText("too long for a link")).isVisible();
		try (Page other = newPage()) {
			other.navigate(link);
			assertThat(other.getByLabel("Ciphertext", new Page.GetByLabelOptions().setExact(true)))
				.hasValue("DROPPED HERE");
			assertThat(other.getByText("What you know of it (1)")).isVisible();
			assertThat(other).hasURL(uri("/").toString() + "#/read");
		}
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatItHas() {
		field().fill(CAESAR);
		button("Solve").click();
		awaitStatus("Done");
		openHints();
		this.page.getByLabel("Words of the plaintext").fill("WORLD");
		this.page.getByLabel("At letter").fill("9999");
		button("Solve again").click();
		assertThat(this.page.getByLabel("At letter")).hasAccessibleDescription(
				Pattern.compile("Counted from 1 leaves no room for the words: the text has at most 51"));
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("A hint can't be used");
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		this.page.getByLabel("At letter").fill("13");
		Request request = this.page.waitForRequest("**/solve", () -> button("Solve again").click());
		assertThat(request.postData()).contains("\"position\":12");
		awaitStatus("Done");
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		this.page.getByLabel("At letter").fill("");
		this.page.route("**/solve",
				(route) -> route.fulfill(new Route.FulfillOptions().setStatus(429)
					.setContentType("application/problem+json")
					.setHeaders(Map.of("Retry-After", "10"))
					.setBody("""
							{"title": "Too Many Requests", "status": 429, "detail": "4 texts are being solved"}""")));
		button("Solve again").click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("4 texts are being solved");
		assertThat(this.page.getByText("Try again in 10 seconds")).isVisible();
		this.page.unroute("**/solve");
		this.page.route("**/solve", Route::abort);
		button("Solve again").click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("No connection");
		assertThat(region("Plaintext")).hasText(PLAINTEXT);
		this.page.unroute("**/solve");
		this.page.route("**/solve", (route) -> route.fulfill(new Route.FulfillOptions()
			.setContentType("text/event-stream")
			.setBody(
					"""
							event: types
							data: [{"type": "caesar", "probability": 1}]

							event: candidate
							data: {"text": "HALF READ", "language": "english", "cipher": {"type": "caesar", "shift": 2}, "confidence": 0.3}

							""")));
		button("Solve again").click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("connection was lost");
		assertThat(region("Plaintext")).hasText("HALF READ");
		awaitStatus("best reading until then");
		assertThat(region("Reading")).containsText("doubtful");
		this.page.unroute("**/solve");
		button("Forget all hints").click();
		field().fill("A");
		button("Solve").click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).hasText(Pattern.compile("^There is nothing to solve"));
		assertThat(region("Plaintext")).isHidden();
	}

	@Test
	void takesAnotherAlphabetAndSymbolsOfSeveralCharacters() {
		PublicCiphertext kryptos = PublicCiphertext.named("Kryptos 1");
		field().fill(kryptos.text());
		openHints();
		chooseKind("vigenere");
		spinner("From").fill("10");
		spinner("To").fill("10");
		this.page.getByText("Alphabet and characters").click();
		this.page.getByLabel("Alphabet", new Page.GetByLabelOptions().setExact(true)).selectOption("own");
		this.page.getByLabel("Its characters").fill("KRYPTOSABCDEFGHIJLMNQUVWXZ");
		button("Solve").click();
		awaitStatus("Done");
		assertThat(region("Plaintext"))
			.hasText("BETWEEN SUBTLE SHADING AND THE ABSENCE OF LIGHT LIES THE NUANCE OF IQLUSION");
		this.page.getByLabel("A symbol is").selectOption("two characters");
		this.page.getByLabel("Blanks, digits and punctuation").selectOption("are enciphered too");
		Request request = this.page.waitForRequest("**/solve", () -> button("Solve again").click());
		assertThat(request.postData()).contains("\"ciphertext\":{\"tokens\":{\"length\":2}}", "\"characters\":\"all\"");
		audit("read-alphabet");
	}

	@Test
	void namesPlaintextAsThatAndShowsNoPercentageOfAnEditedKey() {
		this.page.route("**/solve", (route) -> route.fulfill(new Route.FulfillOptions()
			.setContentType("text/event-stream")
			.setBody(
					"""
							event: done
							data: {"types": [], "form": [], "keysTried": 1, "seconds": 0.1, "candidates": [\
							{"text": "ABC DEF", "language": "english", "cipher": {"type": "caesar", "shift": 0}, "confidence": 0.9},\
							{"text": "YZA BCD", "language": "english", "cipher": {"type": "caesar", "shift": 2}, "confidence": 0.1}]}

							""")));
		field().fill("ABC DEF");
		button("Solve").click();
		awaitStatus("Done");
		assertThat(region("Reading").getByText("1 key tried in")).isVisible();
		assertThat(region("Reading").getByRole(AriaRole.RADIO).first())
			.hasAccessibleName(Pattern.compile("^Plaintext: nothing to decipher, English, 90 %"));
		assertThat(region("The key, to be edited by hand")).isHidden();
		Locator other = region("Reading").getByRole(AriaRole.RADIO).last();
		other.check();
		region("The key, to be edited by hand").getByLabel("Places").fill("1");
		assertThat(region("Plaintext")).hasText("ZAB CDE");
		assertThat(other).hasAccessibleName(Pattern.compile("^Caesar, English, edited by hand"));
	}

	@Test
	void searchesWhileOtherViewsAreLookedAtUntilItIsStopped() {
		field().fill(letters(200, new SplittableRandom(1)));
		openHints();
		chooseKind("playfair");
		this.page.getByLabel("Search for").selectOption("60");
		button("Solve").click();
		assertThat(region("Reading").getByText("keys tried in")).isVisible();
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models")).click();
		assertThat(this.page).hasTitle("Models · Decipher");
		this.page.goBack();
		awaitStatus("Searching");
		assertThat(button("Cancel")).isEnabled();
		button("Cancel").click();
		awaitStatus("Stopped");
		assertThat(button("Cancel")).isDisabled();
		await().until(() -> get("/actuator/metrics/decipher.solve.active").as(200)
			.at("/measurements/0/value")
			.asDouble() == 0);
	}

	@Test
	void readsALongTextByItsBeginningAndAsAJob() {
		String text = (CAESAR + "\n").repeat(100_000 / CAESAR.length());
		field().fill(text);
		assertThat(region("What kind of cipher").getByRole(AriaRole.LISTITEM).first()).isVisible();
		assertThat(region("What kind of cipher")).containsText("Only the beginning was looked at");
		openHints();
		chooseKind("caesar");
		this.page.getByLabel("Search for").selectOption("600");
		assertThat(this.page.getByText("As a job")).isVisible();
		button("Solve").click();
		awaitStatus("Done");
		assertThat(region("Plaintext")).hasText((PLAINTEXT + "\n").repeat(100_000 / CAESAR.length()));
		assertThat(region("Reading")).containsText("in the first 4,000 characters");
		assertThat(((Number) this.page.evaluate("document.querySelectorAll('*').length")).intValue())
			.isLessThan(MOST_ELEMENTS);
	}

	@Test
	void aLinkWithAnotherTextEndsNoJob() {
		field().fill(letters(200, new SplittableRandom(1)));
		openHints();
		chooseKind("playfair");
		this.page.getByLabel("Search for").selectOption("600");
		button("Solve").click();
		Locator watch = region("Reading").getByText("Watch it");
		assertThat(watch).isVisible();
		String id = watch.getAttribute("href").replaceAll(".*=", "");
		try {
			open("read?text=ANOTHER");
			assertThat(field()).hasValue("ANOTHER");
			assertThat(watch).isHidden();
			assertThat(get("/jobs/" + id).as(200).at("/state").asString()).isIn("QUEUED", "RUNNING");
		}
		finally {
			cancel(id);
		}
	}

}
