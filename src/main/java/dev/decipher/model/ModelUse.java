package dev.decipher.model;

/**
 * Tells of work under way that stands against deleting a model.
 */
public interface ModelUse {

	/**
	 * Whether something is at work on a model.
	 * @param model its name
	 * @return true while a job for it waits or runs
	 */
	boolean isInUse(String model);

}
