package dev.decipher.network;

import java.io.IOException;

/**
 * A file of weights that can't be used. The message says why, as a phrase about the file
 * ("has no tensor linear.bias, …"), in printable ASCII and at a bounded length, whatever
 * the file holds.
 */
public final class MalformedWeightsException extends IOException {

	private static final int MAX_SHOWN_CHARACTERS = 80;

	MalformedWeightsException(String message) {
		super(message);
	}

	/** A text out of a file, in a form that is safe to send on. */
	static String show(String text) {
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < Math.min(MAX_SHOWN_CHARACTERS, text.length()); i++) {
			char c = text.charAt(i);
			shown.append((c >= ' ' && c <= '~') ? c : '?');
		}
		return (text.length() > MAX_SHOWN_CHARACTERS) ? shown + "..." : shown.toString();
	}

}
