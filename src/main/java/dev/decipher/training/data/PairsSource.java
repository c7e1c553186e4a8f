package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Known-plaintext pairs.
 *
 * @param layout what the ciphertexts are like beside their symbols, null where there is
 * nothing to say
 * @param alignment how ciphertexts and plaintexts were aligned, null where they simply go
 * together symbol by symbol
 * @param characters {@link CharacterRule#ALL} if that was asked for, null else
 */
public record PairsSource(Stored pairs, Alphabet alphabet, @Nullable Ciphertext ciphertext,
		@Nullable CiphertextLayout layout, @Nullable PairAlignment alignment, @Nullable CharacterRule characters,
		double validationFraction) implements Source {

	/**
	 * The ciphertext's symbols where they differ from the plaintext's: in JSON
	 * <code>{"alphabet": …}</code>, or the tokens as they are.
	 */
	public record Ciphertext(Symbols symbols) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Ciphertext fromJson(JsonNode json) {
			return new Ciphertext(Symbols.fromJson(json.has("alphabet") ? json.get("alphabet") : json));
		}

		@JsonValue
		Object toJson() {
			return (this.symbols instanceof Alphabet alphabet) ? Map.of("alphabet", alphabet) : this.symbols;
		}

	}

	static Planned plan(DataRequest asked, PairInput input, @Nullable ModelVersion from, TemporaryFiles files)
			throws IOException {
		InvalidInput.throwIf(asked.messageLength() != null, "/data/messageLength",
				"goes with a cipher; pairs have lengths of their own");
		PairAlignment.Aligned aligned = PairAlignment.align(asked, input, from, files);
		EncodedPairs pairs = aligned.pairs();
		Alphabet alphabet = aligned.texts().alphabet();
		CiphertextFormat format = aligned.texts().format();
		PairsSource source = new PairsSource(pairs.stored(), alphabet,
				format.symbols().equals(alphabet) ? null : new Ciphertext(format.symbols()),
				format.layout().equals(CiphertextLayout.FREE) ? null : format.layout(), aligned.alignment(),
				format.layout().characters(), asked.heldOut());
		return new Planned(source, pairs, (int) pairs.stored().count(), pairs.longest());
	}

	@Override
	public CiphertextFormat format() {
		return new CiphertextFormat((this.ciphertext != null) ? this.ciphertext.symbols() : this.alphabet, this.layout);
	}

	@Override
	public Planned again(Upload upload, VersionId version, TemporaryFiles files) throws IOException {
		InvalidInput.throwIf(upload.corpus() != null, "/corpus",
				"must be left out: " + version + " was trained on pairs");
		if (upload.pairs() == null) {
			throw Stored.missing("pairs", version);
		}
		EncodedPairs sent;
		try {
			sent = EncodedPairs.of(upload.pairs(), new PairTexts(this.alphabet, format()), files);
		}
		catch (InvalidInput ex) {
			InvalidInput.Fault fault = ex.faults().get(0);
			throw Stored.other("pairs", version, "pairs" + fault.pointer() + " " + fault.detail());
		}
		try {
			this.pairs.requireSame(sent.stored(), "pairs", version);
			return new Planned(this, sent, (int) sent.stored().count(), sent.longest());
		}
		catch (Problem ex) {
			sent.close();
			throw ex;
		}
	}

	@Override
	public TrainingData open(InputStream stored, long seed, TemporaryFiles files) throws IOException {
		PairTexts texts = new PairTexts(this.alphabet, format());
		return PairData.of(PairFormat.upgraded(stored, texts), texts, this.validationFraction, seed, files,
				PairData.MAX_WINDOW);
	}

}
