package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.language.Languages;
import dev.decipher.language.Text;
import dev.decipher.language.Windows;

/**
 * A corpus as messages: windows of its text, each the plaintext of itself moved by one
 * symbol. Whole stretches of the text are held out.
 */
public record CorpusData(Text text, Alphabet plaintextAlphabet, CiphertextFormat format, Examples validation,
		Supplier<Batches> source) implements TrainingData {

	/** Symbols of a stretch that is held out, in a text that isn't short. */
	private static final int MAX_STRETCH_SYMBOLS = 2_000;

	/** A short text has so many stretches all the same. */
	private static final int MIN_STRETCHES = 10;

	private static final int VALIDATION_WINDOWS = 256;

	/**
	 * Takes a stored corpus over.
	 * @param stored what {@link Corpus} wrote; read to its end
	 */
	static CorpusData of(InputStream stored, Alphabet letters, double heldOut, long seed) throws IOException {
		Text text = new Text(stored.readAllBytes(), letters.size(), 1);
		SplittableRandom random = new SplittableRandom(seed);
		long training = random.nextLong();
		int stretch = Math.max(1, Math.min(MAX_STRETCH_SYMBOLS, text.symbols().length / MIN_STRETCHES));
		int stretches = text.symbols().length / stretch;
		boolean[] held = new boolean[stretches];
		for (int i = 0; i < Math.max(1, Math.min(stretches - 1, Math.round(stretches * heldOut))); i++) {
			int drawn = random.nextInt(stretches);
			while (held[drawn]) {
				drawn = (drawn + 1) % stretches;
			}
			held[drawn] = true;
		}
		List<Text> kept = new ArrayList<>();
		List<Text> others = new ArrayList<>();
		int from = 0;
		for (int i = 1; i <= stretches; i++) {
			if (i == stretches || held[i] != held[i - 1]) {
				int to = (i < stretches) ? i * stretch : text.symbols().length;
				(held[i - 1] ? others : kept)
					.add(new Text(Arrays.copyOfRange(text.symbols(), from, to), text.letters(), 1));
				from = to;
			}
		}
		Windows windows = new Windows(kept);
		Examples validation = draw(new Windows(others), VALIDATION_WINDOWS, random.split());
		return new CorpusData(text, Languages.words(letters), new CiphertextFormat(Languages.inputs(letters), null),
				validation, () -> Batches.numbered((count, number) -> draw(windows, count,
						new SplittableRandom(PairFormat.mix(training + number)))));
	}

	private static Examples draw(Windows windows, int count, SplittableRandom random) {
		Windows.Batch batch = windows.draw(count, random);
		return new Examples(batch.inputs(), batch.targets());
	}

	@Override
	public Batches batches() {
		return this.source.get();
	}

	@Override
	public Examples test(int count, int number) {
		return this.validation;
	}

	@Override
	public boolean isCipher() {
		return false;
	}

	@Override
	public int longest() {
		return Windows.LENGTH;
	}

}
