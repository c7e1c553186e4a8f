package dev.decipher.cipher.transposition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes where a way through a grid begins. */
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Schema(description = "The corner in which that way begins or, of a spiral outwards, ends",
		allowableValues = { "top-left", "top-right", "bottom-left", "bottom-right" }, defaultValue = "top-left",
		example = "top-left")
@interface Corner {

}
