package dev.decipher.model;

import java.time.Duration;

import dev.decipher.storage.Poller;

import org.springframework.stereotype.Component;

/** Looks for what other replicas have changed. */
@Component
class ModelWatch extends Poller {

	/** With the time to load a version, a change shows everywhere within two seconds. */
	private static final Duration INTERVAL = Duration.ofMillis(500);

	private final ModelRegistry models;

	ModelWatch(ModelRegistry models) {
		super("models", INTERVAL);
		this.models = models;
	}

	@Override
	protected void poll() {
		this.models.catchUp();
	}

}
