package dev.decipher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all views stand in.
 */
class PageFrameTests extends PageTest {

	private static final List<String> VIEWS = List.of("Read", "Encipher", "Train", "Watch", "Understand", "Models");

	@Override
	boolean isExpected(String error) {
		return error.contains("ERR_FAILED");
	}

	@Test
	void opensAtTheServicesAddressAndAsksNobodyElse() {
		List<String> elsewhere = new ArrayList<>();
		this.page.onRequest((request) -> {
			if (!request.url().startsWith(uri("/").toString())) {
				elsewhere.add(request.url());
			}
		});
		this.page.navigate(uri("/").toString());
		assertThat(this.page).hasTitle("Read · Decipher");
		for (String view : VIEWS) {
			this.page.locator("header nav").getByText(view, new Locator.GetByTextOptions().setExact(true)).click();
			assertThat(this.page).hasTitle(view + " · Decipher");
			assertThat(this.page.locator("h1")).isVisible();
			assertThat(this.page.locator("[aria-current=page]")).hasText(view);
		}
		assertThat(elsewhere).isEmpty();
	}

	@Test
	void nothingMovesWhileItLoads() {
		this.page.addInitScript("""
				window.shifts = 0;
				new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shifts += one.value; }))
					.observe({ type: "layout-shift", buffered: true });""");
		for (String view : VIEWS) {
			this.page.navigate("about:blank");
			open(view.toLowerCase(Locale.ROOT));
			this.page.waitForLoadState(LoadState.NETWORKIDLE);
			assertThat((Number) this.page.evaluate("shifts")).as(view)
				.extracting(Number::doubleValue, as(InstanceOfAssertFactories.DOUBLE))
				.isLessThan(0.01);
		}
	}

	@Test
	void saysWhenThereIsNoSuchViewOrItCannotBeLoaded() {
		open("nonsense");
		assertThat(this.page.getByText("There is no such view. This is Read.")).isVisible();
		this.page.route("**/views/models.js", Route::abort);
		Page.GetByRoleOptions models = new Page.GetByRoleOptions().setName("Models").setExact(true);
		this.page.getByRole(AriaRole.LINK, models).click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("couldn't be loaded");
		Locator again = this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"));
		again.click();
		assertThat(this.page.getByText("No connection")).isVisible();
		audit("not-loaded");
		this.page.unroute("**/views/models.js");
		again.click();
		assertThat(again).isHidden();
		assertThat(this.page.getByRole(AriaRole.HEADING, models)).isVisible();
	}

	@Test
	void keepsItsColours() {
		open("read");
		this.page.getByLabel("Colours").selectOption("dark");
		// it is kept once it is shown
		assertThat(this.page.locator("html")).hasAttribute("data-theme", "dark");
		this.page.reload();
		assertThat(this.page.locator("html")).hasAttribute("data-theme", "dark");
		this.page.getByLabel("Colours").selectOption("auto");
	}

	@Test
	void worksWhereTheBrowserKeepsNothing() {
		this.page.addInitScript("""
				for (const name of ["sessionStorage", "localStorage"]) {
					Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
				}""");
		open("read");
		this.page.getByLabel("Ciphertext").first().fill("KHOOR");
		this.page.getByLabel("Colours").selectOption("dark");
		assertThat(this.page.locator("html")).hasAttribute("data-theme", "dark");
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models").setExact(true)).click();
		assertThat(this.page).hasTitle("Models · Decipher");
		this.page.goBack();
		assertThat(this.page.getByLabel("Ciphertext").first()).hasValue("KHOOR");
	}

	@Test
	void isReachedByKeyboardAlone() {
		open("read");
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator(".skip")).isFocused();
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("main")).isFocused();
		Page.GetByRoleOptions models = new Page.GetByRoleOptions().setName("Models").setExact(true);
		this.page.getByRole(AriaRole.LINK, models).focus();
		this.page.keyboard().press("Enter");
		assertThat(this.page).hasTitle("Models · Decipher");
	}

}
