package dev.decipher.system;

import java.util.function.Supplier;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The web server's own HTTP/1.1, whose requests know their socket: see
 * {@link ClientConnection}.
 */
public final class ObservableHttpProtocol extends Http11NioProtocol {

	/** The place of the socket among a request's notes; the web server uses few. */
	static final int SOCKET_NOTE = 20;

	@Override
	protected Processor createProcessor() {
		return new ObservableProcessor(this, getAdapter());
	}

	private static final class ObservableProcessor extends Http11Processor {

		private ObservableProcessor(ObservableHttpProtocol protocol, Adapter adapter) {
			super(protocol, adapter);
			// a processor and its request serve one connection after another
			Supplier<SocketWrapperBase<?>> socket = this::getSocketWrapper;
			this.request.setNote(SOCKET_NOTE, socket);
		}

	}

}
