package dev.decipher.network;

import java.util.Arrays;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * Decrypts messages with feedback of the true plaintext instead of the network's own
 * (Williams and Zipser, "A learning algorithm for continually running fully recurrent
 * neural networks", 1989). All positions can then share a pass, and up to its first error
 * in a message a network finds the same as it does freely.
 */
final class TeacherForcing {

	/** Floats that the gates and scores of a pass may hold: 16 MiB of them. */
	private static final int MAX_FLOATS = 1 << 22;

	private final CipherNetwork network;

	private final Shard messages;

	private final Decoder.SymbolSink sink;

	private final int[] prefixLengths;

	/** How many symbols of each message were shown. */
	private final int[] shown;

	private final boolean[] wrong;

	/**
	 * A decryption that is yet to come.
	 * @param network one with feedback
	 */
	TeacherForcing(CipherNetwork network, Shard messages, Decoder.SymbolSink sink) {
		this.network = network;
		this.messages = messages;
		this.sink = sink;
		this.prefixLengths = messages.prefixLengths();
		this.shown = new int[messages.ciphertexts().length];
		this.wrong = new boolean[this.shown.length];
	}

	/**
	 * Shows the probabilities of each message's symbols up to the first one that the
	 * network gets wrong.
	 * @return how many symbols of each were shown
	 */
	int[] run() {
		int[] order = Decoder.shortestFirst(this.messages.ciphertexts());
		NetworkConfig config = this.network.config();
		int passSymbols = Math.max(1, MAX_FLOATS / (4 * config.hidden() + 4 * config.attentionScores()));
		int end = order.length;
		while (end > 0) {
			int longest = this.messages.ciphertexts()[order[end - 1]].length;
			int start = Math.max(0, end - Math.max(1, passSymbols / longest));
			int[] rows = Arrays.copyOfRange(order, start, end);
			run(rows, Math.max(1, passSymbols / rows.length));
			end = start;
		}
		return this.shown;
	}

	/** Runs some messages, so many positions at a time. */
	private void run(int[] rows, int piece) {
		Shard some = this.messages.of(rows);
		Batch input = new Batch(some.ciphertexts());
		Batch previous = some.previous(this.network.plaintextSymbols());
		try (NDManager states = this.network.newPassManager()) {
			NDList state = null;
			for (int from = 0; from < input.positions(); from += piece) {
				int to = Math.min(input.positions(), from + piece);
				try (NDManager manager = this.network.newPassManager()) {
					CipherNetwork.Output output = this.network
						.forward(new CipherNetwork.Pass(manager, input, previous, from, to, from, state, null));
					show(rows, from, to, output.logits().softmax(-1).toFloatArray()); // (T,N,V)
					state = Decoder.handOn(state, output.state(), states);
				}
			}
		}
	}

	private void show(int[] rows, int from, int to, float[] probabilities) {
		int symbols = this.network.plaintextSymbols();
		for (int column = 0; column < rows.length; column++) {
			int row = rows[column];
			int[] truth = this.messages.plaintexts()[row];
			int prefixLength = this.prefixLengths[row];
			int end = Math.min(to - prefixLength, truth.length);
			for (int position = Math.max(0, from - prefixLength); position < end && !this.wrong[row]; position++) {
				int offset = ((prefixLength + position - from) * rows.length + column) * symbols;
				this.sink.accept(row, position, probabilities, offset);
				this.shown[row]++;
				this.wrong[row] = Decoder.likeliest(probabilities, offset, symbols) != truth[position];
			}
		}
	}

}
