package dev.decipher.job;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/** A page of jobs, newest first. */
@JsonPropertyOrder({ "items", "page", "size", "total" })
@Schema(description = "A page of jobs")
public record JobPage(@Schema(description = "The jobs, newest first") List<Job> items,
		@Schema(description = "Which page, counted from 0", example = "0") int page,
		@Schema(description = "How many jobs a page has at most", example = "20") int size,
		@Schema(description = "How many jobs there are on all pages", example = "1") long total) {
}
