package dev.decipher.job.run;

import java.util.List;

import dev.decipher.PostgresServer;

/**
 * The same on PostgreSQL.
 */
class JobRetentionPostgresTests extends JobRetentionTests {

	@Override
	List<String> database() {
		return PostgresServer.database();
	}

}
