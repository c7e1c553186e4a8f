package dev.decipher.security;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

import dev.decipher.system.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses what a browser sends on behalf of a foreign page and would change something: a
 * form needs nobody's consent to post. Fetch Metadata (W3C) says where a request comes
 * from, in older browsers {@code Origin}; without either it comes from no browser.
 */
final class CrossSiteFilter implements Filter {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final List<String> allowedOrigins;

	private final ProblemWriter problems;

	CrossSiteFilter(List<String> allowedOrigins, ProblemWriter problems) {
		this.allowedOrigins = allowedOrigins;
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		if (SAFE.contains(request.getMethod()) || !isForeign(request)) {
			chain.doFilter(request, response);
			return;
		}
		this.problems.write(request, (HttpServletResponse) response, HttpStatus.FORBIDDEN,
				"The request was sent by the page of another site. If that one may use the service, name its origin in "
						+ "the setting decipher.security.allowed-origins.");
	}

	private boolean isForeign(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin != null && this.allowedOrigins.contains(origin)) {
			return false;
		}
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return !OWN.contains(site);
		}
		return origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
	}

	/** A page without an origin to name, a sandboxed one say, names {@code null}. */
	private static boolean isOwn(String origin, String host) {
		try {
			return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
