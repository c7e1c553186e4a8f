package dev.decipher.training.loop;

import java.util.Arrays;

import dev.decipher.network.NetworkTrainer;
import dev.decipher.training.data.TrainingData;

/**
 * Makes a network's confidence its accuracy, by a temperature that is fitted to the
 * validation set (Guo et al., "On Calibration of Modern Neural Networks", 2017).
 */
final class Calibration {

	/** Symbols that it takes to fit a temperature. */
	private static final int MIN_SYMBOLS = 500;

	/** A temperature that is no farther from 1 changes nothing. */
	private static final double MIN_CHANGE = 0.02;

	private Calibration() {
	}

	/** The temperature to divide logits by; 1 to leave them as they are. */
	static double temperature(NetworkTrainer trainer, TrainingData.Examples validation) {
		if (Arrays.stream(validation.plaintexts()).mapToInt((message) -> message.length).sum() < MIN_SYMBOLS) {
			return 1;
		}
		double temperature = trainer.temperature(validation.ciphertexts(), validation.plaintexts());
		return (Math.abs(temperature - 1) > MIN_CHANGE) ? temperature : 1;
	}

}
