package dev.decipher.cipher.polygraphic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;

/** Describes the columns of a rectangle that the alphabet is written into. */
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Range(min = 2, max = 128)
@Schema(description = "The columns of the square, or of the rectangle where the alphabet fills no square: by default as "
		+ "many as rows, or else as few more as can be, as 6 for 24 symbols or 8 for 32")
@interface Columns {

}
