package dev.decipher.training;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.decipher.model.ModelReference;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** The version must be there, unless the model is named by an alias, which is one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = VersionOrAlias.Validator.class)
@interface VersionOrAlias {

	String message() default "must not be null";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Tells of the fault at the version. */
	final class Validator implements ConstraintValidator<VersionOrAlias, TrainRequest.From> {

		@Override
		public boolean isValid(TrainRequest.@Nullable From from, ConstraintValidatorContext context) {
			if (from == null || from.version() != null
					|| (from.model() != null && ModelReference.isAlias(from.model()))) {
				return true;
			}
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
				.addPropertyNode("version")
				.addConstraintViolation();
			return false;
		}

	}

}
