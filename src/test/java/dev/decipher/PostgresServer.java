package dev.decipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL. As root it runs in a user namespace of its own ({@code unshare -U}),
 * since it refuses to run as root.
 */
public final class PostgresServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final AtomicInteger databases = new AtomicInteger();

	private final Path folder;

	private EmbeddedPostgres postgres;

	private PostgresServer(Path folder, EmbeddedPostgres postgres) {
		this.folder = folder;
		this.postgres = postgres;
	}

	/** A server for one test alone, on a folder of the test's. */
	public static PostgresServer start(Path folder) {
		return new PostgresServer(folder, start(folder, 0));
	}

	/** Ends all connections, and takes none until {@link #restart()}. */
	void stop() {
		close();
	}

	/** Stops it where it runs, and starts it at the same place. */
	void restart() {
		int port = this.postgres.getPort();
		close();
		this.postgres = start(this.folder, port);
	}

	private static EmbeddedPostgres start(Path folder, int port) {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
			if (folder != null) {
				builder.setDataDirectory(folder).setCleanDataDirectory(false);
			}
			if (port != 0) {
				builder.setPort(port);
			}
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The settings of a new, empty database on the server that all tests share. */
	public static List<String> database() {
		return Shared.server.newDatabase();
	}

	/** The settings of a new, empty database. */
	public List<String> newDatabase() {
		String name = "decipher_" + databases.incrementAndGet();
		try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return List.of("spring.datasource.url=" + url(name), "spring.datasource.username=postgres",
				"spring.datasource.password=postgres");
	}

	/** Where a database is. */
	public String url(String database) {
		return "jdbc:postgresql://localhost:%d/%s".formatted(this.postgres.getPort(), database);
	}

	@Override
	public void close() {
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends with the process, by a shutdown hook of its own. */
	private static final class Shared {

		private static final PostgresServer server = new PostgresServer(null, start(null, 0));

	}

}
