package dev.decipher.model;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.decipher.network.Safetensors;
import dev.decipher.network.Weights;
import dev.decipher.problem.InvalidParameter;
import dev.decipher.problem.Problem;
import dev.decipher.security.Access;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * All trained versions, and which of each model is active: finds them, lends them to
 * those who decrypt, adds, activates and deletes them.
 */
@Service
public class ModelRegistry {

	/** The model that answers requests which name none. */
	public static final String DEFAULT_MODEL = "seed";

	/** The pattern of the names of models. */
	public static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final ModelStore store;

	private final ModelCache cache;

	private final ModelCatalogue catalogue;

	private final JsonMapper json;

	private final Clock clock;

	private final List<ReservedModel> reserved;

	private final Access access;

	private final ApplicationEventPublisher events;

	ModelRegistry(ModelStore store, ModelCache cache, ModelCatalogue catalogue, JsonMapper json, Clock clock,
			List<ReservedModel> reserved, Access access, ApplicationEventPublisher events) {
		this.store = store;
		this.cache = cache;
		this.catalogue = catalogue;
		this.json = json;
		this.clock = clock;
		this.reserved = reserved;
		this.access = access;
		this.events = events;
	}

	/** Whether a model has a version that can answer, here or in another replica. */
	public boolean isStored(String model) {
		return this.catalogue.refresh(model) != null;
	}

	/** Whether a model has a version that can answer, as far as is known here. */
	public boolean isKnown(String model) {
		return this.catalogue.has(model);
	}

	/** Whether the default model can answer: not until its first version is trained. */
	public boolean isReady() {
		return isKnown(DEFAULT_MODEL);
	}

	/**
	 * What a new version of a model has before it.
	 * @throws Problem 503 while the default model is not trained
	 */
	public Ancestry ancestry(String model) {
		boolean stored = isStored(model);
		return new Ancestry(model,
				this.reserved.stream()
					.filter((other) -> other.name().equals(model))
					.map(ReservedModel::kind)
					.findFirst()
					.orElseGet(() -> model.equals(DEFAULT_MODEL) ? ModelKind.CIPHER
							: stored ? find(model, null).details().kind() : null),
				stored, this.access.isAdmin());
	}

	/**
	 * Stores a version, at once if the caller's transaction commits and not at all if it
	 * rolls back. Needs a transaction.
	 * @param activate whether to make it the active one; a model's first is in any case
	 * @return the version, under the model's next number
	 */
	public ModelVersion add(String model, @Nullable String job, VersionDetails details, Weights weights,
			boolean activate) {
		this.catalogue.lockInTransaction(model);
		this.catalogue.refresh(model);
		return addLocked(model, job, details, weights, activate);
	}

	/** Stores a version that was trained elsewhere. */
	ModelVersion add(String model, VersionDetails details, Weights weights, boolean activate) {
		return this.catalogue.inTransaction(model, () -> addLocked(model, null, details, weights, activate));
	}

	private ModelVersion addLocked(String model, @Nullable String job, VersionDetails details, Weights weights,
			boolean activate) {
		// sorted, since the file's checksum must not depend on an order of chance
		Map<String, String> metadata = new TreeMap<>();
		if (details.kind() != ModelKind.CIPHER) {
			metadata.put(WeightsImport.KIND, details.kind().toString());
		}
		metadata.put(WeightsImport.ALPHABET, this.json.writeValueAsString(details.alphabet()));
		metadata.put(WeightsImport.CIPHERTEXT, this.json.writeValueAsString(details.ciphertextAlphabet()));
		if (details.layout() != null) {
			metadata.put(WeightsImport.LAYOUT, this.json.writeValueAsString(details.layout()));
		}
		ModelVersion version = this.store.add(model, this.clock.instant().truncatedTo(ChronoUnit.MILLIS), job, details,
				new Safetensors.File(weights, metadata));
		boolean first = !this.store.hasActive(model);
		boolean active = activate || first;
		if (active) {
			this.store.activate(model, version.version(), ActivationCause.of(version, first), job);
			// loaded now, so that no request has to wait
			this.cache.borrow(version).close();
		}
		this.catalogue.change(model, (entry) -> entry.with(version, active), (committed) -> {
			if (!committed) { // its number is given again
				this.cache.remove(version.id());
				return;
			}
			if (active) {
				this.events.publishEvent(new ModelActivated(version.id()));
			}
			this.events.publishEvent(new VersionAdded(version.id()));
		});
		return version;
	}

	/**
	 * Borrows a version that decrypts, loading it where it is not. To be closed after
	 * use.
	 * @param model its model, or {@code name@alias}, or null for the default one
	 * @param version its number, or null for the active one, or the alias's
	 * @throws InvalidParameter for a number beside an alias
	 * @throws Problem 404 for an unknown one, 409 for one of another kind, 503 while the
	 * default model is not trained
	 */
	public LoadedModel borrow(@Nullable String model, @Nullable Integer version) {
		return borrow((model != null) ? model : DEFAULT_MODEL, version, ModelKind.CIPHER);
	}

	/**
	 * Borrows a version of a kind, as {@link #borrow(String, Integer)} does. To be closed
	 * after use.
	 */
	public LoadedModel borrow(String model, @Nullable Integer version, ModelKind kind) {
		while (true) {
			ModelVersion found = find(model, version);
			if (found.details().kind() != kind) {
				throw Problem.conflict(found.id() + " is a " + found.details().kind() + ", and no " + kind);
			}
			try {
				return this.cache.borrow(found);
			}
			catch (IllegalStateException ex) {
				ModelEntry stored = this.catalogue.refresh(found.model());
				if (stored != null && found.isSameAs(stored.versions().get(found.version()))) {
					throw ex;
				}
				// deleted while it was loaded: the one that is active now answers
			}
		}
	}

	/**
	 * A version's record.
	 * @param model its model, or {@code name@alias}
	 * @param version its number, or null for the active one, or the alias's
	 * @throws InvalidParameter for a number beside an alias
	 * @throws Problem 404 for an unknown one, 503 while the default model is not trained
	 */
	public ModelVersion find(String model, @Nullable Integer version) {
		ModelEntry entry = this.catalogue.find(model, version);
		if (entry == null) {
			return aliased(model, version); // no model's name has an @
		}
		ModelVersion found = entry.versions().get((version != null) ? version : entry.active());
		if (found == null) {
			throw Problem.notFound("there is no version " + version + " of the model " + model);
		}
		return found;
	}

	/** The active versions of one kind, by their models' names. */
	public List<ModelVersion> active(ModelKind kind) {
		return this.catalogue.models((entry) -> entry.activeVersion().details().kind() == kind)
			.stream()
			.map(Model::shown)
			.toList();
	}

	private ModelVersion aliased(String reference, @Nullable Integer version) {
		int at = reference.indexOf(ModelReference.SEPARATOR);
		if (at < 0) {
			throw unknown(reference);
		}
		if (version != null) {
			throw new InvalidParameter("version", ModelReference.VERSION_BESIDE_ALIAS.formatted(reference));
		}
		String model = reference.substring(0, at);
		String alias = reference.substring(at + 1);
		Integer number = entry(model).aliases().get(alias);
		if (number == null) {
			ModelEntry stored = this.catalogue.refresh(model); // another replica may have
																// just got it
			number = (stored != null) ? stored.aliases().get(alias) : null;
		}
		if (number == null) {
			throw Problem.notFound("the model " + model + " has no alias " + alias);
		}
		return find(model, number);
	}

	private ModelEntry entry(String model) {
		ModelEntry entry = this.catalogue.find(model, null);
		if (entry == null) {
			throw unknown(model);
		}
		return entry;
	}

	private static Problem unknown(String model) {
		return model.equals(DEFAULT_MODEL) ? Problem.notReady("the default model is still being trained", RETRY_AFTER)
				: Problem.notFound("there is no model " + model);
	}

	/** A copy of a version's weights. */
	public Weights weights(ModelVersion version) {
		return this.store.weights(version);
	}

	/** A model by its own name, with its active version. */
	Model model(String name) {
		ModelEntry entry = entry(name);
		return entry.model(name, entry.activeVersion());
	}

	/** A model by its name with its active version, or by an alias with that version. */
	Model show(String reference) {
		ModelVersion shown = find(reference, null);
		return entry(shown.model()).model(shown.model(), shown);
	}

	/** Switches a model to another of its versions, which is loaded before it answers. */
	Model activate(String name, int number) {
		model(name);
		this.cache.borrow(find(name, number)).close();
		this.catalogue.inTransaction(name, () -> {
			find(name, number); // it may have been deleted meanwhile
			this.store.activate(name, number, ActivationCause.REQUEST, null);
			this.catalogue.change(name, (entry) -> entry.withActive(number));
		});
		return model(name);
	}

	/**
	 * Whether a version is stored. A deletion under way is waited for, and a later one
	 * finds whatever stands against it by now.
	 */
	public boolean isStored(VersionId id) {
		return this.catalogue.inTransaction(id.model(), () -> {
			ModelEntry entry = this.catalogue.entries().get(id.model());
			return entry != null && entry.has(id.version());
		});
	}

}
