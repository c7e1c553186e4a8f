package dev.decipher.cipher.transposition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes a way through a grid. */
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Schema(description = "The way through the grid on which the message is written, or read: rows or columns, every "
		+ "second one backwards where they alternate; diagonals, each written down or up, or the second one down or "
		+ "up and the others by turns; a spiral inwards, or outwards from the middle; steps so many rows down and "
		+ "columns to the right, round the grid's edges, and from a cell that was passed to the next free one",
		allowableValues = { "rows", "alternating-rows", "columns", "alternating-columns", "diagonals-down",
				"diagonals-up", "alternating-diagonals-down", "alternating-diagonals-up", "spiral-clockwise",
				"spiral-counterclockwise", "outward-spiral-clockwise", "outward-spiral-counterclockwise", "steps" },
		example = "rows")
@interface Way {

}
