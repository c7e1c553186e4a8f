package dev.decipher;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all views stand in.
 */
class PageFrameTests extends PageTest {

	private static final List<String> VIEWS = List.of("Read", "Encipher", "Train", "Watch", "Understand", "Models");

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
			this.page.locator("header nav")
				.getByText(view, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
				.click();
			assertThat(this.page).hasTitle(view + " · Decipher");
			assertThat(this.page.locator("h1")).isVisible();
			assertThat(this.page.locator("[aria-current=page]")).hasText(view);
		}
		assertThat(elsewhere).isEmpty();
	}

	@Test
	void keepsItsColours() {
		open("read");
		this.page.getByLabel("Colours").selectOption("dark");
		this.page.reload();
		assertThat(this.page.locator("html")).hasAttribute("data-theme", "dark");
		this.page.getByLabel("Colours").selectOption("auto");
	}

	@Test
	void isReachedByKeyboardAlone() {
		open("read");
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator(".skip")).isFocused();
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("main")).isFocused();
		Page.GetByRoleOptions models = new Page.GetByRoleOptions().setName("Models").setExact(true);
		this.page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, models).focus();
		this.page.keyboard().press("Enter");
		assertThat(this.page).hasTitle("Models · Decipher");
	}

}
