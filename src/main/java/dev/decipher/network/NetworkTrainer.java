package dev.decipher.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.djl.nn.Parameter;

/**
 * A network that learns, step by step. For one thread at a time. Everything random comes
 * from the seed, so that the same calls give the same weights, bit for bit. Holds native
 * memory until it is closed.
 */
public final class NetworkTrainer implements AutoCloseable {

	/** The gradients' norm above which they are clipped. */
	private static final double MAX_NORM = 1;

	private final CipherNetwork network;

	/** The same parameters, once for each shard of a batch, with gradients. */
	private final List<CipherNetwork> learners;

	/** The same parameters without. */
	private final CipherNetwork view;

	private final Decoder decoder;

	private final Adam adam;

	private final long seed;

	private long steps;

	private NetworkTrainer(CipherNetwork network, long seed) {
		this.network = network;
		this.view = network.view(false);
		this.learners = Stream.generate(() -> network.view(true)).limit(Parallel.PARTS).toList();
		this.decoder = new Decoder(this.view);
		this.seed = seed;
		this.adam = new Adam(this.learners.stream().map((learner) -> learner.parameters().values()).toList(), MAX_NORM);
	}

	/**
	 * A network that has learned nothing yet.
	 * @param ciphertextSymbols C
	 * @param plaintextSymbols V
	 * @param seed of the initial weights and of dropout
	 */
	public static NetworkTrainer of(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols, long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		return new NetworkTrainer(CipherNetwork.initial(config, ciphertextSymbols, plaintextSymbols, random), seed);
	}

	/**
	 * A network that goes on from what it has learned before.
	 * @param seed of dropout
	 */
	public static NetworkTrainer of(Weights weights, long seed) {
		return new NetworkTrainer(CipherNetwork.of(weights), seed);
	}

	/**
	 * Has each head of attention begin by looking at a place of its own at the message's
	 * start, as is good where keys are the prefix. Before the first step.
	 */
	public void lookAtPrefix() {
		Parameter bias = Objects.requireNonNull(this.view.parameters().get("attention.bias"));
		float[] scores = bias.getArray().toFloatArray();
		AttentionBlock.lookAtPrefix(this.network.config(), scores);
		bias.getArray().toByteBuffer(true).asFloatBuffer().put(0, scores);
	}

	public NetworkConfig config() {
		return this.network.config();
	}

	/**
	 * Learns from a batch, once.
	 * @param ciphertexts messages of ciphertext symbols, of any lengths
	 * @param plaintexts their plaintext symbols; one that is shorter than its ciphertext
	 * is that of the ciphertext's end, and the prefix counts for nothing
	 * @param learningRate Adam's
	 * @return the mean loss before the step in nats a symbol; NaN where the loss or its
	 * gradient is not finite, and then nothing was learned
	 */
	public double step(int[][] ciphertexts, int[][] plaintexts, double learningRate) {
		// a generator draws another's seed, since those of neighbouring seeds overlap
		SplittableRandom dropout = new SplittableRandom(new SplittableRandom(this.seed + ++this.steps).nextLong());
		Shard batch = new Shard(ciphertexts, plaintexts);
		int parts = batch.parts();
		SplittableRandom[] dropouts = new SplittableRandom[parts];
		Arrays.setAll(dropouts, (part) -> dropout.split());
		long symbols = batch.symbols();
		double[] losses = new double[parts];
		Parallel.run(parts, (part) -> losses[part] = batch.part(part, parts)
			.addGradients(this.learners.get(part), symbols, dropouts[part]));
		double loss = Arrays.stream(losses).sum();
		if (!Double.isFinite(loss)) {
			this.adam.clearGradients(); // those of the other shards
			return Double.NaN;
		}
		return this.adam.step(parts, learningRate) ? loss : Double.NaN;
	}

	/** Symbols of the longest message that this network can decrypt. */
	public int maxLength() {
		return this.decoder.maxLength();
	}

	/**
	 * Decrypts messages freely and compares.
	 * @param plaintexts the truth, as for {@link #step}
	 */
	public Evaluation evaluate(int[][] ciphertexts, int[][] plaintexts) {
		Evaluation.Count count = new Evaluation.Count(plaintexts, this.network.plaintextSymbols());
		decrypt(ciphertexts, plaintexts, count);
		return count.evaluation();
	}

	/** Decrypts one half of the messages while it decrypts the other. */
	private void decrypt(int[][] ciphertexts, int[][] plaintexts, Decoder.SymbolSink sink) {
		Shard all = new Shard(ciphertexts, plaintexts);
		int parts = Math.max(1, Math.min(Parallel.PARTS, ciphertexts.length));
		Parallel.run(parts, (part) -> {
			int first = all.start(part, parts);
			decrypt(all.part(part, parts), (row, position, probabilities, offset) -> sink.accept(first + row, position,
					probabilities, offset));
		});
	}

	private void decrypt(Shard messages, Decoder.SymbolSink sink) {
		if (this.network.config().feedback()) {
			int[] shown = new TeacherForcing(this.view, messages, sink).run();
			int[] wrong = IntStream.range(0, shown.length)
				.filter((row) -> shown[row] < messages.plaintexts()[row].length)
				.toArray();
			run(messages.of(wrong), (row, position, probabilities, offset) -> {
				if (position >= shown[wrong[row]]) {
					sink.accept(wrong[row], position, probabilities, offset);
				}
			});
		}
		else {
			run(messages, sink);
		}
	}

	private void run(Shard messages, Decoder.SymbolSink sink) {
		int[] prefixLengths = messages.prefixLengths();
		this.decoder.run(messages.ciphertexts(), prefixLengths,
				Decoder.Sink.bySymbol(messages.plaintexts(), prefixLengths, this.network.plaintextSymbols(), sink));
	}

	/** A copy of the weights as they are now. */
	public Weights weights() {
		Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
		this.view.parameters()
			.forEach((name, parameter) -> tensors.put(name,
					new Weights.Tensor(parameter.getShape().getShape(), parameter.getArray().toFloatArray())));
		return new Weights(this.network.config(), this.network.ciphertextSymbols(), this.network.plaintextSymbols(),
				tensors);
	}

	/** Puts weights back that {@link #weights} gave. */
	public void restore(Weights weights) {
		for (Map.Entry<String, Parameter> entry : this.view.parameters().entrySet()) {
			entry.getValue().getArray().toByteBuffer(true).asFloatBuffer().put(0, weights.values(entry.getKey()));
		}
	}

	/**
	 * Writes all that training goes on from: weights, the optimizer's moments and the
	 * number of steps.
	 */
	public void save(DataOutput out) throws IOException {
		out.writeLong(this.steps);
		this.adam.save(out);
	}

	/** Goes on from what {@link #save} wrote, bit for bit. */
	public void load(DataInput in) throws IOException {
		this.steps = in.readLong();
		this.adam.load(in);
	}

	/**
	 * The temperature that makes the network's confidence fit its accuracy: what its
	 * logits are best divided by, in the sense of the loss (Guo et al., "On calibration
	 * of modern neural networks", 2017).
	 * @param plaintexts the truth, as for {@link #step}
	 * @return between 1 / 2 and 4
	 */
	public double temperature(int[][] ciphertexts, int[][] plaintexts) {
		Temperature temperature = new Temperature(plaintexts, this.network.plaintextSymbols());
		decrypt(ciphertexts, plaintexts, temperature);
		return temperature.best();
	}

	@Override
	public void close() {
		this.view.close();
		this.learners.forEach(CipherNetwork::close);
		this.network.close();
	}

}
