package dev.decipher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The page where a newcomer tries the service out, in a real browser: the one that is
 * installed, since a build should download none. Without one the test is skipped.
 */
class SwaggerUiTests extends ServiceTest {

	/** Milliseconds: a page on a busy machine takes longer than the default of 5 s. */
	private static final double PATIENCE = 60_000;

	/** Where the picture of the page is left for people to look at. */
	private static final Path PICTURE = Path.of("target", "swagger-ui.png");

	@Test
	void decryptsTheExampleThatIsFilledIn() {
		Optional<Path> chromium = chromium();
		assumeTrue(chromium.isPresent(), "Skipped: there is no chromium on the PATH to open Swagger UI with");
		awaitDefaultModel();
		Playwright.CreateOptions options = new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
			.setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync"));
		try (Playwright playwright = Playwright.create(options);
				Browser browser = playwright.chromium().launch(launch);
				Page page = browser.newPage()) {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			page.setDefaultTimeout(PATIENCE);
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
				.isEqualTo(List.of("Decrypting", "Solving", "Training", "Jobs", "Models", "Ciphers"));
			assertThat(elsewhere).as("a page that works without the internet").isEmpty();
		}
	}

	private static Optional<Path> chromium() {
		return Stream.of("chromium", "chromium-browser", "google-chrome")
			.flatMap((name) -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
