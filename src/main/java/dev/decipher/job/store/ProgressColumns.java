package dev.decipher.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.job.JobProgress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.JdbcUtils;

/**
 * The columns of a job's row that hold its progress. A figure has the column of its name,
 * written {@code like_this}; one without a column is not stored.
 */
final class ProgressColumns {

	private static final List<String> FIGURES = List.of("epoch", "step", "training_loss", "validation_loss", "accuracy",
			"exact_messages", "target_reached", "symbols_per_second");

	private static final List<String> ALL = Stream.of(List.of("progress"), FIGURES, List.of("eta_seconds"))
		.flatMap(List::stream)
		.toList();

	static final String NAMES = String.join(", ", ALL);

	/** With a parameter for each of the {@link #values}. */
	static final String ASSIGNMENTS = String.join(" = ?, ", ALL) + " = ?";

	/**
	 * Forgets all figures but the number of the last point in the history, which is the
	 * checkpoint's.
	 */
	static final String BACK_TO_THE_CHECKPOINT = "epoch = checkpoint_epoch" + ALL.stream()
		.filter((column) -> !List.of("progress", "epoch").contains(column))
		.map((column) -> ", " + column + " = null")
		.collect(Collectors.joining());

	private ProgressColumns() {
	}

	static JobProgress read(ResultSet row) throws SQLException {
		Map<String, @Nullable Object> figures = new LinkedHashMap<>();
		for (String column : FIGURES) {
			figures.put(nameOf(column), row.getObject(column));
		}
		return new JobProgress(row.getDouble("progress"), figures, row.getObject("eta_seconds", Double.class));
	}

	static List<@Nullable Object> values(JobProgress progress) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(progress.done());
		FIGURES.forEach((column) -> values.add(progress.figures().get(nameOf(column))));
		values.add(progress.etaSeconds());
		return values;
	}

	private static String nameOf(String column) {
		return JdbcUtils.convertUnderscoreNameToPropertyName(column);
	}

}
