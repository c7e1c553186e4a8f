package dev.decipher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DecipherApplication {

	public static void main(String[] args) {
		SpringApplication.run(DecipherApplication.class, args);
	}

}
