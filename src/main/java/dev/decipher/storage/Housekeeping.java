package dev.decipher.storage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work on the database that replicas share: when it is due, one of them does it. A
 * replica where there is a reason to do it sooner does it at once.
 */
public abstract class Housekeeping extends Poller {

	/** How often the work is done where nothing calls for it. */
	private static final Duration INTERVAL = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String name;

	private final AtomicBoolean wanted = new AtomicBoolean();

	/**
	 * Makes work that is not done yet.
	 * @param name of its row in the table {@code housekeeping}, and for the log
	 */
	protected Housekeeping(JdbcClient jdbc, Clock clock, String name) {
		super(name, INTERVAL);
		this.jdbc = jdbc;
		this.clock = clock;
		this.name = name;
	}

	/** Does the work, in steps that hold no lock for long. */
	protected abstract void work();

	/** There is something to do here, and soon. */
	protected final void want() {
		if (!this.wanted.getAndSet(true)) {
			pollSoon();
		}
	}

	@Override
	protected final void poll() {
		boolean here = this.wanted.getAndSet(false);
		if (here || isDue()) {
			work();
		}
	}

	/** Looks first, so that replicas which find nothing to do wait for no lock. */
	private boolean isDue() {
		Instant now = this.clock.instant();
		boolean due = this.jdbc.sql("select count(*) from housekeeping where name = ? and due_at <= ?")
			.params(this.name, Timestamp.from(now))
			.query(Integer.class)
			.single() > 0;
		return due && this.jdbc.sql("update housekeeping set due_at = ? where name = ? and due_at <= ?")
			.params(Timestamp.from(now.plus(INTERVAL)), this.name, Timestamp.from(now))
			.update() > 0;
	}

}
