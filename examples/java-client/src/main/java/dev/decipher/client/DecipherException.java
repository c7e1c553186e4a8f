package dev.decipher.client;

import java.io.IOException;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/** The service's refusal of a request. */
public final class DecipherException extends RuntimeException {

	private final Problem problem;

	DecipherException(Problem problem) {
		super(problem.status() + ": " + problem.detail());
		this.problem = problem;
	}

	/** The status, what is wrong, and at which places of the request. */
	public Problem problem() {
		return this.problem;
	}

	static DecipherException of(ClientHttpResponse response) throws IOException {
		if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(response.getHeaders().getContentType())) {
			return new DecipherException(JsonMapper.shared().readValue(response.getBody(), Problem.class));
		}
		// what a proxy in front of the service answers
		return new DecipherException(
				new Problem(response.getStatusCode().value(), response.getStatusText(), null, List.of()));
	}

}
