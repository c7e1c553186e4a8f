package dev.decipher.job;

import java.util.Map;
import java.util.function.IntSupplier;

import dev.decipher.training.loop.TrainingFigures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public final class Samples {

	private Samples() {
	}

	public static JsonNode request() {
		return JsonMapper.shared().readTree("{\"model\": \"lemon\", \"data\": {\"z\": 1, \"a\": 0.001}}");
	}

	public static JobProgress progress(double progress) {
		return new JobProgress(progress, new TrainingFigures(3, 30L, 0.5, 0.6, 0.7, 0.8, null, 1000.0).byName(), 9.0);
	}

	public static JobWork.Outcome outcome(boolean targetReached, IntSupplier commit) {
		return new JobWork.Outcome(Map.of("targetReached", targetReached), commit);
	}

	public static JsonNode point(int epoch) {
		return JsonMapper.shared().readTree("""
				{"epoch": %d, "step": %d, "seconds": 1.5, "trainingLoss": 0.5, "validationLoss": 0.6, "accuracy": 0.7,
				"exactMessages": 0.8, "learningRate": 0.001,
				"samples": [{"ciphertext": "B", "plaintext": "A", "decrypted": "A"}]}""".formatted(epoch, epoch * 10));
	}

}
