package dev.decipher.job;

/**
 * Whoever sent the request that the current thread answers, as those know it who let
 * requests in.
 */
public interface JobClient {

	/** Stands for anybody, where nobody is asked who they are. */
	JobClient ANYBODY = () -> true;

	/** Whether they may do everything. */
	boolean isAdmin();

}
