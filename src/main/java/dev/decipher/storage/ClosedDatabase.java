package dev.decipher.storage;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.jspecify.annotations.Nullable;

/**
 * Has the pool let go of connections to a database that H2 has closed because it couldn't
 * write, as when the disk is full. H2 opens the file anew once there is no connection to
 * it any more; without this the pool would keep them until the service is restarted.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

	/** H2's DATABASE_IS_CLOSED. */
	private static final int CLOSED = 90098;

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return isOfClosed(ex) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

	private static boolean isOfClosed(@Nullable Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getErrorCode() == CLOSED) {
				return true;
			}
		}
		return false;
	}

}
