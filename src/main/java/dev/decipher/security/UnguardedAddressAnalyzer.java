package dev.decipher.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings allow an address that others can reach. */
class UnguardedAddressAnalyzer extends AbstractFailureAnalyzer<UnguardedAddress> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnguardedAddress cause) {
		return new FailureAnalysis(cause.getMessage(),
				"""
						Do one of these:
						- give it keys: `java -jar decipher.jar key NAME ROLE` makes one and prints the line for decipher.security.api-keys;
						- accept tokens of an issuer: spring.security.oauth2.resourceserver.jwt.issuer-uri;
						- bind it to this machine alone: server.address=127.0.0.1;
						- leave it open to everybody who reaches it: decipher.security.allow-anonymous=true.""",
				cause);
	}

}
