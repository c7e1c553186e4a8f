package dev.decipher.job.web;

import java.util.List;

import dev.decipher.job.Job;
import dev.decipher.job.JobPage;
import dev.decipher.job.JobState;
import dev.decipher.job.run.DatabaseJobQueue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /jobs}. */
@RestController
@RequestMapping(path = "/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
record JobController(DatabaseJobQueue jobs, JobEvents events) implements JobApi {

	@Override
	@GetMapping
	public JobPage list(@RequestParam(required = false) @Nullable JobState state,
			@RequestParam(required = false) @Nullable String model, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return this.jobs.page(state, (model == null || model.isEmpty()) ? null : model, page, size);
	}

	@Override
	@GetMapping("/{id}")
	public Job get(@PathVariable String id) {
		return this.jobs.get(id);
	}

	@Override
	@GetMapping("/{id}/history")
	public List<?> history(@PathVariable String id) {
		return this.jobs.history(id);
	}

	@Override
	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	public ResponseEntity<SseEmitter> events(@PathVariable String id) {
		// an unknown job is a 404 even where no stream is free
		this.jobs.get(id);
		// no timeout of its own: it lasts as long as the job
		SseEmitter emitter = this.events.subscribe(id, () -> this.jobs.get(id), new SseEmitter(0L));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			// a proxy that collects the answer would make it late
			.header("X-Accel-Buffering", "no")
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.body(emitter);
	}

	@Override
	@DeleteMapping("/{id}")
	public ResponseEntity<Job> delete(@PathVariable String id) {
		return this.jobs.cancelOrDelete(id)
			.map(ResponseEntity.accepted()::body)
			.orElseGet(() -> ResponseEntity.noContent().build());
	}

}
