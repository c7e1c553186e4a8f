package dev.decipher.job;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The jobs in the database, by what is done with them. */
record JobDatabase(JobStore store, JobClaims claims, JobFiles files, JobLeases leases) {

	static JobDatabase of(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
		JobTransaction transaction = new JobTransaction(transactions);
		JobFiles files = new JobFiles(jdbc);
		JobLeases leases = new JobLeases(jdbc, dataSource);
		return new JobDatabase(new JobStore(jdbc, transaction, files, leases),
				new JobClaims(jdbc, transaction, files, leases), files, leases);
	}

}
