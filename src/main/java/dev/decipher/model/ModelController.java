package dev.decipher.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The registry over HTTP. */
@RestController
@RequestMapping(path = "/models")
record ModelController(ModelRegistry registry, ModelLabels labels, ModelDeletion deletion,
		ActivationHistory history) implements ModelApi {

	@Override
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	public List<Model> list(@RequestParam(required = false) @Nullable String tag) {
		return this.labels.models(tag);
	}

	@Override
	@GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	public Model show(@PathVariable String name) {
		return this.registry.show(name);
	}

	@Override
	@GetMapping(path = "/{name}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
	public ModelVersion version(@PathVariable String name, @PathVariable int version) {
		return this.registry.find(name, version);
	}

	@Override
	@PutMapping(path = "/{name}/active", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public Model activate(@PathVariable String name, @RequestBody Activation activation) {
		return this.registry.activate(name, activation.version());
	}

	@Override
	@GetMapping(path = "/{name}/history", produces = MediaType.APPLICATION_JSON_VALUE)
	public List<ActivationRecord> history(@PathVariable String name, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return this.history.page(this.registry.model(name).name(), page, size);
	}

	@Override
	@PatchMapping(path = "/{name}/versions/{version}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public ModelVersion describe(@PathVariable String name, @PathVariable int version,
			@RequestBody VersionChanges changes) {
		return this.labels.describe(name, version, changes);
	}

	@Override
	@PutMapping(path = "/{name}/aliases/{alias}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public Model addAlias(@PathVariable String name, @PathVariable String alias, @RequestBody AliasedVersion aliased) {
		return this.labels.addAlias(name, alias, aliased.version());
	}

	@Override
	@DeleteMapping(path = "/{name}/aliases/{alias}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void deleteAlias(@PathVariable String name, @PathVariable String alias) {
		this.labels.deleteAlias(name, alias);
	}

	@Override
	@DeleteMapping(path = "/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void delete(@PathVariable String name) {
		this.deletion.delete(name);
	}

	@Override
	@DeleteMapping(path = "/{name}/versions/{version}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void deleteVersion(@PathVariable String name, @PathVariable int version) {
		this.deletion.delete(name, version);
	}

}
