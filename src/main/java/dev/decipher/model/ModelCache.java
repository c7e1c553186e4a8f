package dev.decipher.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.network.NetworkLoader;
import dev.decipher.network.TrainedNetwork;

import org.springframework.stereotype.Component;

/**
 * Keeps networks loaded while they are used, and as many more as there is room for. A
 * network's native memory is freed when it has left the cache and its last borrower has
 * given it back.
 */
@Component
final class ModelCache implements AutoCloseable {

	/** Bytes of weights that stay loaded without being used. */
	private final long capacity;

	private final ModelStore store;

	private final NetworkLoader networks;

	private final Map<VersionId, CompletableFuture<Entry>> entries = new LinkedHashMap<>(16, 0.75f, true);

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	private final LongAdder loads = new LongAdder();

	private final LongAdder loadNanos = new LongAdder();

	private final LongAdder evictions = new LongAdder();

	ModelCache(ModelProperties properties, ModelStore store, NetworkLoader networks) {
		this.capacity = properties.cacheSize().toBytes();
		this.store = store;
		this.networks = networks;
	}

	/** Borrows a version, after loading it where it is not; others go on meanwhile. */
	LoadedModel borrow(ModelVersion version) {
		while (true) {
			CompletableFuture<Entry> future = new CompletableFuture<>();
			CompletableFuture<Entry> present;
			synchronized (this) {
				present = this.entries.putIfAbsent(version.id(), future);
			}
			((present != null) ? this.hits : this.misses).increment();
			Entry entry = (present != null) ? await(present) : load(version, future);
			synchronized (this) {
				if (!entry.closed) {
					entry.borrowers++;
					return new LoadedModel(version, entry.network, () -> giveBack(entry));
				}
			}
		}
	}

	private static Entry await(CompletableFuture<Entry> future) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private Entry load(ModelVersion version, CompletableFuture<Entry> future) {
		try {
			long start = System.nanoTime();
			Entry entry = new Entry(this.networks.load(this.store.weights(version)), version.size());
			this.loads.increment();
			this.loadNanos.add(System.nanoTime() - start);
			future.complete(entry);
			makeRoom(version.id());
			return entry;
		}
		catch (RuntimeException | Error ex) {
			synchronized (this) {
				this.entries.remove(version.id(), future);
			}
			future.completeExceptionally(ex);
			throw ex;
		}
	}

	private synchronized void makeRoom(VersionId newest) {
		long size = this.entries.values()
			.stream()
			.filter(CompletableFuture::isDone)
			.mapToLong((done) -> done.join().size)
			.sum();
		Iterator<Map.Entry<VersionId, CompletableFuture<Entry>>> oldestFirst = this.entries.entrySet().iterator();
		while (size > this.capacity && oldestFirst.hasNext()) {
			Map.Entry<VersionId, CompletableFuture<Entry>> candidate = oldestFirst.next();
			if (!candidate.getKey().equals(newest) && candidate.getValue().isDone()) {
				size -= candidate.getValue().join().size;
				oldestFirst.remove();
				this.evictions.increment();
				leave(candidate.getValue().join());
			}
		}
	}

	/** Lets a version go. */
	synchronized void remove(VersionId id) {
		CompletableFuture<Entry> future = this.entries.remove(id);
		if (future != null) {
			future.thenAccept(this::leave);
		}
	}

	private synchronized void leave(Entry entry) {
		entry.left = true;
		closeIfUnused(entry);
	}

	private synchronized void giveBack(Entry entry) {
		entry.borrowers--;
		closeIfUnused(entry);
	}

	private void closeIfUnused(Entry entry) {
		if (entry.left && entry.borrowers == 0 && !entry.closed) {
			entry.closed = true;
			entry.network.close();
		}
	}

	/** Counts of what happened so far, and how much is there. */
	synchronized Statistics statistics() {
		return new Statistics(this.entries.size(), this.hits.sum(), this.misses.sum(), this.loads.sum(),
				this.loadNanos.sum(), this.evictions.sum());
	}

	/**
	 * Counts.
	 *
	 * @param size versions that are loaded, or being loaded
	 * @param hits borrowed without loading
	 * @param loadNanos how long all loading took, in ns
	 * @param evictions versions that had to make room for others
	 */
	record Statistics(int size, long hits, long misses, long loads, long loadNanos, long evictions) {
	}

	@Override
	public synchronized void close() {
		this.entries.values().forEach((future) -> future.thenAccept(this::leave));
		this.entries.clear();
	}

	private static final class Entry {

		private final TrainedNetwork network;

		private final long size;

		private int borrowers;

		private boolean left;

		private boolean closed;

		Entry(TrainedNetwork network, long size) {
			this.network = network;
			this.size = size;
		}

	}

}
