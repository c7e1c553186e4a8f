package dev.decipher.network;

import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of PyTorch.
 *
 * @param threads threads of one native operation, for training and decrypting alike since
 * torch has one number for the whole process; 1 is fastest for networks of a few hundred
 * units and leaves the other cores to requests
 */
@ConfigurationProperties("decipher.training")
@Validated
record TorchProperties(
		@DefaultValue("1") @Range(min = 1, max = 1024, message = "must be between {min} and {max}") int threads) {
}
