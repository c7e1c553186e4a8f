package dev.decipher.network;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a message of 32 symbols costs in Java and in PyTorch, on one thread: alone, and of
 * 64 in a pass.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ForwardBenchmark {

	private static final int PASS = 64;

	/** A network by embedding, hidden, and what else it has. */
	@Param({ "5 10", "32 32 skip", "32 64 skip", "32 64 skip bidirectional", "32 64 skip feedback", "32 96 skip",
			"64 128", "64 256" })
	private String network;

	@Param({ "Java", "PyTorch" })
	private String in;

	private int[][] pass;

	private int[][] alone;

	private TrainedNetwork trained;

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(ForwardBenchmark.class.getName()).build()).run();
	}

	@Setup
	public void load() {
		TorchEngine.start(1);
		String[] words = this.network.split(" ");
		int hidden = Integer.parseInt(words[1]);
		boolean skip = this.network.contains("skip");
		NetworkConfig config = new NetworkConfig(Integer.parseInt(words[0]), hidden, 1,
				this.network.contains("bidirectional"), 0, skip ? hidden : 0, skip, this.network.contains("feedback"),
				0, 0, 0, 0, false, false);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, 27, 27, 3)) {
			this.trained = new TrainedNetwork(trainer.weights(), this.in.equals("Java"));
		}
		SplittableRandom random = new SplittableRandom(PASS);
		this.pass = Stream.generate(() -> random.ints(32, 0, 27).toArray()).limit(PASS).toArray(int[][]::new);
		this.alone = new int[][] { this.pass[0] };
	}

	@TearDown
	public void close() {
		this.trained.close();
	}

	@Benchmark
	public Object alone() {
		return predict(this.alone);
	}

	@Benchmark
	@OperationsPerInvocation(PASS)
	public Object of64() {
		return predict(this.pass);
	}

	private Prediction[] predict(int[][] messages) {
		return this.trained.predict(messages, new int[messages.length], 0, (it) -> {
		});
	}

}
