package dev.decipher.security;

/** The service would be reached from other machines and ask nobody who he is. */
final class UnguardedAddress extends RuntimeException {

	UnguardedAddress(String address) {
		super("The service would be reachable from other machines at " + address
				+ ", where anybody could use it, since it has no keys.");
	}

}
