package dev.decipher.job;

import java.util.List;

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

	static HistoryPoint point(int epoch) {
		return new HistoryPoint(epoch, epoch * 10L, 1.5, 0.5, 0.6, 0.7, 0.8, 0.001,
				List.of(new HistoryPoint.Sample("B", "A", "A")));
	}

}
