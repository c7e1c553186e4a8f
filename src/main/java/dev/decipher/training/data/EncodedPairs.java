package dev.decipher.training.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import dev.decipher.alphabet.KnownPairs;
import dev.decipher.job.JobData;
import dev.decipher.problem.InvalidInput;
import dev.decipher.storage.Sha256;
import org.jspecify.annotations.Nullable;

/** Pairs that were found right, as a job stores them, in a temporary file. */
final class EncodedPairs implements JobData, Closeable {

	private final FileChannel file;

	private int count;

	private int longest;

	private String sha256 = "";

	private int @Nullable [] firstMessage;

	private boolean distinct;

	private EncodedPairs(FileChannel file) {
		this.file = file;
	}

	/**
	 * Reads pairs, and holds them to what training needs.
	 * @throws InvalidInput with pointers relative to the pairs
	 */
	static EncodedPairs of(PairInput source, PairTexts texts, TemporaryFiles files) throws IOException {
		EncodedPairs pairs = new EncodedPairs(files.open());
		try {
			pairs.read(source, texts);
			return pairs;
		}
		catch (IOException | RuntimeException ex) {
			pairs.close();
			throw ex;
		}
	}

	private void read(PairInput source, PairTexts texts) throws IOException {
		Sha256 digest = new Sha256(Channels.newOutputStream(this.file));
		PairFormat format = PairFormat.of(texts);
		OutputStream out = new BufferedOutputStream(digest, 64 * 1024);
		format.begin(out);
		source.forEach((ciphertext, plaintext) -> {
			for (KnownPairs.Pair pair : texts.read(ciphertext, plaintext).pairs()) {
				format.write(pair, out);
				add(pair);
			}
		});
		out.flush();
		if (this.count < 2) {
			throw InvalidInput.at("", "must hold at least two pairs");
		}
		if (!this.distinct) {
			throw InvalidInput.at("",
					"must hold at least two distinct messages, one to learn from and one to judge by");
		}
		this.sha256 = digest.hex();
	}

	private void add(KnownPairs.Pair pair) {
		this.count++;
		this.longest = Math.max(this.longest, pair.ciphertext().length);
		if (this.firstMessage == null) {
			this.firstMessage = pair.ciphertext();
		}
		this.distinct = this.distinct || !Arrays.equals(this.firstMessage, pair.ciphertext());
	}

	/** The pairs, or the blocks where a model reads such, and the sum of their bytes. */
	Source.Stored stored() {
		return new Source.Stored(this.count, this.sha256);
	}

	/** Symbols of the longest ciphertext, with the key in front of it. */
	int longest() {
		return this.longest;
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
