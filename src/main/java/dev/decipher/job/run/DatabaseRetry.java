package dev.decipher.job.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;

/** Calls the database again and again until it answers, as after its restart. */
final class DatabaseRetry {

	static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

	/** The longest that work waits for the database. */
	private static final Duration LONGEST = Duration.ofMinutes(15);

	private static final Logger log = LoggerFactory.getLogger(DatabaseRetry.class);

	private DatabaseRetry() {
	}

	/**
	 * Calls the database.
	 * @param who waits, for the log
	 * @param cancelled whether to give up
	 * @throws CancellationException when told to give up
	 */
	static <T> T untilItAnswers(String who, Supplier<T> call, BooleanSupplier cancelled) {
		long begin = System.nanoTime();
		while (true) {
			try {
				return call.get();
			}
			catch (NonTransientDataAccessResourceException | TransientDataAccessException
					| RecoverableDataAccessException | UncategorizedSQLException | TransactionException ex) {
				if (System.nanoTime() - begin > LONGEST.toNanos()) {
					throw ex;
				}
				log.warn("{} waits for the database: {}", who, ex.getMessage());
				LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
				if (cancelled.getAsBoolean()) {
					throw new CancellationException();
				}
			}
		}
	}

}
