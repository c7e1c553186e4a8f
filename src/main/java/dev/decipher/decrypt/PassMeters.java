package dev.decipher.decrypt;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.metric.Metric;
import dev.decipher.network.PassListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * How messages come to their forward passes, of all models together: which of them wait
 * is decided by how many processors there are.
 */
final class PassMeters implements PassListener {

	private final MeterRegistry registry;

	private final DistributionSummary sizes;

	private final Timer waits;

	private final LongAdder waiting = new LongAdder();

	PassMeters(MeterRegistry registry) {
		this.registry = registry;
		this.sizes = Metric.DECRYPT_BATCH_SIZE.summary(registry);
		this.waits = Metric.DECRYPT_QUEUE.timer(registry);
		Metric.DECRYPT_WAITING.gauge(registry, this.waiting::sum);
	}

	@Override
	public void accept(int messages) {
		this.sizes.record(messages);
	}

	@Override
	public void queued(int messages) {
		this.waiting.add(messages);
	}

	@Override
	public void taken(int messages, long nanos) {
		this.waiting.add(-messages);
		for (int i = 0; i < messages; i++) {
			this.waits.record(nanos, TimeUnit.NANOSECONDS);
		}
	}

	/** Takes them out of the registry, to begin anew. */
	void forget() {
		Metric.DECRYPT_BATCH_SIZE.remove(this.registry);
		Metric.DECRYPT_QUEUE.remove(this.registry);
		Metric.DECRYPT_WAITING.remove(this.registry);
	}

}
