package dev.decipher.system;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when a second process opens the same data folder. */
class DataDirectoryInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	/** H2's {@code ErrorCode.DATABASE_ALREADY_OPEN_1}. */
	private static final int DATABASE_ALREADY_OPEN = 90020;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
			return null;
		}
		return new FailureAnalysis("The data folder is in use by another process. " + cause.getMessage(),
				"Stop the other process, or give this one a folder of its own with decipher.data-dir (in the environment: "
						+ "DECIPHER_DATA_DIR).",
				cause);
	}

}
