package dev.decipher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page where a newcomer tries the service out, in a real browser.
 */
class SwaggerUiTests extends ServiceTest {

	/** Where the picture of the page is left for people to look at. */
	private static final Path PICTURE = Path.of("target", "swagger-ui.png");

	@Test
	void decryptsTheExampleThatIsFilledIn() {
		awaitDefaultModel();
		try (Chromium chromium = Chromium.open(); Page page = chromium.page()) {
			List<String> elsewhere = new ArrayList<>();
			page.onRequest((request) -> {
				if (!request.url().startsWith(uri("/").toString()) && !request.url().startsWith("data:")) {
					elsewhere.add(request.url());
				}
			});
			page.navigate(uri("/swagger-ui.html").toString());
			Locator decrypt = page.locator("#operations-Decrypting-decrypt");
			decrypt.locator(".opblock-summary-control").click();
			decrypt.locator("button.execute").click();
			Locator response = decrypt.locator(".live-responses-table");
			PlaywrightAssertions.assertThat(response.locator("tbody td.response-col_status")).containsText("200");
			PlaywrightAssertions.assertThat(response).containsText("\"text\": \"SECRET\"");
			page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setFullPage(true));
			assertThat(page.locator(".opblock-tag").evaluateAll("(tags) => tags.map((tag) => tag.dataset.tag)"))
				.isEqualTo(List.of("Decrypting", "Solving", "Training", "Jobs", "Models", "Ciphers", "Languages"));
			assertThat(chromium.errors()).as("a page that needs no more than its policy allows").isEmpty();
			assertThat(elsewhere).as("a page that works without the internet").isEmpty();
		}
	}

}
