package dev.decipher.system;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the data folder cannot be written. */
class UnusableDataDirectoryAnalyzer extends AbstractFailureAnalyzer<DataDirectory.Unusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DataDirectory.Unusable cause) {
		return new FailureAnalysis(
				"The data folder %s cannot be made or written (%s).".formatted(cause.folder(), cause.getCause()),
				"Let the user that runs the service write there, or name another folder with decipher.data-dir "
						+ "(in the environment: DECIPHER_DATA_DIR).",
				cause);
	}

}
