package dev.decipher.job.run;

import java.util.Set;

import dev.decipher.job.JobListener;

/** Listens for those who watch jobs here, wherever these run. */
public interface JobWatchers extends JobListener {

	/** The ids of the jobs that somebody watches. */
	Set<String> watched();

	/** A job that somebody watches was deleted. */
	void deleted(String id);

}
