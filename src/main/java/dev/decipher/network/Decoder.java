package dev.decipher.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/**
 * Runs a network in PyTorch: messages of like length share a pass, and a long one is read
 * in pieces that hand on the LSTM's state.
 */
final class Decoder implements Forward {

	/** Floats that the four gates of a pass may hold: 16 MiB of them. */
	private static final int MAX_GATE_FLOATS = 1 << 22;

	private static final int MAX_PASS_SYMBOLS = 1 << 15;

	/**
	 * Symbols up to which messages share a pass however unlike their lengths are: filling
	 * them up costs less than another pass.
	 */
	private static final int MAX_FILLED_LENGTH = 64;

	/**
	 * Floats that two directions may hold for the whole of a message, which cannot be
	 * read in pieces.
	 */
	private static final long MAX_MESSAGE_FLOATS = 1L << 28;

	private final CipherNetwork network;

	private final int passSymbols;

	Decoder(CipherNetwork network) {
		this.network = network;
		int perSymbol = 4 * network.config().hidden() + 4 * network.config().attentionScores();
		this.passSymbols = Math.max(1, Math.min(MAX_PASS_SYMBOLS, MAX_GATE_FLOATS / perSymbol));
	}

	@Override
	public int maxLength() {
		return maxLength(this.network.config(), this.network.plaintextSymbols());
	}

	static int maxLength(NetworkConfig config, int plaintextSymbols) {
		if (!config.bidirectional()) {
			return Integer.MAX_VALUE;
		}
		long perSymbol = config.lstmInput(0) + 2L * config.layers() * 12L * config.hidden()
				+ 6L * config.attentionScores() + config.headInput() + config.headHidden() + plaintextSymbols;
		return Math.toIntExact(MAX_MESSAGE_FLOATS / perSymbol);
	}

	/**
	 * Takes the probabilities of a piece of a pass. Different messages may come at the
	 * same time, from several threads.
	 */
	interface Sink {

		/**
		 * Called for each piece, in a message's order.
		 * @param rows which messages stand in the pass's columns
		 * @param from the piece's first position in them
		 * @param to behind its last position; a message may end before it
		 * @param probabilities (to − from, rows, V), the last axis running fastest
		 */
		void accept(int[] rows, int from, int to, float[] probabilities);

		/**
		 * Called for each piece before its probabilities.
		 * @param hidden what the top LSTM layer gives (to − from, rows, D·H), for the
		 * time of the call
		 */
		default void hidden(int from, int to, Supplier<float[]> hidden) {
		}

		/**
		 * Called for each piece after its hidden states, where there is attention.
		 * @param weights those of the places looked at (to − from, rows, K, A + R), for
		 * the time of the call
		 */
		default void attention(int from, int to, Supplier<float[]> weights) {
		}

		/**
		 * Shows the probabilities of one plaintext symbol after the other.
		 * @param plaintexts of the length of each message's plaintext
		 * @param prefixLengths how many positions of each message stand before it
		 * @param symbols V
		 */
		static Sink bySymbol(int[][] plaintexts, int[] prefixLengths, int symbols, SymbolSink sink) {
			return (rows, from, to, probabilities) -> {
				for (int column = 0; column < rows.length; column++) {
					int row = rows[column];
					int prefixLength = prefixLengths[row];
					int end = Math.min(to - prefixLength, plaintexts[row].length);
					for (int position = Math.max(0, from - prefixLength); position < end; position++) {
						int offset = ((prefixLength + position - from) * rows.length + column) * symbols;
						sink.accept(row, position, probabilities, offset);
					}
				}
			};
		}

	}

	/** Takes the probabilities of one plaintext symbol, V of them from an offset on. */
	interface SymbolSink {

		void accept(int row, int position, float[] probabilities, int offset);

	}

	@Override
	public void run(int[][] messages, int[] prefixLengths, Sink sink, IntConsumer passes) {
		boolean gradients = JniUtils.isGradMode(); // of this thread
		JniUtils.setGradMode(false); // else the LSTM keeps what only they need
		try {
			runWithoutGradients(messages, prefixLengths, sink, passes);
		}
		finally {
			JniUtils.setGradMode(gradients);
		}
	}

	private void runWithoutGradients(int[][] messages, int[] prefixLengths, Sink sink, IntConsumer passes) {
		int[] order = shortestFirst(messages);
		int end = order.length;
		while (end > 0) { // from the longest down, so that the first pass shows what fits
			int longest = messages[order[end - 1]].length;
			int start = Math.max(0, end - Math.max(1, this.passSymbols / longest));
			if (longest > MAX_FILLED_LENGTH) {
				while (messages[order[start]].length < longest / 2) {
					start++;
				}
			}
			int[] rows = Arrays.copyOfRange(order, start, end);
			passes.accept(rows.length);
			Batch batch = new Batch(Arrays.stream(rows).mapToObj((row) -> messages[row]).toArray(int[][]::new));
			if (this.network.config().feedback()) {
				runOnOwnOutput(batch, rows, prefixLengths, sink);
			}
			else {
				int piece = this.network.config().bidirectional() ? batch.positions()
						: Math.max(1, this.passSymbols / batch.size());
				runInPieces(batch, rows, piece, sink);
			}
			end = start;
		}
	}

	private void runInPieces(Batch batch, int[] rows, int piece, Sink sink) {
		try (NDManager states = this.network.newPassManager()) {
			NDList state = null;
			for (int from = 0; from < batch.positions(); from += piece) {
				int to = Math.min(batch.positions(), from + piece);
				try (NDManager manager = this.network.newPassManager()) {
					CipherNetwork.Output output = this.network
						.forward(new CipherNetwork.Pass(manager, batch, null, from, to, from, state, null));
					showInside(output, from, to, sink);
					sink.accept(rows, from, to, output.logits().softmax(-1).toFloatArray());
					state = handOn(state, output.state(), states);
				}
			}
		}
	}

	private static void showInside(CipherNetwork.Output output, int from, int to, Sink sink) {
		sink.hidden(from, to, output.hidden()::toFloatArray);
		NDArray attention = output.attention();
		if (attention != null) {
			sink.attention(from, to, attention::toFloatArray);
		}
	}

	private void runOnOwnOutput(Batch batch, int[] rows, int[] prefixLengths, Sink sink) {
		int symbols = this.network.plaintextSymbols();
		int[][] previous = new int[rows.length][batch.positions()]; // (N, T)
		for (int[] row : previous) {
			Arrays.fill(row, symbols);
		}
		Batch decrypted = new Batch(previous, symbols);
		try (NDManager states = this.network.newPassManager()) {
			NDList state = null;
			for (int position = 0; position < batch.positions(); position++) {
				try (NDManager manager = this.network.newPassManager()) {
					CipherNetwork.Output output = this.network.forward(new CipherNetwork.Pass(manager, batch, decrypted,
							position, position + 1, position, state, null));
					float[] probabilities = output.logits().softmax(-1).toFloatArray(); // (1,N,V)
					showInside(output, position, position + 1, sink);
					sink.accept(rows, position, position + 1, probabilities);
					for (int column = 0; column < rows.length && position + 1 < batch.positions(); column++) {
						if (position >= prefixLengths[rows[column]]) {
							previous[column][position + 1] = likeliest(probabilities, column * symbols, symbols);
						}
					}
					state = handOn(state, output.state(), states);
				}
			}
		}
	}

	/** The indices of those messages that aren't empty. */
	static int[] shortestFirst(int[][] messages) {
		return IntStream.range(0, messages.length)
			.filter((row) -> messages[row].length > 0)
			.boxed()
			.sorted(Comparator.comparingInt((Integer row) -> messages[row].length))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/** Keeps a state for the next piece, and frees the one before. */
	static NDList handOn(@Nullable NDList old, NDList state, NDManager states) {
		state.attach(states);
		if (old != null) {
			old.close();
		}
		return state;
	}

	/** The index, counted from {@code offset}, of the largest of {@code count} values. */
	static int likeliest(float[] values, int offset, int count) {
		int best = 0;
		for (int i = 1; i < count; i++) {
			if (values[offset + i] > values[offset + best]) {
				best = i;
			}
		}
		return best;
	}

}
