package dev.decipher.model;

import java.util.List;

import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** The names and words that people give versions: aliases, descriptions and tags. */
@Service
record ModelLabels(ModelRegistry registry, ModelCatalogue catalogue, ModelCache cache, ModelStore store) {

	/** All models, or those of which some version has a tag. */
	List<Model> models(@Nullable String tag) {
		return this.catalogue.models((entry) -> tag == null || entry.hasTag(tag));
	}

	/** Gives a version an alias, which is loaded before it answers by that name. */
	Model addAlias(String model, String alias, int number) {
		this.registry.model(model);
		this.cache.borrow(this.registry.find(model, number)).close();
		this.catalogue.inTransaction(model, () -> {
			this.store.addAlias(this.registry.find(model, number).id(), alias);
			this.catalogue.change(model, (entry) -> entry.withAlias(alias, number));
		});
		return this.registry.model(model);
	}

	void deleteAlias(String model, String alias) {
		this.registry.model(model);
		this.catalogue.inTransaction(model, () -> {
			if (!this.registry.model(model).aliases().containsKey(alias)) {
				throw Problem.notFound("the model " + model + " has no alias " + alias);
			}
			this.store.deleteAlias(model, alias);
			this.catalogue.change(model, (entry) -> entry.withoutAlias(alias));
		});
	}

	/** Changes a version's description and tags. */
	ModelVersion describe(String model, int number, VersionChanges changes) {
		this.registry.find(model, number);
		this.catalogue.inTransaction(model, () -> {
			ModelVersion before = this.registry.find(model, number);
			String description = changes.descriptionOf(before);
			List<String> tags = changes.tagsOf(before);
			this.store.describe(before.id(), description, tags);
			this.catalogue.change(model, (entry) -> entry.with(before.with(description, tags), false));
		});
		return this.registry.find(model, number);
	}

}
