package dev.decipher.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.fuzz.ApiDescription.Body;
import dev.decipher.fuzz.ApiDescription.Operation;
import dev.decipher.fuzz.FuzzedRequest.Header;
import dev.decipher.fuzz.FuzzedRequest.Part;
import dev.decipher.network.DamagedFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests of the examples of operations, each of them changed. The same seed makes
 * the same request.
 */
final class RequestMutator {

	/** Parameters of /decrypt that don't go with a cipher whose key is known. */
	private static final Set<String> OF_A_MODEL = Set.of("model", "version");

	/** Parameters of /decrypt that only go with such a cipher. */
	private static final Set<String> OF_A_RULE = Set.of("cipher", "alphabet", "characters");

	private static final String BOUNDARY = "boundary-of-parts";

	private static final byte[] NOTHING = {};

	/** As they stand in a target. */
	private static final List<String> ENCODED = List.of("%00", "%2f", "%2F..%2F", "..", "%2e%2e", "%252f", "%0d%0a",
			"%0d%0aX-Forged:%201", "%", "%zz", "%ff", "%ed%a0%80", "%c0%ae", "%e2%80%ae", "seed;a=b", ";", "%3b",
			"a%5cb", "\\", "seed%20", "+", "{id}", "a|b", "\u00e4", "%25", "*", "~", "seed@alias", "seed@", "%40",
			"a".repeat(65), "a".repeat(4_000), "a".repeat(9_000), "0", "-1", "1.5", "2147483648", "1e9", "NaN",
			"%F0%9F%98%80", "<b>", "%3Cscript%3E", "null", "true", "");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE", "CONNECT", "FOO", "get", "PROPFIND", "G(T", "A".repeat(300));

	private static final List<String> CONTENT_TYPES = List.of("nonsense", "application/json;charset=utf-16",
			"application/json;charset=iso-8859-1", "application/json;charset=foo", "application/json;charset=\"",
			"application/json;charset=", "application/json;", "application/json;a=b;a=c", "application/problem+json",
			"application/*", "*/*", "/", "text/plain;charset=utf-16", "text/plain;charset=us-ascii",
			"text/plain;charset=ISO-2022-JP", "text/plain;charset=utf-7", "text/plain;charset=ISO-2022-CN",
			"text/plain;charset=utf-32", "text/html", "multipart/form-data", "multipart/form-data; boundary=",
			"multipart/form-data; boundary=" + BOUNDARY, "multipart/mixed; boundary=x",
			"application/x-www-form-urlencoded", "application/octet-stream", "application/x-ndjson",
			"application/x-ndjson;charset=utf-16", "APPLICATION/JSON", "text/csv", "application/json, text/plain",
			"application/json\u00e4", "");

	private static final List<String> ACCEPTS = List.of("nonsense", "*/*", "*/*;q=0", "image/png", "text/html",
			"text/plain", "application/json;q=0", "text/plain;q=nonsense", "application/problem+json",
			"text/event-stream", "application/x-ndjson", "application/octet-stream", "application/json;charset=utf-16",
			"a/b,".repeat(300) + "*/*", "/", ",", "");

	private static final List<Header> HEADERS = List.of(new Header("Range", "bytes=0-9"),
			new Header("Range", "bytes=5-2"), new Header("Range", "bytes=0-0,2-3,-1"),
			new Header("Range", "bytes=99999999-"), new Header("Range", "lines=1-2"), new Header("Range", "bytes"),
			new Header("If-Match", "*"), new Header("If-Match", "\"x\""), new Header("If-None-Match", "*"),
			new Header("If-None-Match", "\""), new Header("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"),
			new Header("If-Modified-Since", "nonsense"),
			new Header("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"), new Header("If-Range", "\"x\""),
			new Header("Origin", "https://example.com"), new Header("Origin", "null"), new Header("Origin", "::"),
			new Header("Access-Control-Request-Method", "DELETE"), new Header("Authorization", "Bearer x"),
			new Header("Authorization", "Basic \u00ff"), new Header("Cookie", "a=b; JSESSIONID=\"x"),
			new Header("Cookie", "=;;\u0001"), new Header("Accept-Language", "de, xx-YY;q=9"),
			new Header("Accept-Charset", "utf-16"), new Header("Accept-Encoding", "gzip;q=0, br"),
			new Header("Content-Encoding", "gzip"), new Header("Content-Language", "x".repeat(100)),
			new Header("Content-Disposition", "attachment"), new Header("Content-Range", "bytes 0-1/2"),
			new Header("X-HTTP-Method-Override", "DELETE"), new Header("X-Forwarded-Host", "example.com"),
			new Header("X-Forwarded-For", "1.2.3.4"), new Header("X-Forwarded-Prefix", "/a"),
			new Header("Forwarded", "for=\"[::1\";host=x"), new Header("Last-Event-ID", "7"),
			new Header("Idempotency-Key", "a".repeat(300)), new Header("X-Requested-With", "XMLHttpRequest"),
			new Header("Traceparent", "00-0-0-0"), new Header("DNT", "1"));

	/** Only over a socket, which sends anything. */
	private static final List<Header> RAW_HEADERS = List.of(new Header("Expect", "100-continue"),
			new Header("Expect", "nonsense"), new Header("Host", ""), new Header("Host", "a b"),
			new Header("Host", "127.0.0.1:99999999"), new Header("Host", "localhost"), new Header("Upgrade", "h2c"),
			new Header("Connection", "Upgrade, HTTP2-Settings"), new Header("Content-Length", "-1"),
			new Header("Content-Length", "x"), new Header("Content-Length", "99999999999999999999"),
			new Header("Content-Length", "5000000000"), new Header("Content-Length", "0"),
			new Header("Transfer-Encoding", "nonsense"), new Header("Transfer-Encoding", "gzip, chunked"),
			new Header("Transfer-Encoding", "chunked, chunked"), new Header("Transfer-Encoding", "identity"),
			new Header("A\0B", "c"), new Header("A B", "c"), new Header("", "c"), new Header("A", "b\0c"),
			new Header("A", "b\rX: c"), new Header("A", "b\r\n continued"), new Header("\u00e4", "\u00e4"),
			new Header("TE", "trailers, deflate;q=0.5"), new Header("Trailer", "Content-Length"));

	/** What stands beside the operations, and what is nowhere. */
	private static final List<String> FOREIGN = List.of("/", "/nowhere", "/error", "/actuator", "/actuator/health",
			"/actuator/health/readiness", "/actuator/info", "/actuator/metrics", "/actuator/metrics/nothing",
			"/actuator/metrics/decipher.decrypt?tag=model:x", "/actuator/metrics/decipher.decrypt?tag=x",
			"/actuator/prometheus", "/actuator/prometheus?includedNames=x", "/actuator/env", "/actuator/heapdump",
			"/actuator/shutdown", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/x", "/v3/api-docs/swagger-config",
			"/swagger-ui.html", "/swagger-ui/index.html", "/swagger-ui/nothing.js", "/swagger-ui/../../x", "/webjars/x",
			"/favicon.ico", "/h2-console", "/models/", "/jobs/x/y", "/models/seed/versions/1/x", "/*", "*", "//", "/.",
			"/models//seed", "/Models", "/decrypt/", "/decrypt.json");

	private final ApiDescription api;

	private final SplittableRandom random;

	private final Map<String, String> known;

	private final byte[] weights;

	/**
	 * A mutator.
	 * @param known values of parameters that are better than their examples
	 * @param weights a file to import
	 */
	RequestMutator(ApiDescription api, long seed, Map<String, String> known, byte[] weights) {
		this.api = api;
		this.random = new SplittableRandom(seed);
		this.known = known;
		this.weights = weights;
	}

	/** An operation's example as it stands. */
	FuzzedRequest example(Operation operation) {
		List<Body> bodies = operation.bodies();
		Draft draft = new Draft(operation, bodies.isEmpty() ? null : bodies.get(0));
		return draft.request(Set.of());
	}

	/** Any request. */
	FuzzedRequest any() {
		Operation operation = any(this.api.operations());
		List<Body> bodies = operation.bodies();
		Draft draft = new Draft(operation, bodies.isEmpty() ? null : any(bodies));
		Set<Part> changed = EnumSet.noneOf(Part.class);
		for (int times = (this.random.nextInt(4) == 0) ? 2 : 1; times > 0; times--) {
			int kind = this.random.nextInt(20);
			if (kind < 10 && draft.example != null) {
				draft.changeBody();
				changed.add(Part.CONTENT);
			}
			else if (kind < 13) {
				draft.changeParameters(changed);
			}
			else if (kind < 16) {
				draft.changeHeaders();
				changed.add(Part.HEADERS);
			}
			else if (kind == 16) {
				draft.method = any(METHODS);
				changed.add(Part.TARGET);
			}
			else if (kind == 17) {
				draft.changeTarget();
				changed.add(Part.TARGET);
			}
			else if (kind == 18 && times == 1) {
				return overTheWire(draft.request(changed));
			}
			else if (kind == 19 && this.random.nextInt(3) == 0) {
				FuzzedRequest foreign = draft.request(EnumSet.of(Part.FOREIGN, Part.TARGET));
				return new FuzzedRequest(any(METHODS.subList(0, 7)), any(FOREIGN), foreign.headers(), foreign.body(),
						foreign.changed(), NOTHING, false);
			}
		}
		return draft.request(changed);
	}

	private <T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** A request while it is made. */
	private final class Draft {

		private final Body example;

		private String method;

		private String path;

		/** Names and values as they stand in the target. */
		private final List<String> query = new ArrayList<>();

		private final List<Header> headers = new ArrayList<>();

		private byte[] body = NOTHING;

		private Draft(Operation operation, Body example) {
			this.example = example;
			this.method = operation.method();
			this.path = operation.path();
			for (JsonNode parameter : operation.parameters("path")) {
				String name = parameter.get("name").asString();
				this.path = this.path.replace("{" + name + "}", encoded(name, parameter));
			}
			Set<String> left = RequestMutator.this.random.nextInt(3) == 0 ? OF_A_MODEL : OF_A_RULE;
			for (JsonNode parameter : operation.parameters("query")) {
				String name = parameter.get("name").asString();
				if (left.contains(name) && operation.path().startsWith("/decrypt")) {
					continue;
				}
				if (parameter.path("required").asBoolean(false) || RequestMutator.this.random.nextInt(3) > 0) {
					this.query.add(name + "=" + encoded(name, parameter));
				}
			}
			for (JsonNode parameter : operation.parameters("header")) {
				if (RequestMutator.this.random.nextBoolean()) {
					this.headers.add(new Header(parameter.get("name").asString(), parameter.get("example").asString()));
				}
			}
			if (example != null) {
				boolean form = example.type().equals("multipart/form-data");
				this.headers
					.add(new Header("Content-Type", form ? example.type() + "; boundary=" + BOUNDARY : example.type()));
				this.body = form ? form(RequestMutator.this.small(example.example()), false)
						: example.example().isMissingNode() ? RequestMutator.this.weights
								: text(RequestMutator.this.small(example.example()));
			}
		}

		private String encoded(String name, JsonNode parameter) {
			JsonNode example = parameter.has("content") ? parameter.get("content").iterator().next().get("example")
					: parameter.get("example");
			String value = RequestMutator.this.known.getOrDefault(name,
					example.isString() ? example.asString() : example.toString());
			return URLEncoder.encode(value, StandardCharsets.UTF_8);
		}

		FuzzedRequest request(Set<Part> changed) {
			String target = this.path + (this.query.isEmpty() ? "" : "?" + String.join("&", this.query));
			return new FuzzedRequest(this.method, target, List.copyOf(this.headers), this.body, Set.copyOf(changed),
					NOTHING, false);
		}

		void changeBody() {
			SplittableRandom random = RequestMutator.this.random;
			JsonMutator json = new JsonMutator(random, RequestMutator.this.api::resolved);
			if (this.example.example().isMissingNode()) {
				this.body = new DamagedFiles(random.nextLong()).damaged(RequestMutator.this.weights);
			}
			else if (this.example.type().equals("multipart/form-data")) {
				this.body = form(RequestMutator.this.small(this.example.example()), true);
			}
			else if (this.example.type().equals("text/plain")) {
				byte[] text = new JsonMutator(random, RequestMutator.this.api::resolved).mutated(this.example.example(),
						this.example.schema());
				this.body = json.bytesChanged(text);
			}
			else if (this.example.type().equals("application/x-ndjson")) {
				ByteArrayOutputStream lines = new ByteArrayOutputStream();
				for (int i = random.nextInt(1, 20); i > 0; i--) {
					lines.writeBytes(
							(random.nextInt(3) == 0)
									? new JsonMutator(random, RequestMutator.this.api::resolved)
										.mutated(this.example.example(), this.example.schema())
									: text(this.example.example()));
					lines.writeBytes(text(any(List.of("\n", "\r\n", "\n\n", " \n", "\r"))));
				}
				this.body = json.bytesChanged(lines.toByteArray());
			}
			else {
				this.body = json.mutated(RequestMutator.this.small(this.example.example()), this.example.schema());
			}
		}

		private static byte[] text(JsonNode value) {
			return text(value.isString() ? value.asString() : value.toString());
		}

		private static byte[] text(String value) {
			return value.getBytes(StandardCharsets.UTF_8);
		}

		/** Each field is a part. */
		private byte[] form(JsonNode fields, boolean changed) {
			SplittableRandom random = RequestMutator.this.random;
			JsonMutator json = new JsonMutator(random, RequestMutator.this.api::resolved);
			ByteArrayOutputStream form = new ByteArrayOutputStream();
			int wrong = changed ? random.nextInt(8) : -1;
			for (Map.Entry<String, JsonNode> field : fields.properties()) {
				if (wrong == 0 && random.nextBoolean()) {
					continue;
				}
				for (int times = (wrong == 1 && random.nextBoolean()) ? 2 : 1; times > 0; times--) {
					String name = (wrong == 2) ? any(List.of("x", "", "corpus", "pairs", "\u202e", "a\";b=\"c"))
							: field.getKey();
					form.writeBytes(
							text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""));
					if (!field.getValue().isObject() && random.nextBoolean() || wrong == 3) {
						form.writeBytes(text("; filename=\"" + any(List.of("pairs.csv", "p.tsv", "p.ndjson", "",
								"../../x", "a\\\"b", "\0", "x".repeat(5_000))) + "\""));
					}
					if (wrong == 4) {
						form.writeBytes(text("\r\nContent-Type: " + any(CONTENT_TYPES)));
					}
					if (wrong == 5) {
						form.writeBytes(text("\r\n" + any(List.of("no colon", "A: " + "b".repeat(20_000), "\0: x",
								"Content-Transfer-Encoding: base64", "Content-Disposition: form-data"))));
					}
					form.writeBytes(text("\r\n\r\n"));
					byte[] value = text(field.getValue());
					if (changed && random.nextBoolean()) {
						JsonNode schema = RequestMutator.this.api.resolved(this.example.schema())
							.at("/properties/" + field.getKey());
						value = field.getValue().isObject() ? json.mutated(field.getValue(), schema)
								: linesChanged(new String(value, StandardCharsets.UTF_8));
					}
					form.writeBytes(value);
					form.writeBytes(text("\r\n"));
				}
			}
			form.writeBytes(text((wrong == 6) ? "" : (wrong == 7) ? "--" + BOUNDARY : "--" + BOUNDARY + "--\r\n"));
			return form.toByteArray();
		}

		private byte[] linesChanged(String lines) {
			List<String> changed = new ArrayList<>(List.of(lines.split("\n")));
			String other = any(List.of("\"", "\",\"", "A,B,C", "A", ",", "\0,\0", "😀,é", "A\"B,C", "\"A\nB\",\"C\nD\"",
					"ciphertext,plaintext", "{\"ciphertext\":\"A\",\"plaintext\":\"B\"}", "{\"ciphertext\":", "[]",
					"A\tB", "x".repeat(2_000) + ",y", "\u202eA,B", "A,B\r", "17 03,AB", "A:B,C"));
			changed.set(RequestMutator.this.random.nextInt(changed.size()), other);
			return new JsonMutator(RequestMutator.this.random, RequestMutator.this.api::resolved)
				.bytesChanged(text(String.join("\n", changed)));
		}

		void changeParameters(Set<Part> changed) {
			SplittableRandom random = RequestMutator.this.random;
			int place = this.query.isEmpty() ? -1 : random.nextInt(this.query.size());
			changed.add(Part.QUERY);
			switch (random.nextInt(5)) {
				case 0 -> {
					if (place >= 0) {
						this.query.remove(place);
					}
				}
				case 1 -> {
					if (place >= 0) {
						this.query.add(this.query.get(place));
					}
				}
				case 2 -> this.query.add(any(List.of("x=y", "=", "&", "a[0]=1", "version=1", "model=seed", "model=",
						"page=-1", "size=101", "state=X", "x")));
				default -> {
					if (place >= 0) {
						String name = this.query.get(place).replaceFirst("=.*", "");
						this.query.set(place, name + "=" + any(ENCODED));
					}
					else {
						changeTarget();
						changed.add(Part.TARGET);
					}
				}
			}
		}

		/** Puts something else for a part of the path, or behind it. */
		void changeTarget() {
			SplittableRandom random = RequestMutator.this.random;
			String[] segments = this.path.split("/", -1);
			int at = random.nextInt(1, segments.length);
			String other = any(ENCODED);
			segments[at] = switch (random.nextInt(4)) {
				case 0 -> segments[at] + other;
				case 1 -> other + segments[at];
				case 2 -> segments[at] + "/" + other;
				default -> other;
			};
			this.path = String.join("/", segments);
			if (random.nextInt(10) == 0) {
				this.path = any(List.of("http://127.0.0.1", "http://example.com", "/", "/.", "/x/..")) + this.path;
			}
		}

		void changeHeaders() {
			SplittableRandom random = RequestMutator.this.random;
			int place = this.headers.isEmpty() ? -1 : random.nextInt(this.headers.size());
			switch (random.nextInt(7)) {
				case 0 -> {
					if (place >= 0) {
						this.headers.remove(place);
					}
				}
				case 1 -> {
					if (place >= 0) {
						this.headers.add(this.headers.get(place));
					}
				}
				case 2 -> {
					if (place >= 0) {
						this.headers.set(place, new Header(this.headers.get(place).name(), any(CONTENT_TYPES)));
					}
				}
				case 3 ->
					this.headers.add(new Header(any(List.of("X", "Accept", "Content-Type", "Cookie", "Authorization")),
							any(List.of("a", "/", "=", "a/b,")).repeat(1 << 16)));
				case 4 -> this.headers.add(new Header("Accept", any(ACCEPTS)));
				default -> this.headers.add(any(HEADERS));
			}
		}

	}

	/** Sends it as no client of the JDK would. */
	private FuzzedRequest overTheWire(FuzzedRequest request) {
		List<Header> headers = new ArrayList<>(request.headers());
		byte[] body = request.body();
		switch (this.random.nextInt(9)) {
			case 0 -> {
				// more is announced than comes
				return request
					.over(request.bytes("HTTP/1.1", "\r\n", headers, body.length + this.random.nextInt(1, 100)), true);
			}
			case 1 -> {
				byte[] whole = request.bytes();
				return request.over(Arrays.copyOf(whole, this.random.nextInt(1, whole.length)), true);
			}
			case 2 -> {
				return request.over(request.bytes(any(
						List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/0.9", "http/1.1", "HTTP/1.1 x", "", "\0")),
						"\r\n", headers, body.length), true);
			}
			case 3 -> {
				return request.over(
						request.bytes("HTTP/1.1", any(List.of("\n", "\r", "\n\r", "\r\n ")), headers, body.length),
						true);
			}
			case 4, 5 -> {
				headers.add(Math.min(headers.size(), this.random.nextInt(3)), any(RAW_HEADERS));
				return request.over(request.bytes("HTTP/1.1", "\r\n", headers, body.length), true);
			}
			case 6 -> {
				headers.add(new Header("Host", "127.0.0.1"));
				headers.add(new Header("Host", any(List.of("127.0.0.1", "example.com"))));
				return request.over(request.bytes("HTTP/1.1", "\r\n", headers, body.length), true);
			}
			default -> {
				headers.add(new Header("Transfer-Encoding", "chunked"));
				FuzzedRequest chunked = new FuzzedRequest(request.method(), request.target(), headers, chunks(body),
						request.changed(), NOTHING, false);
				return request.over(chunked.bytes(), true);
			}
		}
	}

	/** The body in chunks, most of them with something wrong. */
	private byte[] chunks(byte[] body) {
		ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		int half = body.length / 2;
		String end = any(List.of("\r\n", "\r\n", "\n", ";ext=1\r\n", ";" + "x".repeat(10_000) + "\r\n"));
		String size = (this.random.nextInt(3) == 0)
				? any(List.of("zz", "-1", "ffffffffffffffff", "7fffffff", "", "0x1"))
				: Integer.toHexString(Math.max(1, half));
		chunks.writeBytes((size + end).getBytes(StandardCharsets.US_ASCII));
		chunks.write(body, 0, half);
		if (this.random.nextInt(3) == 0) {
			return chunks.toByteArray(); // cut
		}
		chunks.writeBytes(
				("\r\n" + Integer.toHexString(body.length - half) + "\r\n").getBytes(StandardCharsets.US_ASCII));
		chunks.write(body, half, body.length - half);
		chunks.writeBytes(any(List.of("\r\n0\r\n\r\n", "\r\n0\r\nX: y\r\n\r\n", "\r\n0\r\nno colon\r\n\r\n",
				"\r\n0\r\n", "\r\n0\r\nContent-Length: 5\r\n\r\n"))
			.getBytes(StandardCharsets.US_ASCII));
		return chunks.toByteArray();
	}

	/** An example of something that takes long, made to be done soon. */
	JsonNode small(JsonNode example) {
		if (!(example instanceof ObjectNode object)) {
			return example;
		}
		ObjectNode small = object.deepCopy();
		JsonNode request = small.has("request") ? small.get("request") : small;
		if (request.has("maxSeconds")) {
			((ObjectNode) request).put("maxSeconds", 0.2);
		}
		if (request.path("training") instanceof ObjectNode training) {
			training.put("maxSeconds", 1).put("maxEpochs", 1);
		}
		return small;
	}

	/**
	 * A request that doesn't search for long: what would, searches a fraction of a
	 * second. What is refused stays as it is.
	 */
	static FuzzedRequest bounded(FuzzedRequest request) {
		if (!request.target().startsWith("/solve") || request.isRaw()) {
			return request;
		}
		try {
			JsonNode body = JsonMapper.shared().readTree(request.body());
			double seconds = body.path("maxSeconds").isNumber() ? body.get("maxSeconds").doubleValue() : 10;
			if (body instanceof ObjectNode object && seconds > 0.5 && seconds <= 60) {
				object.put("maxSeconds", 0.3);
				return new FuzzedRequest(request.method(), request.target(), request.headers(),
						object.toString().getBytes(StandardCharsets.UTF_8), request.changed(), NOTHING, false);
			}
		}
		catch (JacksonException ex) {
			// refused
		}
		return request;
	}

}
