package dev.decipher.system;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Takes a request's socket along to where controllers see it. */
final class ClientConnectionValve extends ValveBase {

	ClientConnectionValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(ClientConnection.ATTRIBUTE,
				request.getCoyoteRequest().getNote(ObservableHttpProtocol.SOCKET_NOTE));
		getNext().invoke(request, response);
	}

}
