package dev.decipher;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
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
		this.page.reload();
		assertThat(role(AriaRole.IMG, "Hidden states: 10 units at 32 positions")).isVisible();
		assertThat(work).containsText("No unit follows a period in this message");
		audit("understand");
	}

	@Test
	void findsTheUnitsThatCount() {
		learn("""
				{"model": "counting", "data": {"cipher": {"type": "vigenere", "key": "KEY"}, "messageLength": 12},
				"network": {"embedding": 16, "hidden": 24}, "training": {"maxEpochs": 12, "seed": 1}}""");
		open("understand?model=counting");
		// and no other: neither a multiple nor what chance makes of a message of 200
		// symbols
		assertThat(role(AriaRole.REGION, "The LSTM at work"))
			.containsText(java.util.regex.Pattern.compile("\\d+ units follow a period of 3\\. The key has 3 symbols"));
		assertThat(role(AriaRole.REGION, "The LSTM at work")).containsText("The key has 3 symbols.");
	}

	@Test
	void showsWhereANetworkLooked() {
		learn("""
				{"model": "looked", "data": {"cipher": {"type": "rail-fence", "rails": 2}, "messageLength": 8},
				"network": {"embedding": 2, "hidden": 4, "attentionHeads": 2, "attentionReach": 3},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 8, "targetAccuracy": 0.1}}""");
		JsonNode first = get("/models/looked/versions/1/activations?text=ABCDEFGH").as(200).at("/attention/0");
		open("understand?model=looked");
		Locator work = role(AriaRole.REGION, "The LSTM at work");
		// an example that comes later would stand in the text
		assertThat(work.getByLabel("Ciphertext")).not().hasValue("");
		work.getByLabel("Ciphertext").fill("ABCDEFGH");
		role(AriaRole.BUTTON, "Show its states").click();
		Locator looked = role(AriaRole.REGION, "Where it looked");
		for (int head = 0; head < 2; head++) {
			looked.getByRole(AriaRole.COMBOBOX).selectOption(new SelectOption().setIndex(head));
			assertThat(role(AriaRole.IMG, "Where head " + (head + 1) + " looked: 8 positions")).isVisible();
			int place = first.at("/" + head + "/position").intValue();
			String weight = Math.round(100 * first.at("/" + head + "/weight").doubleValue()) + " %";
			String found = ", it looked at %s (%c): %s"
				.formatted((place == 0) ? "the same position" : "position " + place, 'A' + place, weight);
			assertThat(looked.getByRole(AriaRole.LISTITEM).first()).containsText(found);
			Locator map = looked.getByRole(AriaRole.APPLICATION);
			map.focus();
			map.press("ArrowUp");
			assertThat(looked.locator(".cell")).containsText(found);
		}
		audit("attention");
		assertThat(work.getByText("Which units count the period?")).isVisible();
		open("understand?model=seed");
		assertThat(role(AriaRole.IMG, "Hidden states")).isVisible();
		assertThat(looked).hasCount(0);
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
		assertThat(role(AriaRole.REGION, "What it confuses")).containsText("It needs pairs to be tried on");
		open("understand?model=nope");
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("There is no model \"nope\".");
		assertThat(role(AriaRole.REGION, "seed, version 1")).hasCount(0);
		assertThat(this.page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true))).hasCount(0);
	}

}
