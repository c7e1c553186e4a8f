package dev.decipher.solve;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;

import dev.decipher.metric.Metric;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Outcome;
import dev.decipher.problem.Problem;
import dev.decipher.solve.identify.TypeClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * Searches as figures to watch, whoever waits for them: a client, or nobody, where it is
 * a job. A search counts as of the type of its best reading where that is more likely
 * right than wrong, else as of none. Types are as many as there are ciphers.
 */
@Component
class SolveMetrics {

	/** Nothing was found, or nothing was searched. */
	private static final String NONE = "none";

	private final MeterRegistry registry;

	private final AtomicInteger active = new AtomicInteger();

	private final Counter refused;

	private final Counter keys;

	SolveMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.refused = Metric.SOLVE_REFUSED.counter(registry);
		this.keys = Metric.SOLVE_KEYS.counter(registry);
		Metric.SOLVE_ACTIVE.gauge(registry, this.active::get);
	}

	/** A text was not taken, since there is too much to do. */
	void refused() {
		this.refused.increment();
	}

	/**
	 * Measures a search.
	 * @param cancelled whether nobody waits for it any more
	 * @param search is to tell, now and then, how many keys it has tried so far
	 * @throws InvalidInput what the search throws
	 * @throws Problem what the search throws
	 */
	Solution measure(BooleanSupplier cancelled, Function<LongConsumer, Solution> search) {
		Timer.Sample sample = Timer.start(this.registry);
		this.active.incrementAndGet();
		String type = NONE;
		Outcome outcome = Outcome.SERVER_ERROR;
		try {
			Keys tried = new Keys();
			Solution solution = search.apply(tried);
			tried.accept(solution.keysTried());
			type = typeOf(solution);
			outcome = cancelled.getAsBoolean() ? Outcome.CANCELLED : Outcome.SUCCESS;
			return solution;
		}
		catch (RuntimeException ex) {
			outcome = Outcome.of(ex);
			throw ex;
		}
		finally {
			this.active.decrementAndGet();
			sample.stop(Metric.SOLVE.timer(this.registry, type, outcome.name()));
		}
	}

	private static String typeOf(Solution solution) {
		return solution.candidates()
			.stream()
			.limit(1)
			.filter((best) -> best.confidence() >= TypeEstimate.LIKELY)
			.map((best) -> Solver.isIdentity(best.cipher()) ? TypeClass.PLAINTEXT : best.cipher().type())
			.findFirst()
			.orElse(NONE);
	}

	/** One search's keys, of which each is counted once. One thread's. */
	private final class Keys implements LongConsumer {

		private long counted;

		@Override
		public void accept(long soFar) {
			SolveMetrics.this.keys.increment(soFar - this.counted);
			this.counted = soFar;
		}

	}

}
