package dev.decipher.job;

/**
 * Whoever sent the request that the current thread answers, as those know it who let
 * requests in.
 */
public interface JobClient {

	/** Stands for anybody, where nobody is asked who they are. */
	JobClient ANYBODY = new JobClient() {

		@Override
		public String identity() {
			return "";
		}

		@Override
		public boolean isAdmin() {
			return true;
		}

		@Override
		public void takeJob() {
			// there is always one left
		}

		@Override
		public void giveJobBack() {
			// there is always one left
		}

	};

	/** A name that no other client has; the same for all of whom nothing is known. */
	String identity();

	/** Whether they may do everything. */
	boolean isAdmin();

	/**
	 * Counts a job that they hand in.
	 * @throws dev.decipher.problem.Problem 429 if they have handed in as many as they may
	 */
	void takeJob();

	/** Counts a job no longer that was not made after all. */
	void giveJobBack();

}
