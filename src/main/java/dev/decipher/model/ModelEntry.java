package dev.decipher.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A model's entry in the catalogue.
 *
 * @param active the number of the active version
 * @param versions all versions, by their numbers
 * @param aliases further names, each with the number of the version that it is for
 */
record ModelEntry(int active, NavigableMap<Integer, ModelVersion> versions, SortedMap<String, Integer> aliases) {

	static final ModelEntry EMPTY = new ModelEntry(0, Collections.emptyNavigableMap(), Collections.emptySortedMap());

	/**
	 * An entry for what is stored.
	 * @param active the number of the active version; the newest is where it isn't there
	 * @param aliases those of versions that aren't there are left out
	 * @return the entry, or null where there are no versions
	 */
	static @Nullable ModelEntry of(@Nullable Integer active, Collection<ModelVersion> versions,
			SortedMap<String, Integer> aliases) {
		NavigableMap<Integer, ModelVersion> byNumber = new TreeMap<>();
		versions.forEach((version) -> byNumber.put(version.version(), version));
		if (byNumber.isEmpty()) {
			return null;
		}
		SortedMap<String, Integer> known = new TreeMap<>(aliases);
		known.values().retainAll(byNumber.keySet());
		return new ModelEntry((active != null && byNumber.containsKey(active)) ? active : byNumber.lastKey(),
				Collections.unmodifiableNavigableMap(byNumber), Collections.unmodifiableSortedMap(known));
	}

	/** With a further version; the first one is active in any case. */
	ModelEntry with(ModelVersion version, boolean activate) {
		NavigableMap<Integer, ModelVersion> more = new TreeMap<>(this.versions);
		more.put(version.version(), version);
		return new ModelEntry((activate || this.versions.isEmpty()) ? version.version() : this.active,
				Collections.unmodifiableNavigableMap(more), this.aliases);
	}

	ModelEntry without(int version) {
		NavigableMap<Integer, ModelVersion> fewer = new TreeMap<>(this.versions);
		fewer.remove(version);
		return new ModelEntry(this.active, Collections.unmodifiableNavigableMap(fewer), this.aliases);
	}

	ModelEntry withActive(int version) {
		return new ModelEntry(version, this.versions, this.aliases);
	}

	ModelEntry withAlias(String alias, int version) {
		SortedMap<String, Integer> more = new TreeMap<>(this.aliases);
		more.put(alias, version);
		return new ModelEntry(this.active, this.versions, Collections.unmodifiableSortedMap(more));
	}

	ModelEntry withoutAlias(String alias) {
		SortedMap<String, Integer> fewer = new TreeMap<>(this.aliases);
		fewer.remove(alias);
		return new ModelEntry(this.active, this.versions, Collections.unmodifiableSortedMap(fewer));
	}

	boolean has(@Nullable Integer version) {
		return version == null || this.versions.containsKey(version);
	}

	/** Whether some version has a tag. */
	boolean hasTag(String tag) {
		return this.versions.values().stream().anyMatch((version) -> {
			List<String> tags = version.tags();
			return tags != null && tags.contains(tag);
		});
	}

	ModelVersion activeVersion() {
		return Objects.requireNonNull(this.versions.get(this.active));
	}

	/**
	 * Why a version may not be deleted, by whomever.
	 * @return what to tell a client behind the version's name, or null if it may go
	 */
	@Nullable String whyKept(int version) {
		if (version == this.active) {
			return "is active; activate another one first";
		}
		return this.aliases.entrySet()
			.stream()
			.filter((alias) -> alias.getValue() == version)
			.findFirst()
			.map((alias) -> "has the alias " + alias.getKey() + "; delete that, or move it to another one first")
			.orElse(null);
	}

	/** The model, with all about one of its versions. */
	Model model(String name, ModelVersion shown) {
		return new Model(name, name.equals(ModelRegistry.DEFAULT_MODEL), this.active,
				List.copyOf(this.versions.keySet()), this.aliases, shown);
	}

}
