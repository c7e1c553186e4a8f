package dev.decipher.system;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Reports as a problem what the web server refuses by itself, long before Spring sees it:
 * a request line it cannot read, an encoded slash in a path. Tomcat's own valve writes an
 * HTML page.
 */
final class ProblemReportValve extends ErrorReportValve {

	private final ProblemWriter problems;

	ProblemReportValve(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		AtomicBoolean canWrite = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canWrite);
		if (!canWrite.get()) {
			return;
		}
		try {
			this.problems.write(request, response, status, DefaultDetail.of(status.value()));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			// the client is gone, or a part of an answer is already on its way
			this.container.getLogger().debug("No problem could be reported", ex);
		}
	}

}
