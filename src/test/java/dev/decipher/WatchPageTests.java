package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Jobs and their curves, as those who wait for them see them.
 */
class WatchPageTests extends PageTest {

	private static final List<String> FIGURES = List.of("epoch", "step", "seconds", "trainingLoss", "validationLoss",
			"accuracy", "exactMessages", "learningRate");

	private static final String LOST = "Connection lost. Trying again…";

	/** A browser writes down what it was refused, and what it couldn't reach. */
	@Override
	boolean isExpected(String error) {
		return error.contains("404") || error.contains("net::ERR_");
	}

	@Test
	void watchesATrainingToItsEnd() throws IOException {
		String id = train(
				"""
						{"model": "watched-alone", "data": {"cipher": {"type": "caesar", "shift": 5}, "alphabet": "latin26"}, %s}"""
					.formatted(QUICK));
		open("watch?job=" + id);
		assertThat(text("Succeeded")).isVisible();
		JsonNode history = get("/jobs/" + id + "/history").as(200);
		assertThat(charts()).hasCount(3);
		assertThat(this.page.locator(".figures"))
			.containsText(Pattern.compile("Validation loss\\S+\\s+judged at the end"));
		assertThat(link("decrypt with it")).hasAttribute("href", "#/read?model=watched-alone&version=1");
		assertThat(link("understand it")).hasAttribute("href", "#/understand?model=watched-alone&version=1");

		this.page.getByText("The values as a table").click();
		Locator rows = this.page
			.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Values of watched-alone v1"))
			.locator("tbody tr");
		assertThat(rows).hasCount(history.size());
		for (int row = 0; row < history.size(); row++) {
			assertShows(history.get(history.size() - 1 - row), rows.nth(row).locator("th, td").allTextContents());
		}

		List<String> csv = Files.readAllLines(download("Download CSV").path());
		assertThat(csv).hasSize(1 + history.size()).first().isEqualTo("job,model," + String.join(",", FIGURES));
		for (int point = 0; point < history.size(); point++) {
			String[] cells = csv.get(1 + point).split(",");
			assertThat(cells).hasSize(2 + FIGURES.size()).startsWith(id, "watched-alone");
			for (int figure = 0; figure < FIGURES.size(); figure++) {
				assertThat(Double.parseDouble(cells[2 + figure]))
					.isEqualTo(history.get(point).at("/" + FIGURES.get(figure)).asDouble());
			}
		}
		assertThat(Files.readAllBytes(download("Download PNG").path())).startsWith(0x89, 'P', 'N', 'G');

		String linear = picture();
		this.page.getByLabel("left axis").check();
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Errors"))).isVisible();
		String logarithmic = pictureOtherThan(linear);
		this.page.getByLabel("bottom axis").check();
		this.page.getByLabel("Along the bottom").selectOption("Seconds");
		this.page.getByLabel("Smoothing").fill("0.6");
		assertThat(this.page.getByText("Smoothing: 0.60")).isVisible();
		pictureOtherThan(logarithmic);

		JsonNode first = history.get(0).at("/samples/0");
		this.page.getByLabel(Pattern.compile("^Epoch \\d+ of")).fill("0");
		assertThat(this.page.getByText("Epoch 1 of " + history.size())).isVisible();
		assertThat(this.page.locator(".sample").first()).containsText(first.at("/ciphertext").asString());
		assertThat(this.page.locator(".sample").first()).containsText(first.at("/decrypted").asString());
		// how it is drawn is kept, and all else comes from the service again
		this.page.reload();
		assertThat(this.page.getByText("Smoothing: 0.60")).isVisible();
		assertThat(charts()).hasCount(3);
		audit("watch-job");
	}

	@Test
	void drawsRunsOverEachOther() {
		caesar("watched-one", 3, "\"latin26\"");
		caesar("watched-beside", 7, "\"latin26\"");
		open("watch");
		// what is ticked stays so, whatever the list shows next
		for (String model : List.of("watched-one", "watched-beside")) {
			this.page.getByLabel("Model").fill(model);
			this.page.getByLabel("Compare: Training " + model).check();
		}
		button("Compare 2 runs").click();
		Locator legend = this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Accuracy: values"));
		assertThat(legend.getByRole(AriaRole.ROWHEADER)).hasText(new String[] { "watched-one v1: symbols",
				"watched-one v1: exact messages", "watched-beside v1: symbols", "watched-beside v1: exact messages" });
		Locator cells = legend.getByRole(AriaRole.ROW).last().getByRole(AriaRole.CELL);
		assertThat(cells.first()).hasText("100 %");
		assertThat(cells.last()).hasText("–");
		// under the pointer are the values of each run
		this.page.locator(".u-over").nth(1).hover();
		assertThat(cells.last()).containsText("%");
		link("Take away: Training watched-one").click();
		assertThat(legend.getByRole(AriaRole.ROWHEADER)).hasText(new String[] { "Symbols", "Exact messages" });
		Locator others = this.page.getByLabel("Compare with another run");
		assertThat(others).containsText("watched-one v1,");
		others.selectOption(get("/jobs?model=watched-one").as(200).at("/items/0/id").asString());
		assertThat(legend.getByRole(AriaRole.ROWHEADER)).hasCount(4);
		audit("watch-runs");
	}

	@Test
	void cancelsAndDeletesAJob() {
		String id = train(endless("watched-endless"));
		try {
			open("watch");
			this.page.getByLabel("Model").fill("watched-endless");
			Locator jobs = this.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Jobs"));
			assertThat(jobs.getByRole(AriaRole.LISTITEM)).hasCount(1);
			assertThat(jobs.getByText("Running")).isVisible();
			audit("watch");
			link("Training watched-endless").click();
			assertThat(charts()).hasCount(3);
			assertThat(this.page.getByText(Pattern.compile("^at most \\d"))).isVisible();
			button("Cancel: Training watched-endless").click();
			button("Keep it").click();
			assertThat(button("Cancel: Training watched-endless")).isFocused();
			button("Cancel: Training watched-endless").click();
			button("Cancel the job").click();
			assertThat(text("Cancelled")).isVisible();
			awaitState(id, "CANCELLED");
			button("Delete: Training watched-endless").click();
			button("Delete the job").click();
			assertThat(this.page.getByText("No job is like that.")).isVisible();
			assertThat(this.page.locator("main")).isFocused();
			assertThat(get("/jobs/" + id).status()).isEqualTo(404);
			// who comes by an old link is told so in the service's words
			open("watch?job=" + id);
			assertThat(this.page.getByRole(AriaRole.ALERT))
				.containsText(get("/jobs/" + id).asProblem(404).at("/detail").asString());
		}
		finally {
			if (get("/jobs/" + id).status() == 200) {
				cancel(id);
			}
		}
	}

	@Test
	void asksNoMoreWhetherToCancelWhatHasEnded() {
		String id = train(endless("watched-late"));
		open("watch?job=" + id);
		button("Cancel: Training watched-late").click();
		assertThat(this.page.getByRole(AriaRole.DIALOG)).isVisible();
		cancel(id);
		assertThat(this.page.getByRole(AriaRole.DIALOG)).hasCount(0);
		assertThat(button("Delete: Training watched-late")).isFocused();
	}

	@Test
	void findsALostConnectionAgain() {
		String id = train(endless("watched-offline"));
		try {
			open("watch?job=" + id);
			assertThat(charts()).hasCount(3);
			this.page.context().setOffline(true);
			assertThat(this.page.getByText(LOST)).isVisible();
			this.page.context().setOffline(false);
			assertThat(this.page.getByText(LOST)).isHidden();
			int epoch = job(id).at("/epoch").asInt();
			await().until(
					() -> Integer.parseInt(this.page.locator(".figures dd").first().textContent().replace(",", "")),
					(shown) -> shown > epoch);
			link("All jobs").click();
			assertThat(link("Training watched-offline").first()).isVisible();
			this.page.route(Pattern.compile("/jobs\\?"), Route::abort);
			assertThat(this.page.getByText(LOST)).isVisible();
			assertThat(link("Training watched-offline").first()).isVisible();
			this.page.unroute(Pattern.compile("/jobs\\?"));
			assertThat(this.page.getByText(LOST)).isHidden();
		}
		finally {
			cancel(id);
		}
	}

	@Test
	void drawsTenThousandEpochs() {
		caesar("watched-long", 9, "\"latin26\"");
		String id = get("/jobs?model=watched-long").as(200).at("/items/0/id").asString();
		List<Map<String, Object>> history = new ArrayList<>();
		for (int epoch = 1; epoch <= 10_000; epoch++) {
			Map<String, String> sample = Map.of("ciphertext", "LXFOPV".repeat(20), "plaintext", "ATTACK".repeat(20),
					"decrypted", "ATEACE".repeat(20));
			history.add(Map.of("epoch", epoch, "step", 10 * epoch, "seconds", epoch / 3.0, "trainingLoss", 3.0 / epoch,
					"validationLoss", 3.1 / epoch, "accuracy", 1 - 1.0 / epoch, "exactMessages", 1 - 1.0 / epoch,
					"learningRate", 1e-3, "samples", List.of(sample, sample, sample)));
		}
		String body = json.writeValueAsString(history);
		this.page.route("**/jobs/*/history",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body)));
		open("watch?job=" + id);
		assertThat(this.page.getByText("Epoch 10000 of 10000")).isVisible();
		assertThat(this.page.locator(".sample").first()).containsText("40 of 120");
		assertThat(this.page.locator(".sample").first().locator("mark")).hasCount(40);
		button("Play").click();
		assertThat(this.page.getByText(Pattern.compile("^Epoch \\d{1,4} of 10000"))).isVisible();
		button("Stop").click();
		this.page.getByText("The values as a table").click();
		Locator values = this.page.getByRole(AriaRole.REGION,
				new Page.GetByRoleOptions().setName("Values of watched-long v1"));
		assertThat(values.locator("tbody tr").first()).containsText("10000");
		this.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages of the values"))
			.getByText("Older")
			.click();
		assertThat(values.locator("tbody tr").first()).containsText("9950");
		String whole = picture();
		this.page.getByLabel("Show").selectOption("the last tenth");
		pictureOtherThan(whole);
		assertThat(this.page.locator("*").count()).isLessThan(3000);
	}

	@Test
	void showsWhatASearchFound() {
		String id = post("/solve",
				"""
						{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "cipher": "caesar", "language": "english", "async": true}""")
			.as(202)
			.at("/id")
			.asString();
		open("watch?job=" + id);
		assertThat(this.page.getByText("WELCOME TO THE WORLD OF CIPHERS")).isVisible();
		assertThat(this.page.getByText("caesar, shift 1")).isVisible();
		assertThat(charts()).hasCount(0);
		assertThat(link("Go on in Read")).hasAttribute("href", Pattern.compile("^#/read\\?text=XFMDPNF\\+UP\\+UIF"));
		audit("watch-solve");
	}

	@Test
	void saysWhyAJobFailed() {
		String id = get("/jobs?model=seed").as(200).at("/items/0/id").asString();
		String failed = json.writeValueAsString(
				Map.of("id", id, "kind", "TRAIN", "model", "seed", "state", "FAILED", "progress", 0.1, "createdAt",
						"2026-03-01T09:30:00Z", "error", "The loss is NaN.", "request", Map.of("model", "seed")));
		this.page.route("**/jobs/*/events",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream")
					.setBody("event:failed\ndata:" + failed + "\n\n")));
		open("watch?job=" + id);
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("The loss is NaN.");
		assertThat(this.page.getByText("No epoch has ended.")).isVisible();
		assertThat(text("at 10 %")).isVisible();
	}

	private Locator charts() {
		return this.page.locator(".plot canvas");
	}

	/** What the first chart looks like. */
	private String picture() {
		return (String) charts().first().evaluate("(canvas) => canvas.toDataURL()");
	}

	/** Waits until the first chart looks different, and returns how. */
	private String pictureOtherThan(String before) {
		return await().until(this::picture, (picture) -> !picture.equals(before));
	}

	private Locator text(String text) {
		return this.page.getByText(text, new Page.GetByTextOptions().setExact(true));
	}

	private Locator link(String name) {
		return this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Download download(String button) {
		return this.page.waitForDownload(() -> button(button).click());
	}

	/** A row of the table is a point of the history, rounded. */
	private static void assertShows(JsonNode point, List<String> cells) {
		assertThat(cells).hasSize(FIGURES.size());
		for (int index = 0; index < FIGURES.size(); index++) {
			String cell = cells.get(index).replace(",", "");
			double shown = cell.endsWith(" %") ? Double.parseDouble(cell.replace(" %", "")) / 100
					: Double.parseDouble(cell);
			double real = point.at("/" + FIGURES.get(index)).asDouble();
			assertThat(shown).as(FIGURES.get(index)).isCloseTo(real, within(Math.max(1e-4, real * 1e-3)));
		}
	}

}
