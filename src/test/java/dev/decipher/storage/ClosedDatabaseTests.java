package dev.decipher.storage;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.decipher.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections to a database that H2 has closed. That the service then goes on by itself
 * was tried with a file system that was full for a while; no test can count on one.
 */
class ClosedDatabaseTests extends ServiceTest {

	private static final SQLException CLOSED = new SQLException("The database has been closed", "90098", 90098);

	@Autowired
	private HikariDataSource pool;

	@Test
	void goButNoOthers() {
		ClosedDatabase closed = new ClosedDatabase();
		assertThat(closed.adjudicate(CLOSED)).isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
		assertThat(closed.adjudicate(new SQLException(CLOSED))).isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
		assertThat(closed.adjudicate(new SQLException("a key twice", "23505", 23505)))
			.isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
		assertThat(this.pool.getExceptionOverrideClassName()).isEqualTo(ClosedDatabase.class.getName());
	}

}
