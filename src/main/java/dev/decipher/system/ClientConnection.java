package dev.decipher.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

import jakarta.servlet.ServletRequest;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came by. The web server learns that a client has hung up
 * when it reads or writes; while an answer is computed it does neither, so that whoever
 * computes has to look.
 */
public final class ClientConnection {

	/** Where {@link ClientConnectionValve} leaves the socket. */
	static final String ATTRIBUTE = ClientConnection.class.getName();

	private final @Nullable SocketWrapperBase<?> socket;

	private volatile boolean closed;

	private ClientConnection(@Nullable SocketWrapperBase<?> socket) {
		this.socket = socket;
	}

	/**
	 * The connection of a request whose body has been read.
	 * @param request the request, on the thread that answers it
	 */
	public static ClientConnection of(ServletRequest request) {
		Supplier<?> socket = (Supplier<?>) request.getAttribute(ATTRIBUTE);
		return new ClientConnection((socket != null) ? (SocketWrapperBase<?>) socket.get() : null);
	}

	/**
	 * Looks whether the client has hung up. For the thread that answers the request. The
	 * beginning of a further request, which the client has sent without waiting for this
	 * answer, is put back.
	 */
	public void check() {
		if (this.socket == null || this.closed) {
			return;
		}
		ByteBuffer one = ByteBuffer.allocate(1);
		try {
			int read = this.socket.read(false, one);
			if (read > 0) {
				this.socket.unRead(one.flip());
			}
			this.closed = read < 0;
		}
		catch (IOException ex) {
			this.closed = true; // reset, or broken
		}
	}

	/** Whether the client had hung up when it was looked at last. For any thread. */
	public boolean isClosed() {
		return this.closed;
	}

}
