package dev.decipher;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view Understand: a model's card, what it confuses, what its units do.
 */
class UnderstandPageTests extends PageTest {

	private Locator role(AriaRole role, String name) {
		return this.page.getByRole(role, new Page.GetByRoleOptions().setName(name));
	}

	@Test
	void showsWhatANetworkDoes() {
		JsonNode seed = get("/models/seed/versions/1").as(200);
		open("understand");
		Locator card = role(AriaRole.REGION, "seed, version 1");
		assertThat(card).containsText(seed.at("/sha256").asString());
		assertThat(card).containsText("an embedding of 5, an LSTM of 10, a linear layer");
		assertThat(card).containsText("other keys of the same cipher");

		role(AriaRole.BUTTON, "Try it on 40 messages").click();
		Locator confusion = role(AriaRole.REGION, "What it confuses");
		assertThat(confusion).containsText("1,280 symbols of 40 messages");
		assertThat(role(AriaRole.IMG, "Confusion matrix of 27 by 27 symbols")).isVisible();
		Locator map = role(AriaRole.APPLICATION, "Confusion matrix");
		map.focus();
		map.press("ArrowRight");
		assertThat(confusion.getByRole(AriaRole.STATUS)).containsText("A read as B: ");
		map.press("ArrowLeft");
		assertThat(confusion.getByRole(AriaRole.STATUS)).containsText("A read as A: ");

		Locator work = role(AriaRole.REGION, "The LSTM at work");
		work.getByLabel("Ciphertext").fill("ERPDRF");
		role(AriaRole.BUTTON, "Show its states").click();
		assertThat(work.locator(".decrypted")).hasText("SECRET");
		assertThat(role(AriaRole.IMG, "Hidden states: 10 units at 6 positions")).isVisible();
		Locator states = role(AriaRole.APPLICATION, "Hidden states");
		states.focus();
		states.press("ArrowRight");
		assertThat(work.getByRole(AriaRole.STATUS)).containsText("position 1: ");
		audit("understand");
	}

	@Test
	void findsTheUnitsThatCount() {
		learn("""
				{"model": "counting", "data": {"cipher": {"type": "vigenere", "key": "KEY"}, "messageLength": 12},
				"network": {"embedding": 16, "hidden": 24}, "training": {"maxEpochs": 12, "seed": 1}}""");
		open("understand?model=counting");
		assertThat(role(AriaRole.REGION, "The LSTM at work")).containsText("follow a period of 3");
		assertThat(role(AriaRole.REGION, "The LSTM at work")).containsText("The key has 3 symbols.");
	}

	@Test
	void tellsWhatItDoesNotKnow() {
		this.page.route("**/models/seed/versions/1", (route) -> {
			JsonNode version = get("/models/seed/versions/1").as(200);
			((tools.jackson.databind.node.ObjectNode) version)
				.remove(java.util.List.of("request", "provenance", "accuracyByPosition", "accuracyByLength", "job"));
			route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("application/json")
				.setBody(version.toString()));
		});
		open("understand");
		assertThat(role(AriaRole.REGION, "seed, version 1")).containsText("what it learned from isn't known");
		assertThat(this.page.getByText("Try it on pairs of your own")).isVisible();
	}

}
