package dev.decipher.solve.form;

import java.util.ArrayList;
import java.util.List;

/**
 * A text less the form in which it came.
 *
 * @param text what is left to decipher
 * @param forms the names of what was taken off, in that order
 * @param allCharacters whether blanks and punctuation seem to be enciphered as well
 * @param share how likely this is what was enciphered, beside the first of the list
 */
public record Stripped(String text, List<String> forms, boolean allCharacters, double share) {

	Stripped and(String form, String text, double share) {
		List<String> forms = new ArrayList<>(this.forms);
		forms.add(form);
		return new Stripped(text, List.copyOf(forms), this.allCharacters, share);
	}

}
