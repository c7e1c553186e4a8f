package dev.decipher.security;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of access.
 *
 * @param apiKeys the keys that are accepted; with one or more, nobody gets in without
 * @param allowAnonymous whether the service may start on an address that others reach
 * though it asks nobody for a key
 * @param allowedHosts names by which clients may call the service, in lower case and
 * without a port; with none, all may be used unless it is bound to a loopback address
 * @param allowedOrigins origins of web pages, {@code https://example.org}, that may call
 * the service from a browser
 * @param requestsPerSecond requests of one key or, without keys, of one address; without
 * a limit if null
 * @param jobsPerDay jobs of one key or address; without a limit if null
 */
@Validated
@ConfigurationProperties("decipher.security")
record SecurityProperties(@DefaultValue List<@Valid ApiKey> apiKeys, @DefaultValue("false") boolean allowAnonymous,
		@DefaultValue List<@NotBlank String> allowedHosts,
		@DefaultValue List<@Pattern(regexp = "https?://[^/?#\\s]+",
				message = "must be an origin, such as https://example.org") String> allowedOrigins,
		@Nullable @Min(1) Integer requestsPerSecond, @Nullable @Min(1) Integer jobsPerDay) {

	/**
	 * A key that is accepted.
	 *
	 * @param name whose it is, for messages and limits
	 * @param sha256 the SHA-256 of the key's UTF-8 bytes, in lower-case hexadecimal
	 */
	record ApiKey(@NotBlank String name, @NotNull Role role, @NotNull @Pattern(regexp = "[0-9a-f]{64}",
			message = "must be a SHA-256 in lower-case hexadecimal: 64 digits") String sha256) {
	}

	@AssertTrue(message = "decipher.security.api-keys must have a different name each")
	boolean isEachNameUnique() {
		return this.apiKeys.stream().map(ApiKey::name).distinct().count() == this.apiKeys.size();
	}

}
