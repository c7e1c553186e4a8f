package dev.decipher.cipher;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Describes the letter that a square of 25 letters lacks. J is read as I; any other
 * omitted letter is foreign to the alphabet and passes through, or is dropped where all
 * that is foreign is.
 */
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Schema(description = "The letter that a square of 25 lacks where no alphabet is named: J is read as I, "
		+ "any other passes through, or is dropped where all that is foreign is", defaultValue = "J", example = "Q",
		allowableValues = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R",
				"S", "T", "U", "V", "W", "X", "Y", "Z" })
public @interface Omit {

}
