package dev.decipher.model;

import dev.decipher.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The same on PostgreSQL.
 */
class ModelRegistryPostgresTests extends ModelRegistryTests {

	@DynamicPropertySource
	static void postgres(DynamicPropertyRegistry registry) {
		PostgresServer.database().forEach((setting) -> {
			String[] parts = setting.split("=", 2);
			registry.add(parts[0], () -> parts[1]);
		});
	}

}
