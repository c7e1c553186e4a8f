package dev.decipher.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A ciphertext to solve by a job, which may take up to a day. */
public record SolveJobRequest(@JsonUnwrapped SolveRequest request) {

	@JsonProperty
	boolean async() {
		return true;
	}

}
