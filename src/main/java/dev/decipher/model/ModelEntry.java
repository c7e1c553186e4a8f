package dev.decipher.model;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A model's entry in the catalogue.
 *
 * @param active the number of the active version
 * @param versions all versions, by their numbers
 */
record ModelEntry(int active, NavigableMap<Integer, ModelVersion> versions) {

	static final ModelEntry EMPTY = new ModelEntry(0, Collections.emptyNavigableMap());

	/** With a further version; the first one is active in any case. */
	ModelEntry with(ModelVersion version, boolean activate) {
		NavigableMap<Integer, ModelVersion> more = new TreeMap<>(this.versions);
		more.put(version.version(), version);
		return new ModelEntry((activate || this.versions.isEmpty()) ? version.version() : this.active,
				Collections.unmodifiableNavigableMap(more));
	}

	ModelEntry without(int version) {
		NavigableMap<Integer, ModelVersion> fewer = new TreeMap<>(this.versions);
		fewer.remove(version);
		return new ModelEntry(this.active, Collections.unmodifiableNavigableMap(fewer));
	}

	boolean has(@Nullable Integer version) {
		return version == null || this.versions.containsKey(version);
	}

	Model model(String name) {
		return new Model(name, name.equals(ModelRegistry.DEFAULT_MODEL), this.active,
				List.copyOf(this.versions.keySet()), Objects.requireNonNull(this.versions.get(this.active)));
	}

}
