package dev.decipher.system;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * Gives each request its id before anything else happens to it, so that also what the web
 * server itself refuses has one.
 */
final class RequestIdValve extends ValveBase {

	RequestIdValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String id = RequestId.of(request);
		if (id == null) { // or it goes on after it has waited
			id = RequestId.give(request, request.getHeader(RequestId.HEADER));
			response.setHeader(RequestId.HEADER, id);
		}
		MDC.put(RequestId.LOG_KEY, id);
		try {
			getNext().invoke(request, response);
		}
		finally {
			MDC.remove(RequestId.LOG_KEY);
		}
	}

}
