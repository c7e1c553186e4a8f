package dev.decipher.system;

import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came by. The web server learns that a client has hung up
 * when it reads or writes; while an answer is computed it does neither, so that whoever
 * computes has to look.
 */
public final class ClientConnection {

	/** Where {@link ClientConnectionValve} leaves the web server's own request. */
	static final String ATTRIBUTE = ClientConnection.class.getName();

	private final @Nullable Request request;

	private boolean readable;

	private volatile boolean closed;

	private ClientConnection(@Nullable Request request) {
		this.request = request;
	}

	/**
	 * The connection of a request whose body has been read.
	 * @param request the request, on the thread that answers it
	 */
	public static ClientConnection of(ServletRequest request) {
		return new ClientConnection((Request) request.getAttribute(ATTRIBUTE));
	}

	/**
	 * Looks whether the client has hung up. For the thread that answers the request.
	 * <p>
	 * The end of a connection can be read, again and again; the next request of a client
	 * that doesn't wait for the answer to this one can be read once.
	 */
	public void check() {
		if (this.request != null && !this.closed) {
			this.request.action(ActionCode.AVAILABLE, Boolean.TRUE);
			boolean before = this.readable;
			this.readable = this.request.getAvailable() > 0;
			this.closed = before && this.readable;
		}
	}

	/** Whether the client had hung up when it was looked at last. For any thread. */
	public boolean isClosed() {
		return this.closed;
	}

}
