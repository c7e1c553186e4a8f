package dev.decipher.network;

import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of PyTorch.
 *
 * @param threads threads to train with. Two parts of each step take half of them each;
 * from 4 on, half of them also for a native operation when PyTorch decrypts
 */
@ConfigurationProperties("decipher.training")
@Validated
record TorchProperties(
		@DefaultValue("2") @Range(min = 1, max = 1024, message = "must be between {min} and {max}") int threads) {
}
