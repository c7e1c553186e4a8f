package dev.decipher.network;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weights as a safetensors file: eight bytes with the header's length, little-endian; the
 * header, a JSON object with type, shape and place of each tensor; the tensors' values.
 * DJL's own writer leaves the metadata out, and its reader trusts a file's lengths.
 */
public final class Safetensors {

	private static final String METADATA = "__metadata__";

	private static final String NETWORK = "network";

	/** A header of a network of 8 layers has 8 KiB; metadata makes it a bit longer. */
	private static final int MAX_HEADER = 1 << 20;

	private static final int BUFFER = 1 << 16;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Safetensors() {
	}

	/**
	 * A file's content.
	 *
	 * @param weights the network's weights
	 * @param metadata what else the header says, such as the alphabets
	 */
	public record File(Weights weights, Map<String, String> metadata) {
	}

	/**
	 * Writes a file.
	 * @param file what goes into it; the network's sizes are added to its metadata
	 * @param out where it goes; stays open
	 */
	public static void write(File file, OutputStream out) throws IOException {
		ObjectNode header = JSON.createObjectNode();
		ObjectNode metadata = header.putObject(METADATA);
		metadata.put("format", "pt");
		metadata.put(NETWORK, JSON.writeValueAsString(file.weights().config()));
		file.metadata().forEach(metadata::put);
		long offset = 0;
		for (Map.Entry<String, Weights.Tensor> entry : file.weights().tensors().entrySet()) {
			ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", "F32");
			ArrayNode shape = tensor.putArray("shape");
			for (long size : entry.getValue().shape()) {
				shape.add(size);
			}
			long end = offset + (long) Float.BYTES * entry.getValue().values().length;
			tensor.putArray("data_offsets").add(offset).add(end);
			offset = end;
		}
		byte[] json = JSON.writeValueAsBytes(header);
		int padded = (json.length + 7) / 8 * 8; // so that the values start at a multiple
												// of 8
		ByteBuffer start = buffer(Long.BYTES + padded).putLong(padded).put(json);
		while (start.hasRemaining()) {
			start.put((byte) ' ');
		}
		out.write(start.array());
		for (Weights.Tensor tensor : file.weights().tensors().values()) {
			writeValues(tensor.values(), out);
		}
	}

	private static void writeValues(float[] values, OutputStream out) throws IOException {
		ByteBuffer buffer = buffer(BUFFER);
		int step = BUFFER / Float.BYTES;
		for (int from = 0; from < values.length; from += step) {
			int count = Math.min(step, values.length - from);
			buffer.asFloatBuffer().put(values, from, count);
			out.write(buffer.array(), 0, count * Float.BYTES);
		}
	}

	/**
	 * Reads a file that {@link #write} wrote.
	 * @param in where it comes from; stays open
	 * @return what was written
	 * @throws IOException if it ends early or does not hold exactly the tensors of the
	 * network that its metadata names; nothing is allocated on a file's word alone
	 */
	public static File read(InputStream in) throws IOException {
		DataInputStream data = new DataInputStream(in);
		long length = Long.reverseBytes(data.readLong());
		if (length < 2 || length > MAX_HEADER) {
			throw new IOException("a header of " + length + " bytes");
		}
		byte[] json = data.readNBytes((int) length);
		if (json.length < length) {
			throw new EOFException("the file ends within its header");
		}
		try {
			return read(JSON.readTree(new String(json, StandardCharsets.UTF_8)), data);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new IOException("the header can't be read: " + ex.getMessage(), ex);
		}
	}

	private static File read(JsonNode header, DataInputStream data) throws IOException {
		Map<String, String> metadata = new LinkedHashMap<>();
		header.path(METADATA)
			.properties()
			.forEach((entry) -> metadata.put(entry.getKey(), entry.getValue().asString()));
		String network = metadata.get(NETWORK);
		if (network == null) {
			throw new IOException("the metadata names no network");
		}
		NetworkConfig config = JSON.readValue(network, NetworkConfig.class);
		int ciphertextSymbols = rows(header, "embedding.weight");
		int plaintextSymbols = rows(header, "linear.weight");
		Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
		long offset = 0;
		for (Map.Entry<String, long[]> entry : CipherNetwork.shapes(config, ciphertextSymbols, plaintextSymbols)
			.entrySet()) {
			JsonNode tensor = header.path(entry.getKey());
			long[] shape = entry.getValue();
			int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
			long end = offset + (long) Float.BYTES * count;
			if (!"F32".equals(tensor.path("dtype").asString("")) || !isArray(tensor.path("shape"), shape)
					|| !isArray(tensor.path("data_offsets"), new long[] { offset, end })) {
				throw new IOException(entry.getKey() + " is missing or is not what the network needs");
			}
			tensors.put(entry.getKey(), new Weights.Tensor(shape, readValues(count, data)));
			offset = end;
		}
		return new File(new Weights(config, ciphertextSymbols, plaintextSymbols, tensors), metadata);
	}

	private static int rows(JsonNode header, String name) throws IOException {
		int rows = header.path(name).path("shape").path(0).asInt(0);
		if (rows < 1 || rows > 1 << 16) {
			throw new IOException(name + " is missing or has " + rows + " rows");
		}
		return rows;
	}

	private static boolean isArray(JsonNode node, long[] values) {
		boolean same = node.isArray() && node.size() == values.length;
		for (int i = 0; same && i < values.length; i++) {
			same = node.get(i).asLong(-1) == values[i];
		}
		return same;
	}

	private static float[] readValues(int count, DataInputStream data) throws IOException {
		float[] values = new float[count];
		ByteBuffer buffer = buffer(BUFFER);
		int step = BUFFER / Float.BYTES;
		for (int from = 0; from < count; from += step) {
			int some = Math.min(step, count - from);
			data.readFully(buffer.array(), 0, some * Float.BYTES);
			buffer.asFloatBuffer().get(values, from, some);
		}
		return values;
	}

	private static ByteBuffer buffer(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
