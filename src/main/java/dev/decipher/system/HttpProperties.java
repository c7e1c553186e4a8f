package dev.decipher.system;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of HTTP requests.
 *
 * @param maxBodySize the largest body of a request; a larger one is answered 413
 * @param maxBinarySize the same for a body of type application/octet-stream, which is
 * read as a stream
 */
@Validated
@ConfigurationProperties("decipher.http")
record HttpProperties(@NotNull @DefaultValue("128MB") DataSize maxBodySize,
		@NotNull @DefaultValue("1GB") DataSize maxBinarySize) {

	@AssertTrue(message = "decipher.http.max-body-size must be at least 1B")
	boolean isMaxBodySizePositive() {
		return this.maxBodySize.toBytes() > 0;
	}

}
