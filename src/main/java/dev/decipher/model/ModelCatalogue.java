package dev.decipher.model;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.decipher.storage.Poller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All models that there are, each with its versions and the number of the active one. All
 * of it is mirrored in memory, so that a request costs no query. Changes of another
 * replica are found by looking for it twice a second unless set otherwise, and as soon as
 * something is asked for that isn't here; an active version is loaded before it answers.
 */
@Component
class ModelCatalogue extends Poller {

	private static final Pattern NAME = Pattern.compile(ModelRegistry.NAME);

	private static final Logger logger = LoggerFactory.getLogger(ModelCatalogue.class);

	private final ModelStore store;

	private final ModelCache cache;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Map<String, ModelEntry> entries = new ConcurrentSkipListMap<>();

	/** The revision of each model that its entry shows, or an older one. */
	private final Map<String, Long> revisions = new ConcurrentHashMap<>();

	/** The versions found damaged at the start. */
	private final Set<VersionId> damaged = ConcurrentHashMap.newKeySet();

	/**
	 * Held for a model from the first change of a transaction until it is completed, and
	 * while its entry is looked up.
	 */
	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	ModelCatalogue(ModelProperties properties, ModelStore store, ModelCache cache, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		super("models", properties.pollInterval());
		this.store = store;
		this.cache = cache;
		this.transaction = transaction;
		this.events = events;
		takeStock();
	}

	/**
	 * Enters every stored version whose weights are what was stored. A model whose active
	 * version is damaged goes on with its newest intact one.
	 */
	private void takeStock() {
		this.store.revisions().keySet().forEach((model) -> this.store.find(model).ifPresent((stored) -> {
			stored.versions().forEach(this::verify);
			ModelEntry entry = entry(model, stored);
			if (entry != null && !Integer.valueOf(entry.active()).equals(stored.active())) {
				this.transaction.executeWithoutResult(
						(status) -> this.store.activate(model, entry.active(), ActivationCause.DAMAGE, null));
				logger.warn("{} goes on with version {}, its newest one that is intact", model, entry.active());
			}
			put(model, entry);
			this.revisions.put(model, stored.revision());
		}));
	}

	private void verify(ModelVersion version) {
		try {
			this.store.verify(version);
		}
		catch (IOException | DataAccessException ex) {
			this.damaged.add(version.id());
			logger.error("{} is damaged and left out: {}", version.id(), ex.getMessage());
		}
	}

	/** The entry for what is stored of a model, or null if that is nothing. */
	private @Nullable ModelEntry entry(String model, ModelStore.Stored stored) {
		ModelEntry before = this.entries.getOrDefault(model, ModelEntry.EMPTY);
		List<ModelVersion> intact = stored.versions()
			.stream()
			.filter((version) -> !this.damaged.contains(version.id()))
			.map((version) -> {
				ModelVersion known = before.versions().get(version.version());
				return version.equals(known) ? known : version;
			})
			.toList();
		return ModelEntry.of(stored.active(), intact, stored.aliases());
	}

	/**
	 * Takes over what other replicas have changed. One model that can't be brought up to
	 * date, since it is being changed here too, waits for the next time.
	 */
	@Override
	protected void poll() {
		this.store.revisions().forEach((model, revision) -> {
			if (!revision.equals(this.revisions.get(model))) {
				try {
					refresh(model);
				}
				catch (RuntimeException ex) {
					logger.warn("Model {} can't be brought up to date yet: {}", model, ex.getMessage());
				}
			}
		});
	}

	/**
	 * A model's entry as it is stored. It is entered, unless another thread is about to.
	 * @return null for an unknown model
	 */
	@Nullable ModelEntry refresh(String model) {
		if (!NAME.matcher(model).matches() || !this.store.exists(model)) {
			return this.entries.get(model); // anybody can ask for any number of names
		}
		ReentrantLock lock = lock(model);
		if (!lock.tryLock()) {
			return this.store.find(model).map((stored) -> entry(model, stored)).orElse(null);
		}
		try {
			refreshLocked(model);
			return this.entries.get(model);
		}
		finally {
			lock.unlock();
		}
	}

	private void refreshLocked(String model) {
		ModelStore.Stored stored = this.store.find(model).orElse(null);
		if (stored == null) {
			return;
		}
		ModelEntry before = this.entries.getOrDefault(model, ModelEntry.EMPTY);
		ModelEntry after = entry(model, stored);
		ModelVersion active = (after != null) ? after.activeVersion() : null;
		boolean activated = active != null && !active.isSameAs(before.versions().get(before.active()));
		if (after != null) {
			load(before, after);
		}
		put(model, after);
		before.versions().values().forEach((version) -> {
			if (after == null || !after.versions().containsKey(version.version())) {
				this.cache.remove(version.id());
			}
		});
		this.revisions.put(model, stored.revision());
		if (active != null && activated) {
			this.events.publishEvent(new ModelActivated(active.id()));
		}
	}

	/** Loads what requests will get by a name that they got another version by. */
	private void load(ModelEntry before, ModelEntry after) {
		Set<Integer> numbers = new TreeSet<>(after.aliases().values());
		numbers.removeAll(before.aliases().values());
		numbers.add(after.active());
		for (int number : numbers) {
			ModelVersion version = after.versions().get(number);
			if (version != null
					&& (number != after.active() || !version.isSameAs(before.versions().get(before.active())))) {
				this.cache.borrow(version).close();
			}
		}
	}

	/** The models' entries by their names, as they are while they are looked at. */
	Map<String, ModelEntry> entries() {
		return Collections.unmodifiableMap(this.entries);
	}

	boolean has(String model) {
		return this.entries.containsKey(model);
	}

	/** The models whose entries are wanted. */
	List<Model> models(Predicate<ModelEntry> wanted) {
		return this.entries.entrySet()
			.stream()
			.filter((entry) -> wanted.test(entry.getValue()))
			.map((entry) -> entry.getValue().model(entry.getKey(), entry.getValue().activeVersion()))
			.toList();
	}

	/**
	 * A model's entry, looked up once more if the version isn't here.
	 * @return the entry, with or without the version, or null for an unknown model
	 */
	@Nullable ModelEntry find(String model, @Nullable Integer version) {
		ModelEntry entry = this.entries.get(model);
		return (entry != null && entry.has(version)) ? entry : refresh(model);
	}

	private ReentrantLock lock(String model) {
		return this.locks.computeIfAbsent(model, (name) -> new ReentrantLock());
	}

	/** Holds a model's lock until the caller's transaction is completed. */
	void lockInTransaction(String model) {
		ReentrantLock lock = lock(model);
		lock.lock();
		// in the same thread, when nothing of this transaction can change any more
		TransactionSynchronizationManager.registerSynchronization(new Completion(1, (committed) -> lock.unlock()));
	}

	/** Changes a model in a transaction of its own, which {@code work} does. */
	void inTransaction(String model, Runnable work) {
		inTransaction(model, () -> {
			work.run();
			return true;
		});
	}

	/**
	 * Does the same, and returns what {@code work} does. Whoever waits for the model's
	 * lock holds no connection meanwhile.
	 */
	<T> T inTransaction(String model, Supplier<T> work) {
		ReentrantLock lock = lock(model);
		lock.lock();
		try {
			return this.transaction.execute((status) -> {
				this.store.lock(model);
				refreshLocked(model);
				return work.get();
			});
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Changes an entry now, so that whoever sees the transaction's outcome sees the
	 * change too, and back if it rolls back. The model's lock is held.
	 */
	void change(String model, UnaryOperator<ModelEntry> change, Consumer<Boolean> completed) {
		ModelEntry before = this.entries.get(model);
		ModelEntry after = change.apply((before != null) ? before : ModelEntry.EMPTY);
		put(model, after.versions().isEmpty() ? null : after);
		TransactionSynchronizationManager.registerSynchronization(new Completion(0, (committed) -> {
			if (!committed) {
				put(model, before);
			}
			completed.accept(committed);
		}));
	}

	/** Changes an entry likewise, where nothing else depends on the transaction. */
	void change(String model, UnaryOperator<ModelEntry> change) {
		change(model, change, (committed) -> {
		});
	}

	private void put(String model, @Nullable ModelEntry entry) {
		if (entry != null) {
			this.entries.put(model, entry);
		}
		else {
			this.entries.remove(model);
		}
	}

}
