package dev.decipher.model;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** Tells of work under way that stands against deleting a model or a version. */
public interface ModelUse {

	/** Whether something is at work on a model. */
	boolean isInUse(String model);

	/** The requests of all work that waits or is under way; each may name a version. */
	List<JsonNode> requests();

}
