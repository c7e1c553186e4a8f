package dev.decipher.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file: which tensors follow it, of which type and shape, and
 * where. It is believed only as far as it agrees with itself: tensors lie side by side,
 * each as long as its type and shape say.
 *
 * @param metadata texts beside the tensors
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Tensor> tensors) {

	static final String METADATA = "__metadata__";

	/**
	 * That of the largest network has 10 KiB, and its metadata some more. It bounds what
	 * a file can make the reader keep before anything else is known of it.
	 */
	private static final int MAX_BYTES = 1 << 18;

	/** An object in an object with an array: three; metadata nests its own JSON. */
	private static final int MAX_DEPTH = 8;

	static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/** Types of values that can be read, as the file's header calls them. */
	enum Type {

		F32(Float.BYTES), F64(Double.BYTES), F16(Short.BYTES),

		/** The upper half of an F32. */
		BF16(Short.BYTES);

		private final int bytes;

		Type(int bytes) {
			this.bytes = bytes;
		}

		/** Bytes of a value. */
		int bytes() {
			return this.bytes;
		}

		float get(ByteBuffer buffer) {
			return switch (this) {
				case F32 -> buffer.getFloat();
				case F64 -> (float) buffer.getDouble();
				case F16 -> half(buffer.getShort());
				case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
			};
		}

		/** IEEE 754 binary16: 1 bit of sign, 5 of exponent (bias 15), 10 of fraction. */
		private static float half(short bits) {
			int exponent = bits >> 10 & 0x1f;
			int fraction = bits & 0x3ff;
			if (exponent == 0) { // zero and subnormal: a multiple of 2^-24
				return Math.copySign(fraction * 0x1p-24f, bits);
			}
			int wide = (exponent == 0x1f) ? 0xff : exponent + 127 - 15;
			return Float.intBitsToFloat((bits & 0x8000) << 16 | wide << 23 | fraction << 13);
		}

	}

	/**
	 * A tensor as the header describes it.
	 *
	 * @param shape its sizes, outermost first, none of them 0
	 * @param count how many values it has
	 * @param begin where they begin, in bytes behind the header
	 */
	record Tensor(String name, Type type, long[] shape, int count, long begin, long end) {
	}

	/**
	 * Reads a header, and nothing behind it.
	 * @throws MalformedWeightsException if it can't be used
	 */
	static SafetensorsHeader read(InputStream in) throws IOException {
		byte[] prefix = in.readNBytes(Long.BYTES);
		if (prefix.length < Long.BYTES) {
			throw new MalformedWeightsException("ends within its first 8 bytes");
		}
		long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
		if (length < 2 || length > MAX_BYTES) {
			throw new MalformedWeightsException("has a header of %s bytes, and between 2 and %s are taken"
				.formatted(Long.toUnsignedString(length), MAX_BYTES));
		}
		byte[] bytes = in.readNBytes((int) length);
		if (bytes.length < length) {
			throw new MalformedWeightsException("ends within its header");
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			JsonNode json = JSON.readTree(text);
			if (bytes[0] != '{' || !json.isObject()) {
				throw new MalformedWeightsException("has a header that is no JSON object");
			}
			return of(json);
		}
		catch (CharacterCodingException ex) {
			throw new MalformedWeightsException("has a header that is not UTF-8");
		}
		catch (JacksonException ex) {
			throw new MalformedWeightsException("has a header that is not well-formed JSON, or names something twice"
					+ ((ex.getLocation() != null) ? " (column " + ex.getLocation().getColumnNr() + ")" : ""));
		}
	}

	private static SafetensorsHeader of(JsonNode json) throws MalformedWeightsException {
		Map<String, String> metadata = new LinkedHashMap<>();
		Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : json.properties()) {
			if (entry.getKey().equals(METADATA)) {
				metadata.putAll(texts(entry.getValue()));
			}
			else {
				tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
			}
		}
		SafetensorsHeader header = new SafetensorsHeader(metadata, tensors);
		long end = 0;
		for (Tensor tensor : header.inOrder()) {
			if (tensor.begin() != end) {
				throw new MalformedWeightsException("has its tensor %s from byte %d on, where byte %d comes next"
					.formatted(MalformedWeightsException.show(tensor.name()), tensor.begin(), end));
			}
			end = tensor.end();
		}
		return header;
	}

	private static Map<String, String> texts(JsonNode json) throws MalformedWeightsException {
		Map<String, String> texts = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : json.properties()) {
			if (!entry.getValue().isString()) {
				throw new MalformedWeightsException("has metadata that is no text");
			}
			texts.put(entry.getKey(), entry.getValue().stringValue());
		}
		if (!json.isObject()) {
			throw new MalformedWeightsException("has metadata that is no JSON object");
		}
		return texts;
	}

	private static Tensor tensor(String name, JsonNode json) throws MalformedWeightsException {
		String shown = "a tensor " + MalformedWeightsException.show(name);
		String named = json.path("dtype").asString("");
		Type type = Arrays.stream(Type.values())
			.filter((one) -> one.name().equals(named))
			.findAny()
			.orElseThrow(() -> new MalformedWeightsException("has %s of dtype %s; F32, F64, F16 and BF16 can be read"
				.formatted(shown, named.isEmpty() ? "unknown" : MalformedWeightsException.show(named))));
		long[] shape = sizes(json.path("shape"));
		long[] offsets = sizes(json.path("data_offsets"));
		if (json.size() != 3 || shape == null || offsets == null || offsets.length != 2) {
			throw new MalformedWeightsException(
					"has %s without dtype, shape and two data_offsets in whole numbers".formatted(shown));
		}
		long count = 1;
		for (long size : shape) {
			if (size == 0 || count > Integer.MAX_VALUE / size) {
				throw new MalformedWeightsException("has %s without values or with too many".formatted(shown));
			}
			count *= size;
		}
		if (offsets[1] < offsets[0] || offsets[1] - offsets[0] != count * type.bytes()) {
			throw new MalformedWeightsException("has %s whose data_offsets do not hold the %d bytes of its shape"
				.formatted(shown, count * type.bytes()));
		}
		return new Tensor(name, type, shape, (int) count, offsets[0], offsets[1]);
	}

	/** Whole numbers from 0 on, or null where there is something else. */
	private static long @Nullable [] sizes(JsonNode json) {
		if (!json.isArray()) {
			return null;
		}
		long[] sizes = new long[json.size()];
		for (int i = 0; i < sizes.length; i++) {
			JsonNode size = json.get(i);
			if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
				return null;
			}
			sizes[i] = size.longValue();
		}
		return sizes;
	}

	/** The tensors as they follow one another. */
	List<Tensor> inOrder() {
		return this.tensors.values().stream().sorted(Comparator.comparingLong(Tensor::begin)).toList();
	}

}
