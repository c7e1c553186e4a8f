package dev.decipher.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import dev.decipher.solve.rank.Confidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Solves the ciphertexts that everybody prints, first with nothing but the text and then,
 * where that doesn't read it, with hints; prints a table as Markdown and keeps it in the
 * build's folder. {@code -Dpublic.rows=} chooses some by a regular expression,
 * {@code -Dpublic.seconds=} says how long each is searched without hints, and
 * {@code -Dpublic.threads=} on how many threads.
 */
public final class PublicCiphertexts {

	private static final Pattern ROWS = Pattern.compile(System.getProperty("public.rows", ".*"));

	private static final double SECONDS = Double.parseDouble(System.getProperty("public.seconds", "10"));

	private static final int THREADS = Integer.getInteger("public.threads", 2);

	/** So many letters of a reading are shown. */
	private static final int SHOWN = 30;

	private static final List<String> NO_HINTS = List.of("text", "alphabet", "ciphertext", "characters", "maxSeconds",
			"maxCandidates", "async");

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private final Solver solver = new Solver(Attacks.known(), this.workers, THREADS, System::nanoTime);

	private final List<String> lines = new ArrayList<>();

	private PublicCiphertexts() {
	}

	/** Prints the table. */
	public static void main(String[] arguments) throws IOException {
		PublicCiphertexts table = new PublicCiphertexts();
		try {
			table.print("| ciphertext | hints | read | letters wrong | type | confidence | seconds | keys | begins |");
			table.print("|---|---|---|---|---|---|---|---|---|");
			PublicCiphertext.all().stream().filter((one) -> ROWS.matcher(one.name()).find()).forEach(table::solve);
		}
		finally {
			table.workers.shutdownNow();
			Files.createDirectories(Path.of("target"));
			Files.write(Path.of("target", "public.md"), table.lines);
		}
	}

	private void solve(PublicCiphertext one) {
		boolean read = solve(one, one.bare(SECONDS), "none");
		if (!read && one.hasHints()) {
			solve(one, one.request(), hints(one.request()));
		}
	}

	private boolean solve(PublicCiphertext one, SolveRequest request, String hints) {
		Solution solution = this.solver.solve(Forms.read(request), PublicCiphertext.tongues(request), request,
				() -> false, SolveListener.NONE);
		if (solution.candidates().isEmpty()) {
			print(String.format(Locale.ROOT, "| %s | %s | no | | %s | | %.1f | %.1f M | |", one.name(), hints,
					solution.types().get(0).type(), solution.seconds(), solution.keysTried() / 1e6));
			return false;
		}
		Solution.Reading best = solution.candidates().get(0);
		double errors = one.errors(best.text());
		boolean read = errors <= Confidence.SAME;
		String letters = best.text().replaceAll("\\s+", " ");
		print(String.format(Locale.ROOT, "| %s | %s | %s | %.1f %% | %s, %s | %.2f | %.1f | %.1f M | %s |", one.name(),
				hints, read ? "yes" : (errors < 0.5) ? "in part" : "no", 100 * errors, best.cipher().type(),
				best.language(), best.confidence(), solution.seconds(), solution.keysTried() / 1e6,
				letters.substring(0, Math.min(SHOWN, letters.length())).replace("|", "\\|")));
		return read;
	}

	/** All that the request tells, as JSON. */
	private static String hints(SolveRequest request) {
		ObjectNode json = JsonMapper.shared().valueToTree(request);
		ObjectNode hints = json.objectNode();
		for (Map.Entry<String, JsonNode> hint : json.properties()) {
			if (!NO_HINTS.contains(hint.getKey())) {
				hints.set(hint.getKey(), hint.getValue());
			}
		}
		return "`" + hints + "`";
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

}
