package dev.decipher.security;

import java.time.Duration;

import javax.sql.DataSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

/**
 * The token buckets of limits: in memory, or in the PostgreSQL that replicas share.
 */
interface Buckets {

	/**
	 * The bucket of somebody; a full one for whoever is new.
	 * @param who whose, and of which limit
	 * @throws RuntimeException on use, if the database is away
	 */
	Bucket of(String who, BucketConfiguration configuration);

	/** Throws away what nobody has used for so long that it is full again. */
	default void removeUnused() {
	}

	/** Buckets in memory. */
	static Buckets inMemory(TimeMeter clock) {
		// more than this many at once are an attack by many addresses
		Cache<String, Bucket> buckets = Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(Duration.ofDays(1))
			.build();
		return (who, configuration) -> buckets.get(who, (key) -> {
			var builder = Bucket.builder().withCustomTimePrecision(clock);
			for (var bandwidth : configuration.getBandwidths()) {
				builder.addLimit(bandwidth);
			}
			return builder.build();
		});
	}

	/** Buckets as rows of the table {@code request_limit}. */
	static Buckets inPostgreSql(DataSource database) {
		PostgreSQLSelectForUpdateBasedProxyManager<String> manager = Bucket4jPostgreSQL
			.selectForUpdateBasedBuilder(database)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("request_limit")
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
			.build();
		return new Buckets() {

			@Override
			public Bucket of(String who, BucketConfiguration configuration) {
				return manager.builder().build(who, () -> configuration);
			}

			@Override
			public void removeUnused() {
				manager.removeExpired(1_000);
			}

		};
	}

}
