package dev.decipher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real browser: the one that is installed, since a build should download none. Without
 * one the test is skipped.
 */
final class Chromium implements AutoCloseable {

	/** Milliseconds: a page on a busy machine takes longer than the default of 5 s. */
	private static final double PATIENCE = 60_000;

	private final Playwright playwright;

	private final Browser browser;

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Chromium open() {
		Optional<Path> installed = Programs.find("chromium", "chromium-browser", "google-chrome");
		assumeTrue(installed.isPresent(), "Skipped: there is no chromium on the PATH to open pages with");
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setExecutablePath(installed.get())
			.setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync"));
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		return new Chromium(playwright, playwright.chromium().launch(launch));
	}

	Page page() {
		return page(new Browser.NewPageOptions());
	}

	Page page(Browser.NewPageOptions options) {
		Page page = this.browser.newPage(options);
		page.setDefaultTimeout(PATIENCE);
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.errors.add(message.text());
			}
		});
		page.onPageError(this.errors::add);
		return page;
	}

	/** What pages complained of: scripts that failed, and what their policy forbids. */
	List<String> errors() {
		return this.errors;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
