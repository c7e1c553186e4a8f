package dev.decipher.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.job.JobProgress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The columns of a job's row that hold its progress. A figure has the column of its name,
 * written {@code like_this}; one without a column is not stored.
 */
final class ProgressColumns {

	private static final List<String> FIGURES = List.of("epoch", "step", "training_loss", "validation_loss", "accuracy",
			"exact_messages", "target_reached", "symbols_per_second");

	static final String NAMES = "progress, " + String.join(", ", FIGURES) + ", eta_seconds";

	/** With a parameter for each, named like the column. */
	static final String ASSIGNMENTS = Stream.of(NAMES.split(", "))
		.map((column) -> column + " = :" + column)
		.collect(Collectors.joining(", "));

	/**
	 * Forgets all figures but the number of the last point in the history, which is the
	 * checkpoint's.
	 */
	static final String BACK_TO_THE_CHECKPOINT = "epoch = " + JobAttachments.CHECKPOINT_POINT + ", "
			+ Stream.of(NAMES.split(", "))
				.filter((column) -> !column.equals("progress") && !column.equals("epoch"))
				.map((column) -> column + " = null")
				.collect(Collectors.joining(", "));

	private ProgressColumns() {
	}

	static JobProgress read(ResultSet row) throws SQLException {
		Map<String, @Nullable Object> figures = new LinkedHashMap<>();
		for (String column : FIGURES) {
			figures.put(nameOf(column), row.getObject(column));
		}
		return new JobProgress(row.getDouble("progress"), figures, row.getObject("eta_seconds", Double.class));
	}

	static StatementSpec set(StatementSpec statement, JobProgress progress) {
		for (String column : FIGURES) {
			statement.param(column, progress.figures().get(nameOf(column)));
		}
		return statement.param("progress", progress.done()).param("eta_seconds", progress.etaSeconds());
	}

	private static String nameOf(String column) {
		return JdbcUtils.convertUnderscoreNameToPropertyName(column);
	}

}
