package dev.decipher.decrypt;

import java.time.Duration;
import java.util.List;

import dev.decipher.model.LoadedModel;
import dev.decipher.problem.Problem;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of decrypting, and of whatever else runs a model; what goes beyond one of the
 * limits is answered 413.
 *
 * @param maxSymbols characters of a message
 * @param maxTexts messages of a batch
 * @param maxBatchSymbols characters of a batch
 * @param maxAlternatives alternatives of a message, over all its symbols
 * @param maxActivations hidden states and attention heads of a message, over all its
 * symbols
 * @param batching whether requests of one version share forward passes
 * @param warmUp how long the service answers requests of its own before it is ready, at
 * most
 * @param exitWhenWarm whether the process ends then, for making an archive of what it
 * needs
 */
@ConfigurationProperties("decipher.decrypt")
@Validated
record DecryptProperties(@DefaultValue("1000000") @Positive int maxSymbols,
		@DefaultValue("10000") @Positive int maxTexts, @DefaultValue("10000000") @Positive int maxBatchSymbols,
		@DefaultValue("30000000") @Positive int maxAlternatives, @DefaultValue("1000000") @Positive int maxActivations,
		@DefaultValue("true") boolean batching, @DefaultValue("5s") Duration warmUp,
		@DefaultValue("false") boolean exitWhenWarm) {

	/** As they are where nothing is set. */
	static DecryptProperties standard() {
		return new Binder(List.of()).bindOrCreate("decipher.decrypt", DecryptProperties.class);
	}

	/**
	 * Holds texts to the limits of a batch.
	 * @throws Problem 413 where they go beyond
	 */
	void requireBatch(List<String> texts) {
		requireAtMost(this.maxTexts, texts.size(), "texts in a batch");
		long all = 0;
		for (String text : texts) {
			all += requireMessage(text);
		}
		requireAtMost(this.maxBatchSymbols, all, "symbols in a batch");
	}

	/**
	 * Holds a text to the limit of a message.
	 * @return its characters
	 * @throws Problem 413 where it goes beyond
	 */
	int requireMessage(String text) {
		int symbols = text.codePointCount(0, text.length());
		requireAtMost(this.maxSymbols, symbols, "symbols in a message");
		return symbols;
	}

	static void requireAtMost(long limit, long count, String what) {
		if (count > limit) {
			throw Problem.tooLarge("%,d %s, and at most %,d are taken".formatted(count, what, limit));
		}
	}

	/**
	 * Holds messages to what their network can read.
	 * @throws Problem 413 where one is longer
	 */
	static void requireReadable(LoadedModel model, int[]... inputs) {
		int longest = 0;
		for (int[] input : inputs) {
			longest = Math.max(longest, input.length);
		}
		if (longest > model.network().maxLength()) {
			throw Problem.tooLarge("%s reads a message from both ends and takes at most %,d symbols in one"
				.formatted(model.id(), model.network().maxLength()));
		}
	}

}
