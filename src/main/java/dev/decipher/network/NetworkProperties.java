package dev.decipher.network;

import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of networks that have learned.
 *
 * @param javaMultiplications networks of at most so many multiplications a symbol decrypt
 * in Java, larger ones in PyTorch
 */
@ConfigurationProperties("decipher.network")
@Validated
record NetworkProperties(
		@DefaultValue("" + HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS) @PositiveOrZero int javaMultiplications) {
}
