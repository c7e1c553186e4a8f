package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.language.Languages;
import dev.decipher.language.Text;
import dev.decipher.language.Windows;

/**
 * A corpus as messages: windows of its text, each the plaintext of itself moved by one
 * symbol. Whole stretches of the text are held out.
 */
public final class CorpusData implements TrainingData {

	/** Symbols of a stretch that is held out, in a text that isn't short. */
	private static final int MAX_STRETCH_SYMBOLS = 2_000;

	/** A short text has so many stretches all the same. */
	private static final int MIN_STRETCHES = 10;

	private static final int VALIDATION_WINDOWS = 256;

	private final Text text;

	private final Alphabet letters;

	private final Windows windows;

	private final Examples heldOut;

	private final long training;

	private CorpusData(Text text, Alphabet letters, double heldOut, long seed) {
		this.text = text;
		this.letters = letters;
		SplittableRandom random = new SplittableRandom(seed);
		this.training = random.nextLong();
		int stretch = Math.max(1, Math.min(MAX_STRETCH_SYMBOLS, text.symbols().length / MIN_STRETCHES));
		int count = text.symbols().length / stretch;
		boolean[] held = new boolean[count];
		for (int i = 0; i < Math.max(1, Math.min(count - 1, Math.round(count * heldOut))); i++) {
			int drawn = random.nextInt(count);
			while (held[drawn]) {
				drawn = (drawn + 1) % count;
			}
			held[drawn] = true;
		}
		List<Text> kept = new ArrayList<>();
		List<Text> others = new ArrayList<>();
		int from = 0;
		for (int i = 1; i <= count; i++) {
			if (i == count || held[i] != held[i - 1]) {
				int to = (i < count) ? i * stretch : text.symbols().length;
				(held[i - 1] ? others : kept)
					.add(new Text(Arrays.copyOfRange(text.symbols(), from, to), text.letters(), 1));
				from = to;
			}
		}
		this.windows = new Windows(kept);
		Windows.Batch validation = new Windows(others).draw(VALIDATION_WINDOWS, random.split());
		this.heldOut = new Examples(validation.inputs(), validation.targets());
	}

	/**
	 * Takes a stored corpus over.
	 * @param stored what {@link Corpus} wrote; read to its end
	 * @param letters the language's alphabet
	 * @param heldOut the share of the text to hold out
	 */
	static CorpusData of(InputStream stored, Alphabet letters, double heldOut, long seed) throws IOException {
		return new CorpusData(new Text(stored.readAllBytes(), letters.size(), 1), letters, heldOut, seed);
	}

	/** All of the text. */
	public Text text() {
		return this.text;
	}

	@Override
	public Batches batches() {
		return new Batches() {

			private long calls;

			@Override
			public Examples next(int count) {
				Windows.Batch batch = CorpusData.this.windows.draw(count,
						new SplittableRandom(PairFormat.mix(CorpusData.this.training + this.calls++)));
				return new Examples(batch.inputs(), batch.targets());
			}

			@Override
			public void skip(int count) {
				this.calls++;
			}

		};
	}

	@Override
	public Examples validation() {
		return this.heldOut;
	}

	@Override
	public Examples test(int count, int number) {
		return this.heldOut;
	}

	@Override
	public boolean isCipher() {
		return false;
	}

	@Override
	public boolean isEndless() {
		return false;
	}

	@Override
	public List<Examples> otherLengths() {
		return List.of();
	}

	@Override
	public Alphabet plaintextAlphabet() {
		return Languages.words(this.letters);
	}

	@Override
	public CiphertextFormat format() {
		return new CiphertextFormat(Languages.inputs(this.letters), null);
	}

	@Override
	public int longest() {
		return Windows.LENGTH;
	}

}
