package dev.decipher.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weights as a safetensors file, after the description of the format in the README of
 * <a href=
 * "https://github.com/huggingface/safetensors#format">huggingface/safetensors</a>: eight
 * bytes with the header's length, little-endian; the header, a JSON object with type,
 * shape and place of each tensor; the tensors' values, without gaps. DJL's own writer
 * leaves the metadata out, and its reader trusts a file's lengths.
 */
public final class Safetensors {

	private static final String NETWORK = "network";

	private static final int BUFFER_BYTES = 1 << 16;

	/** Symbols that a network may have on a side. */
	private static final int MAX_SYMBOLS = 1 << 16;

	private Safetensors() {
	}

	/**
	 * A file's content.
	 *
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
		ObjectNode header = SafetensorsHeader.JSON.createObjectNode();
		ObjectNode metadata = header.putObject(SafetensorsHeader.METADATA);
		metadata.put("format", "pt");
		metadata.put(NETWORK, SafetensorsHeader.JSON.writeValueAsString(file.weights().config()));
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
		byte[] json = SafetensorsHeader.JSON.writeValueAsBytes(header);
		int padded = (json.length + 7) / 8 * 8; // the values start at a multiple of 8
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
		ByteBuffer buffer = buffer(BUFFER_BYTES);
		int step = BUFFER_BYTES / Float.BYTES;
		for (int from = 0; from < values.length; from += step) {
			int count = Math.min(step, values.length - from);
			buffer.asFloatBuffer().put(values, from, count);
			out.write(buffer.array(), 0, count * Float.BYTES);
		}
	}

	/**
	 * Reads a file that is as long as it should be.
	 * @param in where it comes from; stays open
	 * @throws MalformedWeightsException if it can't be used
	 */
	public static File read(InputStream in) throws IOException {
		return read(in, (values) -> {
		});
	}

	/**
	 * Reads a file from whatever source. It holds the tensors of a network under
	 * PyTorch's names, in any order. The network is the one that the metadata names, and
	 * where these name none, the one that has tensors of such shapes. Nothing is
	 * allocated on a file's word alone: memory grows as values come in.
	 * @param in where it comes from, up to the file's end; stays open
	 * @param announced is told the number of values, all else being as it should, before
	 * the first of them is read; may throw what stands against them
	 * @throws MalformedWeightsException if it can't be used
	 */
	public static File read(InputStream in, LongConsumer announced) throws IOException {
		SafetensorsHeader header = SafetensorsHeader.read(in);
		int ciphertextSymbols = rows(header, "embedding.weight");
		int plaintextSymbols = rows(header, "linear.weight");
		String named = header.metadata().get(NETWORK);
		NetworkConfig config = (named != null) ? config(named) : NetworkShapes.derive(header);
		Map<String, long[]> shapes = CipherNetwork.shapes(config, ciphertextSymbols, plaintextSymbols);
		requireShapes(header, shapes);
		announced.accept(config.parameters(ciphertextSymbols, plaintextSymbols));
		Map<String, float[]> values = new LinkedHashMap<>();
		for (SafetensorsHeader.Tensor tensor : header.inOrder()) {
			values.put(tensor.name(), readValues(tensor, in));
		}
		if (in.read() >= 0) {
			throw new MalformedWeightsException("goes on behind its last tensor");
		}
		Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
		shapes.forEach((name, shape) -> tensors.put(name,
				new Weights.Tensor(shape, Objects.requireNonNull(values.get(name)))));
		return new File(new Weights(config, ciphertextSymbols, plaintextSymbols, tensors), header.metadata());
	}

	private static int rows(SafetensorsHeader header, String name) throws MalformedWeightsException {
		long[] shape = NetworkShapes.matrix(header, name);
		if (shape[0] > MAX_SYMBOLS) {
			throw new MalformedWeightsException(
					"has %d rows in %s, and at most %d are taken".formatted(shape[0], name, MAX_SYMBOLS));
		}
		return (int) shape[0];
	}

	private static NetworkConfig config(String json) throws MalformedWeightsException {
		try {
			NetworkConfig config = SafetensorsHeader.JSON.readValue(json, NetworkConfig.class);
			if (config != null) {
				return config;
			}
		}
		catch (JacksonException ex) {
			if (ex.getCause() instanceof IllegalArgumentException refused) {
				throw new MalformedWeightsException("names a network that can't be: " + refused.getMessage());
			}
		}
		throw new MalformedWeightsException("has metadata whose network is none");
	}

	private static void requireShapes(SafetensorsHeader header, Map<String, long[]> shapes)
			throws MalformedWeightsException {
		for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
			SafetensorsHeader.@Nullable Tensor tensor = header.tensors().get(entry.getKey());
			if (tensor == null) {
				throw new MalformedWeightsException(
						"has no tensor %s, which its network needs".formatted(entry.getKey()));
			}
			if (!Arrays.equals(tensor.shape(), entry.getValue())) {
				throw new MalformedWeightsException("has a tensor %s of shape %s, and its network needs %s".formatted(
						entry.getKey(), MalformedWeightsException.show(Arrays.toString(tensor.shape())),
						Arrays.toString(entry.getValue())));
			}
		}
		for (String name : header.tensors().keySet()) {
			if (!shapes.containsKey(name)) {
				throw new MalformedWeightsException("has a tensor %s, which is no part of its network"
					.formatted(MalformedWeightsException.show(name)));
			}
		}
	}

	private static float[] readValues(SafetensorsHeader.Tensor tensor, InputStream in) throws IOException {
		int step = BUFFER_BYTES / tensor.type().bytes();
		float[] values = new float[Math.min(step, tensor.count())];
		ByteBuffer buffer = buffer(BUFFER_BYTES);
		for (int from = 0; from < tensor.count(); from += step) {
			int to = Math.min(from + step, tensor.count());
			int bytes = (to - from) * tensor.type().bytes();
			if (in.readNBytes(buffer.array(), 0, bytes) < bytes) {
				throw new MalformedWeightsException("ends within its tensor " + tensor.name());
			}
			if (to > values.length) {
				values = Arrays.copyOf(values, (int) Math.min(2L * values.length, tensor.count()));
			}
			buffer.rewind();
			for (int i = from; i < to; i++) {
				values[i] = tensor.type().get(buffer);
				if (!Float.isFinite(values[i])) {
					throw new MalformedWeightsException(
							"has a value in its tensor %s, at index %d, that is no finite number"
								.formatted(tensor.name(), i));
				}
			}
		}
		return values;
	}

	private static ByteBuffer buffer(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
