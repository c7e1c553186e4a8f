package dev.decipher.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import dev.decipher.problem.Problem;

import org.springframework.stereotype.Service;

/** Deletes models and versions, unless something stands against it. */
@Service
record ModelDeletion(ModelRegistry registry, ModelCatalogue catalogue, ModelCache cache, ModelStore store,
		List<ModelUse> uses) {

	/**
	 * Deletes a model with all its versions.
	 * @throws Problem 404 for an unknown one, 409 where something stands against it
	 */
	void delete(String name) {
		if (name.equals(ModelRegistry.DEFAULT_MODEL)) {
			throw Problem.conflict("the default model can't be deleted");
		}
		this.registry.model(name);
		this.catalogue.inTransaction(name, () -> {
			List<Integer> versions = this.registry.model(name).versions();
			if (this.uses.stream().anyMatch((use) -> use.isInUse(name))) {
				throw Problem.conflict("a job for the model " + name + " is under way; cancel it first");
			}
			this.store.deleteAll(name);
			this.catalogue.change(name, (entry) -> ModelEntry.EMPTY, (committed) -> {
				if (committed) {
					versions.forEach((number) -> this.cache.remove(new VersionId(name, number)));
				}
			});
		});
	}

	void delete(String name, int number) {
		delete(name, number, (id) -> false);
	}

	/**
	 * Deletes a version.
	 * @param needed asked once nobody else can change the model
	 */
	void delete(String name, int number, Predicate<VersionId> needed) {
		this.registry.find(name, number);
		this.catalogue.inTransaction(name, () -> {
			ModelVersion version = this.registry.find(name, number);
			String reason = Objects.requireNonNull(this.catalogue.entries().get(name)).whyKept(number);
			if (reason != null) {
				throw Problem.conflict(version.id() + " " + reason);
			}
			if (needed.test(version.id())) {
				throw Problem.conflict(version.id() + " is needed by a job or another version");
			}
			this.store.delete(version.id());
			this.catalogue.change(name, (entry) -> entry.without(number), (committed) -> {
				if (committed) {
					this.cache.remove(version.id());
				}
			});
		});
	}

}
