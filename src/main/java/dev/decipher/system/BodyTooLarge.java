package dev.decipher.system;

import java.io.IOException;

import org.springframework.util.unit.DataSize;

/**
 * A body that goes on beyond the limit. It is an {@link IOException}, since that is what
 * whoever reads a body expects to meet.
 */
final class BodyTooLarge extends IOException {

	BodyTooLarge(DataSize limit) {
		super(detail(limit));
	}

	static String detail(DataSize limit) {
		return "The body is larger than " + limit.toBytes() + " bytes.";
	}

}
