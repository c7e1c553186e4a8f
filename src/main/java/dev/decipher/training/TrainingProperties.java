package dev.decipher.training;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of training.
 *
 * @param maxMemory memory outside the Java heap that a job may need; what the machine or
 * the container has beside the heap, unless set
 */
@ConfigurationProperties("decipher.training")
record TrainingProperties(@Nullable DataSize maxMemory) {
}
