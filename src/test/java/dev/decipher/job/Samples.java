package dev.decipher.job;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class Samples {

	private Samples() {
	}

	static JsonNode request() {
		return JsonMapper.shared().readTree("{\"model\": \"lemon\", \"data\": {\"z\": 1, \"a\": 0.001}}");
	}

	static JobProgress progress(double progress) {
		return new JobProgress(progress, 3, 30, 0.5, 0.6, 0.7, 0.8, 1000.0, 9.0);
	}

	static JsonNode point(int epoch) {
		return JsonMapper.shared().readTree("""
				{"epoch": %d, "step": %d, "seconds": 1.5, "trainingLoss": 0.5, "validationLoss": 0.6, "accuracy": 0.7,
				"exactMessages": 0.8, "learningRate": 0.001,
				"samples": [{"ciphertext": "B", "plaintext": "A", "decrypted": "A"}]}""".formatted(epoch, epoch * 10));
	}

}
