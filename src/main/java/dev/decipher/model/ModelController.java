package dev.decipher.model;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The registry over HTTP. */
@RestController
@RequestMapping(path = "/models")
record ModelController(ModelRegistry registry) implements ModelApi {

	@Override
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	public List<Model> list() {
		return this.registry.models();
	}

	@Override
	@GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	public Model show(@PathVariable String name) {
		return this.registry.model(name);
	}

	@Override
	@GetMapping(path = "/{name}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
	public ModelVersion version(@PathVariable String name, @PathVariable int version) {
		return this.registry.find(name, version);
	}

	@Override
	@PutMapping(path = "/{name}/active", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public Model activate(@PathVariable String name, @Valid @RequestBody Activation activation) {
		return this.registry.activate(name, activation.version());
	}

	@Override
	@DeleteMapping(path = "/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void delete(@PathVariable String name) {
		this.registry.delete(name);
	}

	@Override
	@DeleteMapping(path = "/{name}/versions/{version}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void deleteVersion(@PathVariable String name, @PathVariable int version) {
		this.registry.delete(name, version);
	}

}
