package dev.decipher.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall, that of health excepted from the check of the host:
 * a load balancer asks for it by any name. A request without a host is of no browser.
 */
final class HostFirewall implements HttpFirewall {

	private final StrictHttpFirewall anyHost = strict();

	private final StrictHttpFirewall knownHosts = strict();

	private final String health;

	HostFirewall(KnownHosts hosts, String health) {
		this.health = health;
		this.knownHosts.setAllowedHostnames((host) -> {
			if (!hosts.test(host)) {
				throw new UnknownHost(host);
			}
			return true;
		});
	}

	/**
	 * The web server has looked at headers, and JSON and parameters may have any text.
	 */
	static StrictHttpFirewall strict() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		firewall.setAllowedParameterNames((name) -> true);
		firewall.setUnsafeAllowAnyHttpMethod(true); // an unknown one is a 405
		return firewall;
	}

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		String path = request.getServletPath();
		boolean any = path.equals(this.health) || path.startsWith(this.health + "/")
				|| request.getHeader(HttpHeaders.HOST) == null;
		return (any ? this.anyHost : this.knownHosts).getFirewalledRequest(request);
	}

	@Override
	public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
		return this.anyHost.getFirewalledResponse(response);
	}

}
