package dev.decipher.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of an H2 that has thrown away most of what it had. */
class DatabaseFileTests {

	private static final int MB = 1 << 20;

	@TempDir
	private Path folder;

	private HikariDataSource open() {
		HikariDataSource database = new HikariDataSource();
		database.setJdbcUrl("jdbc:h2:async:" + this.folder.resolve("test")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
		return database;
	}

	private long size() throws IOException {
		return Files.size(this.folder.resolve("test.mv.db"));
	}

	private static void stop(HikariDataSource database) {
		DatabaseFile file = new DatabaseFile(database, database.getJdbcUrl());
		file.start();
		file.stop();
		assertThat(file.isRunning()).isFalse();
		database.close();
	}

	@Test
	void isShrunkAtTheStop() throws IOException {
		byte[] bytes = new byte[Chunks.SIZE];
		new Random(1).nextBytes(bytes);
		try (HikariDataSource database = open()) {
			JdbcClient jdbc = JdbcClient.create(database);
			jdbc.sql("create table kept (name integer, chunk integer, bytes bytea)").update();
			Chunks chunks = new Chunks(jdbc, "kept", "name");
			for (int chunk = 0; chunk < 400; chunk++) {
				chunks.add(chunk, bytes, chunk % 40);
			}
			for (int key = 1; key < 40; key++) {
				jdbc.sql("delete from kept where name = ?").param(key).update();
			}
			assertThat(size()).isGreaterThan(100 * MB);
			stop(database);
		}
		assertThat(size()).isLessThan(10 * MB);
		try (HikariDataSource database = open()) {
			Chunks chunks = new Chunks(JdbcClient.create(database), "kept", "name");
			for (int chunk = 0; chunk < 400; chunk += 40) {
				assertThat(chunks.chunk(chunk, 0)).isEqualTo(bytes);
			}
			stop(database);
		}
		assertThat(size()).isLessThan(10 * MB);
	}

}
