package dev.decipher.storage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shrinks the file of an embedded database when the service stops, where much of it is
 * free: H2 uses free room again, but gives it back only as far as it is the file's end.
 * It writes what there is into a new file and then puts that in the old one's place, so
 * that a process which dies meanwhile has lost nothing.
 */
@Component
final class DatabaseFile implements SmartLifecycle {

	/** A file that isn't worth the time. */
	private static final long SMALL = 64 << 20;

	/**
	 * What is written anew at most: 50 MB/s were measured on two cores, and a container
	 * has 10 s for it when it stops.
	 */
	private static final long MAX_LIVE = 512 << 20;

	private static final Logger logger = LoggerFactory.getLogger(DatabaseFile.class);

	private final DataSource database;

	private final boolean embedded;

	private volatile boolean running;

	DatabaseFile(DataSource database, @Value("${spring.datasource.url}") String url) {
		this.database = database;
		this.embedded = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		if (!this.embedded) {
			return;
		}
		try {
			// which takes no offence at a connection that is then closed already
			shrink(JdbcClient.create(this.database));
		}
		catch (DataAccessException ex) {
			logger.warn("The database's file can't be shrunk: {}", ex.getMessage());
		}
	}

	private static void shrink(JdbcClient jdbc) {
		Map<String, Long> figures = new HashMap<>();
		jdbc.sql("""
				select setting_name, setting_value from information_schema.settings
				where setting_name in ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')""").query((row) -> {
			figures.put(row.getString(1), row.getLong(2));
		});
		long size = figures.getOrDefault("info.FILE_SIZE", 0L);
		// a part of the file is in use, and a part of that by what may be thrown away
		long live = size / 100 * figures.getOrDefault("info.FILL_RATE", 100L) / 100
				* figures.getOrDefault("info.CHUNKS_FILL_RATE", 100L);
		if (size < SMALL || live > size / 2 || live > MAX_LIVE) {
			return;
		}
		long begin = System.nanoTime();
		jdbc.sql("shutdown compact").update();
		logger.info("The database's file of {} MB was shrunk to some {} MB in {} ms", size >> 20, live >> 20,
				Duration.ofNanos(System.nanoTime() - begin).toMillis());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** The last to stop: nothing may use the database after it. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
