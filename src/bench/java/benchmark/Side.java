package benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of several that are measured in turn.
 */
final class Side {

	static final int ROUNDS = Integer.getInteger("load.rounds", 3);

	private static final int WARM_UP = Integer.getInteger("load.warm-up", 20);

	private static final int SECONDS = Integer.getInteger("load.seconds", 3);

	final String name;

	private final String url;

	private final String body;

	private final int connections;

	private final List<Wrk.Result> results = new ArrayList<>();

	Side(String name, String url, String body, int connections) {
		this.name = name;
		this.url = url;
		this.body = body;
		this.connections = connections;
	}

	static void measure(Side... sides) throws IOException {
		for (Side side : sides) {
			side.measure(WARM_UP);
		}
		for (int round = 0; round < ROUNDS; round++) {
			for (Side side : sides) {
				side.results.add(side.measure(SECONDS));
			}
		}
	}

	private Wrk.Result measure(int seconds) throws IOException {
		return Wrk.post(this.url, this.body, this.connections, seconds);
	}

	double rate() {
		return median(this.results.stream().mapToDouble(Wrk.Result::rate).toArray());
	}

	double p99() {
		return median(this.results.stream().mapToDouble(Wrk.Result::p99).toArray());
	}

	static double median(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
