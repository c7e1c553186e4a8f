package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view Models: versions, which of them is active, weights out and in.
 */
class ModelsPageTests extends PageTest {

	private boolean refused;

	@Override
	boolean isExpected(String error) {
		return this.refused && error.contains("409");
	}

	private void train(String model, int seed) {
		learn("""
				{"model": "%s", "data": {"cipher": {"type": "rot13"}}, "network": {"hidden": %d},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1, "seed": %d}}""".formatted(model, 4 + seed, seed));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Locator said() {
		return this.page.locator(".said");
	}

	/** Opens what more can be done with a version. */
	private void more(int version) {
		this.page.getByLabel("More for version " + version).click();
	}

	@Test
	void switchesDescribesAndDeletesVersions() {
		train("shelf", 1);
		train("shelf", 2);
		open("models?model=shelf");
		button("Go back to version 1").click();
		assertThat(said()).hasText("Version 1 is active again.");
		assertThat(get("/models/shelf").as(200).at("/activeVersion").asInt()).isEqualTo(1);
		button("Activate version 2").click();
		assertThat(said()).hasText("Version 2 is active now.");
		assertThat(this.page.getByLabel("More for version 2")).isFocused();
		assertThat(button("Go back to version 1")).isVisible();

		more(1);
		button("Give it an alias").last().click();
		Locator alias = this.page.getByLabel("Alias", new Page.GetByLabelOptions().setExact(true));
		alias.fill("1st");
		button("Keep").click();
		assertThat(alias).hasAccessibleDescription(Pattern.compile("must be 1 to 32 lower-case letters"));
		alias.fill("old");
		button("Keep").click();
		assertThat(said()).hasText("shelf@old is version 1 now.");
		more(1);
		button("Describe").last().click();
		this.page.getByLabel("Description").last().fill("the first try");
		this.page.getByLabel("Tags").last().fill("small, shy");
		button("Keep").click();
		assertThat(said()).hasText("Version 1 is described.");
		assertThat(this.page.locator("table.versions")).containsText("the first try");
		assertThat(get("/models/shelf/versions/1").as(200).at("/tags").toString()).isEqualTo("[\"small\",\"shy\"]");

		this.page.getByLabel("Compare version 1").check();
		this.page.getByLabel("Compare version 2").check();
		assertThat(
				this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Where the versions differ")))
			.containsText("network.hidden");
		more(1);
		assertThat(button("Reproduce")).isInViewport();
		assertThat(this.page.locator("table.versions")
			.evaluate("(table) => table.offsetWidth <= table.parentElement.clientWidth")).isEqualTo(true);
		audit("models");
		more(1);

		this.refused = true;
		more(1);
		button("Delete").last().click();
		this.page.locator("dialog[open]").getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("alias");
		button("Take the alias old away").click();
		assertThat(said()).hasText("The alias old is gone.");
		button("Delete the model").click();
		this.page.locator("dialog[open]").getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(said()).hasText("shelf is deleted.");
		assertThat(this.page.getByRole(AriaRole.ALERT)).hasCount(0);
		assertThat(this.page.locator("main")).isFocused();
		assertThat(get("/models/shelf").status()).isEqualTo(404);
	}

	@Test
	void handsWeightsOutAndTakesThemIn(@TempDir Path folder) throws IOException {
		train("parcel", 1);
		open("models?model=parcel");
		more(1);
		Download download = this.page.waitForDownload(() -> button("Download the weights").click());
		assertThat(download.suggestedFilename()).isEqualTo("parcel-1.safetensors");
		Path file = folder.resolve("weights.safetensors");
		download.saveAs(file);
		assertThat(Files.size(file)).isEqualTo(get("/models/parcel/versions/1").as(200).at("/size").asLong());

		this.page.getByText("Import weights").click();
		this.page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill("parcel");
		this.page.getByLabel("File").setInputFiles(file);
		button("Import").click();
		assertThat(said()).hasText("Imported as version 2 of parcel.");
		assertThat(this.page.locator("table.versions tbody tr")).hasCount(2);
		assertThat(get("/models/parcel").as(200).at("/activeVersion").asInt()).isEqualTo(2);
		assertThat(this.page.locator("table.models tr[aria-current]")).containsText("An import");
	}

	@Test
	void saysThatThereIsNoSuchModel() {
		open("models?model=nope");
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("There is no model \"nope\".");
	}

}
