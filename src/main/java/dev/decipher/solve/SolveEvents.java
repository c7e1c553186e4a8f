package dev.decipher.solve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.decipher.problem.Problem;
import dev.decipher.system.ClientConnection;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * An answer as server-sent events, written by the thread that waits for the search.
 */
final class SolveEvents implements SolveListener {

	/** The least time between two events that tell of nothing but time, in ns. */
	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

	private final HttpServletResponse response;

	private final JsonMapper json;

	private final ClientConnection client;

	private long lastProgress = System.nanoTime();

	private boolean begun;

	private volatile boolean gone;

	SolveEvents(HttpServletResponse response, JsonMapper json, ClientConnection client) {
		this.response = response;
		this.json = json;
		this.client = client;
	}

	/** Whether an event was written, behind which the answer can't be another one. */
	boolean haveBegun() {
		return this.begun;
	}

	private void begin() {
		this.begun = true;
		this.response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
		this.response.setCharacterEncoding(StandardCharsets.UTF_8);
		this.response.setHeader("Cache-Control", "no-store");
		this.response.setHeader("X-Accel-Buffering", "no"); // else a proxy may keep
															// events back
	}

	/** Whether nobody reads the events any more. */
	boolean isClosed() {
		return this.gone || this.client.isClosed();
	}

	@Override
	public void types(List<Solution.Type> types) {
		send("types", types);
	}

	@Override
	public void candidate(Solution.Reading reading) {
		send("candidate", reading);
	}

	@Override
	public void progress(double share, long keysTried, double seconds) {
		this.client.check();
		long now = System.nanoTime();
		if (now - this.lastProgress >= INTERVAL) {
			this.lastProgress = now;
			send("progress", Map.of("keysTried", keysTried, "seconds", seconds));
		}
	}

	/** The last event: the whole answer. */
	void done(Solution solution) {
		send("done", solution);
	}

	/** The last event where there is none. */
	void failed(Problem problem) {
		send("failed", ProblemDetail.forStatusAndDetail(problem.status(), problem.detail()));
	}

	/** The last event where something unexpected went wrong. */
	void failed() {
		send("failed", ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something unexpected went wrong. It was logged."));
	}

	private void send(String event, Object data) {
		if (isClosed()) {
			return;
		}
		if (!this.begun) {
			begin();
		}
		String text = "event: " + event + "\ndata: " + this.json.writeValueAsString(data) + "\n\n";
		try {
			this.response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
			this.response.flushBuffer();
		}
		catch (IOException ex) {
			this.gone = true; // nobody is left to tell
		}
	}

}
