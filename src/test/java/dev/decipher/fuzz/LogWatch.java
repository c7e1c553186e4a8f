package dev.decipher.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/**
 * Reads the log as it is written to the console: no warning, no stack trace, and each
 * event is a line that begins with its time.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	/**
	 * The test's own, the greeting of a service that has become ready, and the watch on
	 * connections, which warns of a machine that is busy elsewhere.
	 */
	private static final List<String> OTHERS = List.of("com.networknt", "dev.decipher.decrypt.Welcome",
			"com.zaxxer.hikari.pool.HikariPool");

	private final List<String> faults = new ArrayList<>();

	private final Logger root;

	private final Encoder<ILoggingEvent> encoder;

	LogWatch() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		this.root = context.getLogger(Logger.ROOT_LOGGER_NAME);
		this.encoder = encoder(this.root);
		setContext(context);
		start();
		this.root.addAppender(this);
	}

	private static Encoder<ILoggingEvent> encoder(Logger root) {
		for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext();) {
			if (all.next() instanceof OutputStreamAppender<ILoggingEvent> console) {
				return console.getEncoder();
			}
		}
		throw new IllegalStateException("nothing is logged to the console");
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (OTHERS.stream().anyMatch(event.getLoggerName()::startsWith)) {
			return;
		}
		String written = new String(this.encoder.encode(event), StandardCharsets.UTF_8);
		if (event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null
				|| !written.matches("\\d{4}-\\d\\d-\\d\\dT[^\\r\\n\\u0085\\u2028\\u2029]*\\R")) {
			synchronized (this.faults) {
				this.faults.add(written);
			}
		}
	}

	/** What was wrong since the last time. */
	List<String> faults() {
		synchronized (this.faults) {
			List<String> faults = List.copyOf(this.faults);
			this.faults.clear();
			return faults;
		}
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
	}

}
