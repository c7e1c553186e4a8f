package dev.decipher.model;

/** Tells of work under way that stands against deleting a model. */
public interface ModelUse {

	/** Whether something is at work on a model. */
	boolean isInUse(String model);

}
