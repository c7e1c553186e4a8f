package dev.decipher.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.decipher.job.JobProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures that a training job shows with its progress, as far as they are known. */
public record TrainingFigures(
		@Schema(description = "The epoch the work is in, counted from 1", example = "21") @Nullable Integer epoch,
		@Schema(description = "Steps taken so far", example = "1344") @Nullable Long step,
		@Schema(description = "In nats a symbol", example = "0.318") @Nullable Double trainingLoss,
		@Schema(description = "In nats a symbol", example = "0.331") @Nullable Double validationLoss,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.913") @Nullable Double accuracy,
		@Schema(description = "The share of messages without an error",
				example = "0.274") @Nullable Double exactMessages,
		@Schema(description = "Whether the target accuracy was met; given once the job has succeeded",
				example = "true") @Nullable Boolean targetReached,
		@Schema(description = "Symbols trained on in a second, on average",
				example = "185000") @Nullable Double symbolsPerSecond) {

	/** The figures of a job that trains. */
	public static TrainingFigures of(JobProgress progress) {
		return JsonMapper.shared().convertValue(progress.figures(), TrainingFigures.class);
	}

	/** These figures by their names. Made at every step, so not by way of JSON. */
	public Map<String, @Nullable Object> byName() {
		Map<String, @Nullable Object> figures = new LinkedHashMap<>();
		figures.put("epoch", this.epoch);
		figures.put("step", this.step);
		figures.put("trainingLoss", this.trainingLoss);
		figures.put("validationLoss", this.validationLoss);
		figures.put("accuracy", this.accuracy);
		figures.put("exactMessages", this.exactMessages);
		figures.put("targetReached", this.targetReached);
		figures.put("symbolsPerSecond", this.symbolsPerSecond);
		return figures;
	}

}
