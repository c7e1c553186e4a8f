package dev.decipher.training;

import java.io.IOException;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelRegistry;
import dev.decipher.network.TorchEngine;
import dev.decipher.training.data.DataRequest;
import dev.decipher.training.data.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the default model trained at a start that finds none: the tutorial's network on the
 * tutorial's cipher, by an ordinary job.
 */
@Component
@ConditionalOnWebApplication
record SeedModel(ModelRegistry models, JobQueue jobs, Planner planner, JsonMapper json) {

	private static final Logger logger = LoggerFactory.getLogger(SeedModel.class);

	/**
	 * The tutorial's sizes; the batch, the rate and the length of an epoch are chosen so
	 * that it is without an error and sure of itself after a few thousand steps at most.
	 */
	static final TrainRequest REQUEST = new TrainRequest(ModelRegistry.DEFAULT_MODEL,
			new DataRequest(new Caesar(13), null, Alphabet.LATIN27, null, 32, null, null, null),
			new TrainRequest.Network(5, 10, 1, false, 0.0, 0, false, false, 0, 0, 0, 0, null, null),
			new TrainRequest.Training(0.03, 64, 12_800, 40, 600, 1.0, 13L, null), null, null, null);

	SeedModel {
		if (!models.isReady()) {
			TorchEngine.prepare();
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void trainIfThereIsNone() throws IOException {
		if (this.models.isReady()) {
			return;
		}
		// another replica may have trained it, or be about to
		boolean submitted = this.jobs.submitOwn(JobKind.TRAIN, ModelRegistry.DEFAULT_MODEL,
				this.json.valueToTree(this.planner.plan(REQUEST, Upload.NONE).plan()),
				() -> !this.models.isStored(ModelRegistry.DEFAULT_MODEL));
		if (submitted) {
			logger.info("There is no trained model yet: training {}, which takes a few seconds",
					ModelRegistry.DEFAULT_MODEL);
		}
	}

}
