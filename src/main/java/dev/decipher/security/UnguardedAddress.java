package dev.decipher.security;

/** The service would be reached from other machines and ask nobody who he is. */
final class UnguardedAddress extends RuntimeException {

	private final String address;

	UnguardedAddress(String address) {
		super("Bound to " + address + " without any access control");
		this.address = address;
	}

	String address() {
		return this.address;
	}

}
