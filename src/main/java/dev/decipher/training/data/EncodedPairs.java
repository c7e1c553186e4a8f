package dev.decipher.training.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;

import dev.decipher.alphabet.KnownPairs;
import dev.decipher.job.JobData;
import dev.decipher.problem.InvalidInput;
import dev.decipher.storage.Sha256;

/**
 * Pairs that were found right, as a job stores them, in a temporary file.
 *
 * @param stored their number, or that of blocks where a model reads such, and their sum
 * @param longest symbols of the longest ciphertext, with the key in front of it
 * @param isSpaced whether one of a pair's texts has foreign characters that the other
 * lacks
 */
record EncodedPairs(FileChannel file, Source.Stored stored, int longest,
		boolean isSpaced) implements JobData, Closeable {

	/**
	 * Reads pairs, and holds them to what training needs.
	 * @throws InvalidInput with pointers relative to the pairs
	 */
	static EncodedPairs of(PairInput source, PairTexts texts, TemporaryFiles files) throws IOException {
		FileChannel file = files.open();
		try {
			return write(source, texts, file);
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	private static EncodedPairs write(PairInput source, PairTexts texts, FileChannel file) throws IOException {
		Sha256 digest = new Sha256(Channels.newOutputStream(file));
		OutputStream out = new BufferedOutputStream(digest, 64 * 1024);
		PairFormat format = PairFormat.of(texts);
		format.begin(out);
		IntSummaryStatistics lengths = new IntSummaryStatistics();
		Set<List<Integer>> distinct = new HashSet<>(); // two of them at most
		boolean[] spaced = { false };
		source.forEach((ciphertext, plaintext) -> {
			KnownPairs.Match match = texts.read(ciphertext, plaintext);
			spaced[0] = spaced[0] || match.isSpaced();
			for (KnownPairs.Pair pair : match.pairs()) {
				format.write(pair, out);
				lengths.accept(pair.ciphertext().length);
				if (distinct.size() < 2) {
					distinct.add(Arrays.stream(pair.ciphertext()).boxed().toList());
				}
			}
		});
		out.flush();
		InvalidInput.throwIf(lengths.getCount() < 2, "", "must hold at least two pairs");
		InvalidInput.throwIf(distinct.size() < 2, "",
				"must hold at least two distinct messages, one to learn from and one to judge by");
		return new EncodedPairs(file,
				new Source.Stored(lengths.getCount(), digest.hex(), source.isHeaderless() ? false : null),
				lengths.getMax(), spaced[0]);
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		this.file.position(0);
		Channels.newInputStream(this.file).transferTo(out);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
