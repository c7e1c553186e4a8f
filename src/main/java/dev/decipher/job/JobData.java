package dev.decipher.job;

import java.io.IOException;
import java.io.OutputStream;

/** Data of any size that a job's work needs beside the request. */
@FunctionalInterface
public interface JobData {

	/**
	 * Writes all of it. Called once, while the job is being stored.
	 * @param out where to; not to be closed
	 * @throws IOException if it can't be had, and then there will be no job
	 */
	void writeTo(OutputStream out) throws IOException;

}
