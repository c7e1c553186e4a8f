package dev.decipher.security;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names by which the service may be called, so that no foreign page can rebind a name
 * of its own to this machine.
 */
final class KnownHosts implements Predicate<String> {

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

	private final Set<String> names = new HashSet<>();

	/**
	 * Makes it.
	 * @param allowed further names
	 * @param address the name or address that the service is bound to
	 */
	KnownHosts(List<String> allowed, String address) {
		Stream.concat(allowed.stream(), Stream.of(address))
			.forEach((name) -> this.names.add(name.toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether a name is known.
	 * @param host a name or an address, without a port
	 */
	@Override
	public boolean test(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return LOOPBACK.matcher(name).matches() || this.names.contains(name);
	}

}
