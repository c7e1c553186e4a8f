package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.language.Languages;
import dev.decipher.language.Text;
import dev.decipher.language.Windows;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;

import org.springframework.core.io.InputStreamSource;

/**
 * A text in a language.
 *
 * @param corpus the count of its letters, and the sum of the text as it came, in UTF-8
 */
public record CorpusSource(Alphabet alphabet, double validationFraction, Stored corpus) implements Source {

	static Planned plan(DataRequest asked, InputStreamSource content) throws IOException {
		InvalidInput.throwIf(asked.messageLength() != null, "/data/messageLength", "goes with a cipher");
		InvalidInput.throwIf(asked.ciphertext() != null, "/data/ciphertext", "goes with pairs");
		InvalidInput.throwIf(asked.isOfAllCharacters(), "/data/characters",
				"goes with pairs; a language has the letters of its alphabet");
		Alphabet named = asked.alphabet();
		InvalidInput.throwIf(named != null && (named.indexOf(' ') >= 0 || named.size() >= Text.MAX_LETTERS),
				"/data/alphabet", "must have the letters alone, fewer than %d, and not the space that parts words"
					.formatted(Text.MAX_LETTERS));
		Corpus corpus;
		try {
			corpus = Corpus.of(content, named);
		}
		catch (InvalidInput ex) {
			throw ex.under("/data/corpus");
		}
		return new Planned(new CorpusSource(corpus.alphabet(), asked.heldOut(), corpus.stored()), corpus, 0,
				Windows.LENGTH);
	}

	@Override
	public CiphertextFormat format() {
		return new CiphertextFormat(Languages.inputs(this.alphabet), null);
	}

	@Override
	public Alphabet plaintextAlphabet() {
		return Languages.words(this.alphabet);
	}

	@Override
	public Planned again(Upload upload, VersionId version, TemporaryFiles files) throws IOException {
		InvalidInput.throwIf(upload.pairs() != null, "/pairs",
				"must be left out: " + version + " was trained on a corpus");
		if (upload.corpus() == null) {
			throw Stored.missing("texts", version);
		}
		Corpus sent;
		try {
			sent = Corpus.of(upload.corpus(), this.alphabet);
		}
		catch (InvalidInput ex) {
			throw Stored.other("texts", version, "the corpus " + ex.faults().get(0).detail());
		}
		this.corpus.requireSame(sent.stored(), "texts", version);
		return new Planned(this, sent, 0, Windows.LENGTH);
	}

	@Override
	public TrainingData open(InputStream stored, long seed, TemporaryFiles files) throws IOException {
		return CorpusData.of(stored, this.alphabet, this.validationFraction, seed);
	}

}
