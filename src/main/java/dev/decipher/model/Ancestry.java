package dev.decipher.model;

import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a model has before it.
 *
 * @param kind of the model's versions, null where it has none yet
 * @param stored whether it has versions
 * @param admin whether who makes the new one decides which is active
 */
public record Ancestry(String model, @Nullable ModelKind kind, boolean stored, boolean admin) {

	/**
	 * Whether the new version becomes the active one.
	 * @param asked whether the client wants that; null for yes
	 * @return false if it doesn't, unless it is the model's first
	 * @throws Problem 403 if it would take another version's place, which an admin
	 * decides
	 */
	public boolean activates(@Nullable Boolean asked) {
		boolean wanted = !Boolean.FALSE.equals(asked);
		if (wanted && !this.admin && this.stored) {
			throw Problem
				.forbidden("The model " + this.model + " has a version already. Which one is active an admin decides: "
						+ "with \"activate\": false (for weights ?activate=false) another one can be made.");
		}
		return wanted && this.admin;
	}

	/**
	 * Makes sure that a model's versions stay of one kind.
	 * @throws Problem 409 if the model is of another kind
	 */
	public void requireKind(ModelKind wanted) {
		if (this.kind != null && this.kind != wanted) {
			throw Problem.conflict("the model %s is a %s, and can't have versions that are a %s: take another name"
				.formatted(this.model, this.kind, wanted));
		}
	}

}
