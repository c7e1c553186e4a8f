package dev.decipher.decrypt;

import dev.decipher.language.Plausibility;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says of plaintexts how plausible they are, where that is asked for. */
@Component
record Judge(Plausibility plausibility, DecryptMetrics metrics) {

	/** A plaintext, judged if a language is named. */
	Decryption judged(Decryption decryption, @Nullable String language) {
		Plausibility.Judgement judgement = of(decryption.text(), decryption.model(), language);
		return (judgement != null) ? decryption.with(judgement) : decryption;
	}

	/**
	 * The judgement of a plaintext.
	 * @param model who made it, null for a rule, of which no metric tells
	 * @param language null where none is asked for
	 * @throws dev.decipher.problem.Problem 404 or 409 if there is no such language
	 */
	Plausibility.@Nullable Judgement of(String text, @Nullable String model, @Nullable String language) {
		if (language == null) {
			return null;
		}
		Plausibility.Judgement judgement = this.plausibility.judge(text, language);
		if (model != null && judgement.plausibility() != null) {
			this.metrics.plausible(model, judgement.plausibility());
		}
		return judgement;
	}

}
