package dev.decipher;

import java.util.SplittableRandom;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys as people draw them, and what a model is sure of.
 */
class KeysPageTests extends PageTest {

	/** Learns next to nothing, so that it is in doubt. */
	private static final String DOUBTFUL = """
			{"model": "doubtful", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "messageLength": 16},
			"network": {"embedding": 3, "hidden": 4, "headHidden": 0, "skip": false},
			"training": {"maxEpochs": 1, "examplesPerEpoch": 640, "seed": 1}}""";

	@Test
	void swapsTheLettersOfASubstitution() {
		choose("substitution");
		assertThat(field("Key")).hasValue("QWERTYUIOPASDFGHJKLZXCVBNM");
		becomes("A").focus();
		this.page.keyboard().press("e");
		assertThat(becomes("A")).hasValue("E");
		assertThat(becomes("C")).hasValue("Q");
		assertThat(field("Key")).hasValue("EWQRTYUIOPASDFGHJKLZXCVBNM");
		this.page.keyboard().press("ArrowRight");
		assertThat(becomes("B")).isFocused();
		this.page.keyboard().press("!");
		assertThat(becomes("B")).hasValue("W");
		// a keyword's alphabet becomes any other one
		choose("keyword");
		assertThat(becomes("A")).hasValue("V");
		becomes("A").press("x");
		assertThat(becomes("A")).hasValue("X");
		assertThat(becomes("C")).hasValue("V");
		assertThat(field("Form")).hasValue("K2");
		assertThat(field("Shift")).hasValue("0");
	}

	@Test
	void swapsTheCellsOfASquare() {
		choose("playfair");
		button("Swap P, row 1 column 1").click();
		assertThat(key().getByText("P is picked")).isVisible();
		button("Swap X, row 2 column 4").click();
		assertThat(field("Key")).hasValue("XLAYFIREPMBCDGHKNOQSTUVWZ");
		// and by keys alone
		button("Swap X, row 1 column 1").press("Enter");
		this.page.keyboard().press("ArrowDown");
		assertThat(button("Swap I, row 2 column 1")).isFocused();
		this.page.keyboard().press("Enter");
		assertThat(field("Key")).hasValue("ILAYFXREPMBCDGHKNOQSTUVWZ");
		// nothing else changes places with what was let go
		button("Swap I, row 1 column 1").press("Enter");
		this.page.keyboard().press("Escape");
		button("Swap Z, row 5 column 5").click();
		assertThat(key().getByText("Z is picked")).isVisible();
		assertThat(field("Key")).hasValue("ILAYFXREPMBCDGHKNOQSTUVWZ");
		choose("adfgvx");
		button("Swap N, row A column A").click();
		button("Swap Z, row X column X").click();
		assertThat(field("Square key")).hasValue("ZA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYN");
		audit("keys-square");
	}

	@Test
	void movesColumnsRailsAndHoles() {
		choose("columnar");
		button("Move column 1 to the right").click();
		assertThat(field("Key")).hasValue("EZBRAS");
		assertThat(button("Column 2: 6, Z")).isFocused();
		this.page.keyboard().press("Shift+ArrowRight");
		assertThat(field("Key")).hasValue("EBZRAS");
		button("Remove the last").click();
		button("Add a column").click();
		assertThat(field("Key")).hasValue("EBZRAZ");
		choose("permutation");
		button("Move place 6 to the left").click();
		assertThat(field("Order")).hasValue("2 4 0 5 1 3");
		button("Remove the last").click();
		assertThat(field("Order")).hasValue("2 3 0 4 1");
		choose("grille");
		Locator hole = button("Hole, row 1 column 4");
		assertThat(hole).hasAttribute("aria-pressed", "false");
		hole.click();
		// the hole of the upper left corner comes to lie there
		assertThat(field("Holes")).hasValue("4 8 10 12");
	}

	@Test
	void setsAnEnigma() {
		choose("enigma");
		key().getByLabel("Rotor 1 from the left").selectOption("V");
		assertThat(field("Rotors")).hasValue("V IV II");
		button("Rings 1, on").click();
		assertThat(field("Rings")).hasValue("CUL");
		key().getByLabel("Positions 3", exactly()).press("ArrowDown");
		assertThat(field("Positions")).hasValue("BLZ");
		button("Plug A, with V").click();
		button("Plug E, free").click();
		assertThat(field("Plugboard")).hasValue("AE BS CG DL FU HZ IN KM OW RX");
		button("Plug R, with X").click();
		button("Plug R, with X").click();
		assertThat(field("Plugboard")).hasValue("AE BS CG DL FU HZ IN KM OW");
		audit("keys");
	}

	@Test
	void movesLettersAndNumbers() {
		choose("vigenere");
		key().getByLabel("Letter 1", exactly()).press("ArrowUp");
		this.page.keyboard().press("ArrowRight");
		this.page.keyboard().press("z");
		assertThat(key().getByLabel("Letter 3", exactly())).isFocused();
		button("Add a letter").click();
		assertThat(field("Key")).hasValue("MZMONA");
		choose("caesar");
		key().getByLabel("Places").fill("3");
		assertThat(field("Shift")).hasValue("3");
		choose("hill");
		key().getByLabel("Row 1, column 1", exactly()).fill("14");
		assertThat(key().getByText("has no inverse")).isVisible();
		assertThat(field("Key")).hasValue("GYBNQKURP");
		key().getByLabel("Row 1, column 1", exactly()).fill("8");
		assertThat(field("Key")).hasValue("IYBNQKURP");
	}

	@Test
	void offersAnyOtherCipherByItsParameters() {
		choose("rail-fence");
		assertThat(key().getByText("This key is written, not drawn.")).isVisible();
		field("Rails").fill("4");
		form().getByText("Use the example's key").click();
		assertThat(field("Rails")).hasValue("3");
		choose("homophonic");
		key().getByLabel("B", exactly()).fill("12 05 99");
		key().getByLabel("B", exactly()).press("Tab");
		assertThat(key().getByLabel("A", exactly())).hasValue("27 41");
		field("Key").fill("E 01 02");
		assertThat(form().getByText("must have lines such as")).isVisible();
		assertThat(key().getByLabel("A", exactly())).hasValue("27 41");
		choose("chain");
		button("Move column 1 to the right").click();
		assertThat(form().getByLabel("Key", exactly()).last()).hasValue("EZBRAS");
		form().getByText("Take step 1 out").click();
		assertThat(form().getByLabel("Step 1", exactly())).hasValue("columnar");
	}

	@Test
	void leavesAKeyToChance() {
		open("train");
		this.page.getByLabel("Cipher", new Page.GetByLabelOptions().setExact(true)).selectOption("adfgvx");
		field("Key").fill("SECRET");
		field("Key: where it comes from").selectOption("random");
		assertThat(field("Key")).hasCount(0);
		field("Key: shortest length").fill("4");
		assertThat(field("Key: longest length")).hasValue("4");
		field("Key: longest length").fill("6");
		field("Square key: where it comes from").selectOption("any");
		assertThat(field("Square key: shortest length")).hasValue("");
		field("Key: where it comes from").selectOption("given");
		assertThat(field("Key")).hasValue("SECRET");
	}

	@Test
	void showsHowSureAModelIsAndWhatElseALetterMayBe() {
		if (get("/models/doubtful").status() == 404) {
			learn(DOUBTFUL);
		}
		open("read");
		this.page.getByLabel("Ciphertext", new Page.GetByLabelOptions().setExact(true)).fill("Himfrome, qbgidsqqpqs!");
		this.page.getByText("Decrypt with a trained model").click();
		Locator view = this.page.locator(".with-model");
		assertThat(view.getByLabel("Model", exactly())).hasValue("seed");
		view.getByLabel("Model", exactly()).selectOption("doubtful");
		assertThat(view.getByText("doubtful, version 1")).isVisible();
		Locator letters = view.getByLabel("Plaintext, symbol by symbol");
		Locator first = letters.getByRole(AriaRole.BUTTON).first();
		String before = first.textContent();
		first.press("Enter");
		Locator readings = view.getByLabel("Readings of place 1");
		assertThat(readings.locator("[aria-pressed=true]")).isFocused();
		assertThat(readings.locator("[aria-pressed=true]")).containsText(before);
		this.page.keyboard().press("ArrowRight");
		this.page.keyboard().press("Enter");
		assertThat(first).isFocused();
		assertThat(first).not().hasText(before);
		this.page.keyboard().press("ArrowRight");
		assertThat(letters.getByRole(AriaRole.BUTTON).nth(1)).isFocused();
		this.page.keyboard().press("Enter");
		audit("model");
		this.page.keyboard().press("Escape");
		assertThat(letters.getByRole(AriaRole.BUTTON).nth(1)).isFocused();
		this.page.getByLabel("Ciphertext", new Page.GetByLabelOptions().setExact(true))
			.fill(letters(4000, new SplittableRandom(1)));
		assertThat(view.getByText("without its confidence letter by letter")).isVisible();
		assertThat(view.getByRole(AriaRole.REGION).textContent()).hasSize(4000);
	}

	/** Has the view draw a type's example. */
	private void choose(String type) {
		if (!this.page.url().contains("encipher")) {
			open("encipher");
		}
		this.page.getByLabel("Cipher", new Page.GetByLabelOptions().setExact(true)).selectOption(type);
	}

	private Locator form() {
		return this.page.locator(".cipher-form").first();
	}

	private Locator key() {
		return this.page.locator(".key").first();
	}

	/** A parameter as the form has it, which the drawing is compared with. */
	private Locator field(String label) {
		return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
	}

	private Locator becomes(String letter) {
		return key().getByLabel(letter + " becomes");
	}

	private Locator button(String name) {
		return key().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator.GetByLabelOptions exactly() {
		return new Locator.GetByLabelOptions().setExact(true);
	}

}
