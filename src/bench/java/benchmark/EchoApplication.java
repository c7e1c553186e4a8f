package benchmark;

import dev.decipher.DecipherApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service with an endpoint that only echoes, to compare with; it is outside of the
 * packages that the application is made of.
 */
public final class EchoApplication {

	private EchoApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.run(new Class<?>[] { DecipherApplication.class, Echo.class }, args);
	}

	/**
	 * What comes in goes out.
	 */
	@RestController
	static class Echo {

		@PostMapping(path = "/echo", consumes = MediaType.APPLICATION_JSON_VALUE,
				produces = MediaType.APPLICATION_JSON_VALUE)
		Text echo(@RequestBody Text text) {
			return text;
		}

		record Text(String text) {
		}

	}

}
