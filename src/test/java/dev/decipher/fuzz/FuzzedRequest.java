package dev.decipher.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A request, and what in it is no longer as the description has it.
 *
 * @param target path and query as they go over the wire
 * @param headers all but Host and those about the body's length
 * @param changed the parts that were changed
 * @param wire the bytes to send where a client can't be made to send them, else empty
 * @param cut whether the bytes end too early, and no answer is an answer
 */
record FuzzedRequest(String method, String target, List<Header> headers, byte[] body, Set<Part> changed, byte[] wire,
		boolean cut) {

	enum Part {

		/** The body. */
		CONTENT,

		/** The query, which may be none that the web server can decode. */
		QUERY,

		/** The headers. */
		HEADERS,

		/** The method, the path, or how they are encoded. */
		TARGET,

		/** What goes over the wire is no well-formed HTTP, or a corner of it. */
		WIRE,

		/** The path is none of an operation. */
		FOREIGN

	}

	record Header(String name, String value) {
	}

	boolean changes(Part part) {
		return this.changed.contains(part);
	}

	boolean isForeign() {
		return changes(Part.FOREIGN);
	}

	/** Needs a client that doesn't mind what it sends. */
	boolean isRaw() {
		return this.wire.length > 0;
	}

	/** The request as it goes over the wire. */
	byte[] bytes() {
		return isRaw() ? this.wire : bytes("HTTP/1.1", "\r\n", this.headers, this.body.length);
	}

	byte[] bytes(String version, String lineEnd, List<Header> headers, long length) {
		StringBuilder head = new StringBuilder();
		head.append(this.method).append(' ').append(this.target).append(' ').append(version).append(lineEnd);
		if (headers.stream().noneMatch((header) -> header.name().equalsIgnoreCase("host"))) {
			head.append("Host: 127.0.0.1").append(lineEnd);
		}
		headers.forEach((header) -> head.append(header.name()).append(": ").append(header.value()).append(lineEnd));
		boolean framed = headers.stream()
			.anyMatch((header) -> header.name().equalsIgnoreCase("content-length")
					|| header.name().equalsIgnoreCase("transfer-encoding"));
		if (!framed && (length > 0 || !this.method.equals("GET"))) {
			head.append("Content-Length: ").append(length).append(lineEnd);
		}
		if (headers.stream().noneMatch((header) -> header.name().equalsIgnoreCase("connection"))) {
			head.append("Connection: close").append(lineEnd);
		}
		head.append(lineEnd);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(this.body);
		return bytes.toByteArray();
	}

	/** The same request, sent byte by byte as given. */
	FuzzedRequest over(byte[] wire, boolean cut) {
		return new FuzzedRequest(this.method, this.target, this.headers, this.body,
				Set.of(Part.CONTENT, Part.HEADERS, Part.TARGET, Part.WIRE), wire, cut);
	}

	/** For a person: what can't be seen is escaped, what is long is cut short. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		byte[] bytes = bytes();
		for (int i = 0; i < bytes.length && text.length() < 3_000; i++) {
			int value = bytes[i] & 0xff;
			if (value == '\n' || value >= ' ' && value < 0x7f) {
				text.append((char) value);
			}
			else if (value != '\r') {
				text.append("\\x%02x".formatted(value));
			}
		}
		return text + ((text.length() >= 3_000) ? "... (" + bytes.length + " bytes)" : "");
	}

}
