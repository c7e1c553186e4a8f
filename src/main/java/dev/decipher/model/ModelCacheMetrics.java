package dev.decipher.model;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.CacheMeterBinder;

import org.springframework.stereotype.Component;

/** The cache of loaded versions, under the names that Micrometer has for caches. */
@Component
class ModelCacheMetrics extends CacheMeterBinder<ModelCache> {

	ModelCacheMetrics(ModelCache cache) {
		super(cache, "models", Tags.empty());
	}

	private ModelCache.Statistics statistics() {
		return Objects.requireNonNull(getCache()).statistics();
	}

	@Override
	protected Long size() {
		return (long) statistics().size();
	}

	@Override
	protected long hitCount() {
		return statistics().hits();
	}

	@Override
	protected Long missCount() {
		return statistics().misses();
	}

	@Override
	protected Long evictionCount() {
		return statistics().evictions();
	}

	@Override
	protected long putCount() {
		return statistics().loads();
	}

	@Override
	protected void bindImplementationSpecificMetrics(MeterRegistry registry) {
		FunctionTimer
			.builder("cache.load.duration", this, (cache) -> cache.statistics().loads(),
					(cache) -> cache.statistics().loadNanos(), TimeUnit.NANOSECONDS)
			.tags(getTagsWithCacheName())
			.description("How long it took to load versions")
			.register(registry);
	}

}
