package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.decipher.network.Safetensors;
import dev.decipher.network.TorchStarter;
import dev.decipher.network.TrainedNetwork;
import dev.decipher.network.Weights;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All trained versions, and which of each model is active. What is stored is mirrored in
 * memory, so that a request costs no query. What another replica changes is found by
 * looking for it twice a second, and as soon as something is asked for that isn't here;
 * an active version is loaded before it answers.
 */
@Service
@DependsOn(TorchStarter.NAME)
public class ModelRegistry implements DisposableBean {

	/** The model that answers requests which name none. */
	public static final String DEFAULT_MODEL = "seed";

	/** The language that the service has by itself. */
	public static final String BUILT_IN_LANGUAGE = "english";

	/** What models may be called. */
	public static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

	private static final Pattern NAME_PATTERN = Pattern.compile(NAME);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(ModelRegistry.class);

	private final ModelStore store;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final Clock clock;

	private final Collection<ModelUse> uses;

	private final ApplicationEventPublisher events;

	private final ModelCache cache;

	private final Map<String, Shelf> shelves = new ConcurrentSkipListMap<>();

	/**
	 * The revision of each model that its shelf shows, or an older one.
	 */
	private final Map<String, Long> revisions = new ConcurrentHashMap<>();

	/** What was found damaged at the start. */
	private final Set<VersionId> damaged = ConcurrentHashMap.newKeySet();

	/**
	 * Held for a model from the first change of a transaction until it is completed, and
	 * while its shelf is looked up.
	 */
	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	ModelRegistry(ModelStore store, PlatformTransactionManager transactions, JsonMapper json, Clock clock,
			List<ModelUse> uses, ModelProperties properties, ApplicationEventPublisher events) {
		this.store = store;
		this.transaction = new TransactionTemplate(transactions);
		this.json = json;
		this.clock = clock;
		this.uses = uses;
		this.events = events;
		this.cache = new ModelCache(properties.cacheSize().toBytes(), this::load);
		takeStock();
	}

	/** What there is of a model, in memory. */
	private record Shelf(int active, NavigableMap<Integer, ModelVersion> versions) {

		Shelf with(ModelVersion version) {
			NavigableMap<Integer, ModelVersion> more = new TreeMap<>(this.versions);
			more.put(version.version(), version);
			return new Shelf(version.version(), Collections.unmodifiableNavigableMap(more));
		}

		Shelf without(int version) {
			NavigableMap<Integer, ModelVersion> fewer = new TreeMap<>(this.versions);
			fewer.remove(version);
			return new Shelf(this.active, Collections.unmodifiableNavigableMap(fewer));
		}

		boolean has(@Nullable Integer version) {
			return version == null || this.versions.containsKey(version);
		}

		static final Shelf EMPTY = new Shelf(0, Collections.emptyNavigableMap());

	}

	/**
	 * Puts every stored version on its shelf whose weights are what was stored. A model
	 * whose active version is damaged goes on with its newest intact one.
	 */
	private void takeStock() {
		this.store.revisions().keySet().forEach((model) -> this.store.find(model).ifPresent((stored) -> {
			stored.versions().forEach(this::verify);
			Shelf shelf = shelved(model, stored);
			if (shelf != null && !Integer.valueOf(shelf.active()).equals(stored.active())) {
				this.store.activate(model, shelf.active());
				logger.warn("{} goes on with version {}, its newest one that is intact", model, shelf.active());
			}
			put(model, shelf);
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

	/** What a shelf shows of what is stored, or null if that is nothing. */
	private @Nullable Shelf shelved(String model, ModelStore.Stored stored) {
		Shelf before = this.shelves.getOrDefault(model, Shelf.EMPTY);
		NavigableMap<Integer, ModelVersion> versions = new TreeMap<>();
		for (ModelVersion version : stored.versions()) {
			if (!this.damaged.contains(version.id())) {
				ModelVersion known = before.versions().get(version.version());
				versions.put(version.version(),
						(known != null && known.sha256().equals(version.sha256())) ? known : version);
			}
		}
		if (versions.isEmpty()) {
			return null;
		}
		boolean intact = stored.active() != null && versions.containsKey(stored.active());
		return new Shelf(intact ? stored.active() : versions.lastKey(), Collections.unmodifiableNavigableMap(versions));
	}

	/**
	 * Takes over what other replicas have changed. One model that can't be brought up to
	 * date, since it is being changed here too, waits for the next time.
	 */
	void catchUp() {
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
	 * Puts on a model's shelf what is stored of it, unless the model is being changed
	 * here.
	 */
	private void refresh(String model) {
		if (!NAME_PATTERN.matcher(model).matches() || !this.store.exists(model)) {
			return; // anybody can ask for any number of names
		}
		ReentrantLock lock = lock(model);
		if (!lock.tryLock()) {
			return;
		}
		try {
			refreshLocked(model);
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
		Shelf before = this.shelves.getOrDefault(model, Shelf.EMPTY);
		Shelf after = shelved(model, stored);
		ModelVersion active = (after != null) ? after.versions().get(after.active()) : null;
		boolean activated = active != null && active != before.versions().get(before.active());
		if (activated) {
			this.cache.borrow(active).close();
		}
		put(model, after);
		before.versions().values().forEach((version) -> {
			if (after == null || !after.versions().containsKey(version.version())) {
				this.cache.remove(version.id());
			}
		});
		this.revisions.put(model, stored.revision());
		if (activated) {
			this.events.publishEvent(new ModelActivated(active.id()));
		}
	}

	/**
	 * Whether a model has a version that can answer, here or on the shelves of another
	 * replica.
	 * @param model its name
	 * @return true if there is one
	 */
	public boolean isStored(String model) {
		refresh(model);
		return this.shelves.containsKey(model);
	}

	/**
	 * Makes sure that a model's versions stay of one kind.
	 * @param model its name, of a model that there is or of a new one
	 * @param kind what a new version would be
	 * @throws Problem 409 if the model is of the other kind
	 */
	public void requireKind(String model, ModelKind kind) {
		ModelKind present = null;
		if (model.equals(BUILT_IN_LANGUAGE)) {
			present = ModelKind.LANGUAGE;
		}
		else if (model.equals(DEFAULT_MODEL)) {
			present = ModelKind.CIPHER;
		}
		else if (isStored(model)) {
			present = find(model, null).details().kind();
		}
		if (present != null && present != kind) {
			throw Problem.conflict(
					"the model " + model
							+ ((present == ModelKind.LANGUAGE) ? " is a language, and can't have versions that decrypt"
									: " decrypts, and can't have versions that are a language")
							+ ": take another name");
		}
	}

	/**
	 * Stores a version and makes it the active one, at once if the caller's transaction
	 * commits and not at all if it rolls back. Needs a transaction.
	 * @param model the model's name
	 * @param job which job trained it, or null
	 * @param details how it came to be
	 * @param weights what it has learned
	 * @return the version, under the model's next number
	 */
	public ModelVersion add(String model, @Nullable String job, VersionDetails details, Weights weights) {
		ReentrantLock lock = lock(model);
		lock.lock();
		// in the same thread, when nothing of this transaction can change any more
		TransactionSynchronizationManager.registerSynchronization(new Completion(1, (committed) -> lock.unlock()));
		// sorted, since the file's checksum must not depend on an order of chance
		Map<String, String> metadata = new TreeMap<>();
		if (details.kind() == ModelKind.LANGUAGE) {
			metadata.put(WeightsImport.KIND, "language");
		}
		metadata.put("alphabet", this.json.writeValueAsString(details.alphabet()));
		metadata.put("ciphertext", this.json.writeValueAsString(details.ciphertextAlphabet()));
		if (details.layout() != null) {
			metadata.put("layout", this.json.writeValueAsString(details.layout()));
		}
		ModelVersion version = this.store.add(model, this.clock.instant().truncatedTo(ChronoUnit.MILLIS), job, details,
				new Safetensors.File(weights, metadata));
		this.store.activate(model, version.version());
		this.cache.borrow(version).close(); // loads it now, so that no request has to
											// wait
		change(model, (shelf) -> shelf.with(version), (committed) -> {
			if (committed) {
				this.events.publishEvent(new ModelActivated(version.id()));
			}
			else { // its number is given again
				this.cache.remove(version.id());
			}
		});
		return version;
	}

	/** Stores a version that was trained elsewhere and makes it the active one. */
	ModelVersion add(String model, VersionDetails details, Weights weights) {
		return this.transaction.execute((status) -> add(model, null, details, weights));
	}

	/** A version's file. */
	InputStream open(ModelVersion version) {
		return this.store.open(version.id());
	}

	private ReentrantLock lock(String model) {
		return this.locks.computeIfAbsent(model, (name) -> new ReentrantLock());
	}

	/**
	 * Changes a shelf now, so that whoever sees the transaction's outcome sees the change
	 * too, and back if it rolls back. The model's lock is held.
	 */
	private void change(String model, UnaryOperator<Shelf> change, Consumer<Boolean> completed) {
		Shelf before = this.shelves.get(model);
		Shelf after = change.apply((before != null) ? before : Shelf.EMPTY);
		put(model, after.versions().isEmpty() ? null : after);
		TransactionSynchronizationManager.registerSynchronization(new Completion(0, (committed) -> {
			if (!committed) {
				put(model, before);
			}
			completed.accept(committed);
		}));
	}

	/**
	 * Told whether a transaction was committed, those of a lower place first.
	 */
	private record Completion(int place, Consumer<Boolean> completed) implements TransactionSynchronization {

		@Override
		public int getOrder() {
			return this.place;
		}

		@Override
		public void afterCompletion(int status) {
			this.completed.accept(status == STATUS_COMMITTED);
		}

	}

	/** Changes a model in a transaction of its own, which {@code work} does. */
	private void inTransaction(String model, Runnable work) {
		ReentrantLock lock = lock(model);
		lock.lock();
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.store.lock(model);
				refreshLocked(model);
				work.run();
			});
		}
		finally {
			lock.unlock();
		}
	}

	private void put(String model, @Nullable Shelf shelf) {
		if (shelf != null) {
			this.shelves.put(model, shelf);
		}
		else {
			this.shelves.remove(model);
		}
	}

	private TrainedNetwork load(ModelVersion version) {
		return new TrainedNetwork(weights(version));
	}

	/**
	 * Whether the default model can answer.
	 * @return false until its first version is trained
	 */
	public boolean isReady() {
		return this.shelves.containsKey(DEFAULT_MODEL);
	}

	/**
	 * Borrows a version that decrypts, loading it where it is not. To be closed after
	 * use.
	 * @param model its model, or null for the default one
	 * @param version its number, or null for the active one
	 * @return the version
	 * @throws Problem 404 for an unknown one, 409 for a language, 503 while the default
	 * model is not trained
	 */
	public LoadedModel borrow(@Nullable String model, @Nullable Integer version) {
		return borrow((model != null) ? model : DEFAULT_MODEL, version, ModelKind.CIPHER);
	}

	/**
	 * Borrows a language, loading it where it is not. To be closed after use.
	 * @param model its model
	 * @param version its number, or null for the active one
	 * @return the version
	 * @throws Problem 404 for an unknown one, 409 for one that is no language
	 */
	public LoadedModel borrowLanguage(String model, @Nullable Integer version) {
		return borrow(model, version, ModelKind.LANGUAGE);
	}

	private LoadedModel borrow(String name, @Nullable Integer version, ModelKind kind) {
		while (true) {
			ModelVersion found = find(name, version);
			if (found.details().kind() != kind) {
				throw Problem.conflict((kind == ModelKind.CIPHER)
						? found.id() + " is a language: it helps to solve, but decrypts nothing"
						: found.id() + " is no language");
			}
			try {
				return this.cache.borrow(found);
			}
			catch (IllegalStateException ex) {
				refresh(name);
				if (find(name, version) == found) {
					throw ex;
				}
				// deleted while it was loaded: the one that is active now answers
			}
		}
	}

	/**
	 * A version's record.
	 * @param model its model
	 * @param version its number, or null for the active one
	 * @return what is known of it
	 * @throws Problem 404 for an unknown one, 503 while the default model is not trained
	 */
	public ModelVersion find(String model, @Nullable Integer version) {
		Shelf shelf = shelf(model, version);
		if (!shelf.has(version)) {
			throw Problem.notFound("there is no version " + version + " of the model " + model);
		}
		return shelf.versions().get((version != null) ? version : shelf.active());
	}

	/**
	 * What there is of a model, looked up once more if what is asked for isn't here.
	 * @throws Problem 404 for an unknown one, 503 while the default model is not trained
	 */
	private Shelf shelf(String model, @Nullable Integer version) {
		Shelf shelf = this.shelves.get(model);
		if (shelf == null || !shelf.has(version)) {
			refresh(model);
			shelf = this.shelves.get(model);
		}
		if (shelf == null) {
			throw missing(model);
		}
		return shelf;
	}

	private static Problem missing(String model) {
		return model.equals(DEFAULT_MODEL) ? Problem.notReady("the default model is still being trained", RETRY_AFTER)
				: Problem.notFound("there is no model " + model);
	}

	/**
	 * A version's weights.
	 * @param version the version
	 * @return a copy of them
	 */
	public Weights weights(ModelVersion version) {
		try {
			return this.store.read(version).weights();
		}
		catch (IOException ex) {
			throw new IllegalStateException(version.id() + " can't be read", ex);
		}
	}

	List<Model> models() {
		return this.shelves.entrySet().stream().map((entry) -> model(entry.getKey(), entry.getValue())).toList();
	}

	Model model(String name) {
		return model(name, shelf(name, null));
	}

	private static Model model(String name, Shelf shelf) {
		return new Model(name, name.equals(DEFAULT_MODEL), shelf.active(), List.copyOf(shelf.versions().keySet()),
				shelf.versions().get(shelf.active()));
	}

	/** Switches a model to another of its versions, which is loaded before it answers. */
	Model activate(String name, int number) {
		model(name);
		this.cache.borrow(find(name, number)).close();
		inTransaction(name, () -> {
			find(name, number); // it may have been deleted meanwhile
			this.store.activate(name, number);
			change(name, (shelf) -> new Shelf(number, shelf.versions()), (committed) -> {
			});
		});
		return model(name);
	}

	void delete(String name) {
		if (name.equals(DEFAULT_MODEL)) {
			throw Problem.conflict("the default model can't be deleted");
		}
		model(name);
		inTransaction(name, () -> {
			List<Integer> versions = model(name).versions();
			if (this.uses.stream().anyMatch((use) -> use.isInUse(name))) {
				throw Problem.conflict("a job for the model " + name + " is under way; cancel it first");
			}
			this.store.deleteAll(name);
			change(name, (shelf) -> Shelf.EMPTY, (committed) -> {
				if (committed) {
					versions.forEach((number) -> this.cache.remove(new VersionId(name, number)));
				}
			});
		});
	}

	void delete(String name, int number) {
		find(name, number);
		inTransaction(name, () -> {
			ModelVersion version = find(name, number);
			if (model(name).activeVersion() == number) {
				throw Problem.conflict(version.id() + " is active; activate another one first");
			}
			this.store.delete(version.id());
			change(name, (shelf) -> shelf.without(number), (committed) -> {
				if (committed) {
					this.cache.remove(version.id());
				}
			});
		});
	}

	@Override
	public void destroy() {
		this.cache.close();
	}

}
