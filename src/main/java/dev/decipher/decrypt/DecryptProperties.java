package dev.decipher.decrypt;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of decrypting; what goes beyond them is answered 413.
 *
 * @param maxSymbols characters of a message
 * @param maxTexts messages of a batch
 * @param maxBatchSymbols characters of a batch
 * @param maxAlternatives alternatives of a message, over all its symbols
 */
@ConfigurationProperties("decipher.decrypt")
@Validated
record DecryptProperties(@DefaultValue("1000000") @Positive int maxSymbols,
		@DefaultValue("10000") @Positive int maxTexts, @DefaultValue("10000000") @Positive int maxBatchSymbols,
		@DefaultValue("30000000") @Positive int maxAlternatives) {
}
