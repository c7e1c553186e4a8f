package dev.decipher.cipher;

import org.jspecify.annotations.Nullable;

/** A cipher with a period beside its keys. */
public interface Periodic {

	/** How many symbols are taken together; null for the whole message. */
	@Nullable Integer period();

}
