package dev.decipher.cipher.transposition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;

/** Describes a transposition's length of blocks. */
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Range(min = 1, max = 10_000)
@Schema(description = "The length of the blocks that are enciphered one after the other, 1 to 10,000; "
		+ "without it the message is one block", example = "24")
@interface Block {

}
