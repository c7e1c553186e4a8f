package dev.decipher;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A view of the page in a real browser, on the real service.
 */
abstract class PageTest extends ServiceTest {

	/** Where the pictures are left for people to look at. */
	private static final Path PICTURES = Path.of("target", "page");

	/** Pixels: the narrowest telephone, and a desk. */
	private static final int NARROW = 360;

	private static final int WIDE = 1280;

	private static final int HEIGHT = 900;

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static Chromium chromium;

	Page page;

	/**
	 * One for all classes, since it takes seconds to start; ends with the last of them.
	 */
	@RegisterExtension
	static final BeforeAllCallback OPEN_CHROMIUM = (context) -> chromium = context.getRoot()
		.getStore(ExtensionContext.Namespace.create(PageTest.class))
		.computeIfAbsent(Chromium.class, (type) -> Chromium.open(), Chromium.class);

	@BeforeEach
	void openPage() {
		awaitDefaultModel();
		chromium.errors().clear();
		this.page = newPage();
	}

	@AfterEach
	void closePage() {
		this.page.close();
		assertThat(chromium.errors()).as("a page without an error, that needs no more than its policy allows")
			.allMatch(this::isExpected);
	}

	/**
	 * Whether a message on the browser's console is one that a test brings about: a
	 * browser writes down each answer of a status from 400 on.
	 */
	boolean isExpected(String error) {
		return false;
	}

	Page newPage() {
		return chromium
			.page(new Browser.NewPageOptions().setViewportSize(WIDE, HEIGHT).setReducedMotion(ReducedMotion.REDUCE));
	}

	/** Opens a view by its address, {@code watch?job=…}. */
	void open(String view) {
		this.page.navigate(uri("/").toString() + "#/" + view);
		this.page.locator("h1").waitFor();
	}

	/**
	 * Has the view as it stands looked through for what shuts people out, in light and
	 * dark, wide and narrow, and leaves a picture of each.
	 */
	void audit(String name) {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			for (int width : List.of(WIDE, NARROW)) {
				this.page.setViewportSize(width, HEIGHT);
				String picture = "%s-%s-%d".formatted(name, scheme.name().toLowerCase(), width);
				this.page.screenshot(
						new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")).setFullPage(true));
				assertThat(this.page.evaluate("document.documentElement.scrollWidth")).as(picture + " fits the window")
					.isEqualTo(this.page.evaluate("document.documentElement.clientWidth"));
				// every colour and every width once: what one scheme has wide the other
				// has narrow
				if ((scheme == ColorScheme.LIGHT) == (width == WIDE)) {
					assertAccessible(picture);
				}
			}
		}
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		this.page.setViewportSize(WIDE, HEIGHT);
	}

	private void assertAccessible(String picture) {
		List<Rule> violations = new AxeBuilder(this.page).withTags(WCAG).analyze().getViolations();
		assertThat(violations).as(picture)
			.extracting((rule) -> rule.getId() + ": " + rule.getHelp() + " "
					+ rule.getNodes().stream().map((node) -> node.getHtml()).limit(3).toList())
			.isEmpty();
	}

}
