package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files of weights, good and bad ones.
 */
class SafetensorsTests {

	private static final NetworkConfig SMALL = new NetworkConfig(2, 1, 1, false, 0, 0, false, false, 0, 0, 0, 0, false,
			false);

	/** The tensors of {@link #SMALL} over 3 and 2 symbols; a quote ' stands for ". */
	private static final String HEADER = "{'embedding.weight':{'dtype':'F32','shape':[3,2],'data_offsets':[0,24]},"
			+ "'lstm.weight_ih_l0':{'dtype':'F32','shape':[4,2],'data_offsets':[24,56]},"
			+ "'lstm.weight_hh_l0':{'dtype':'F32','shape':[4,1],'data_offsets':[56,72]},"
			+ "'lstm.bias_ih_l0':{'dtype':'F32','shape':[4],'data_offsets':[72,88]},"
			+ "'lstm.bias_hh_l0':{'dtype':'F32','shape':[4],'data_offsets':[88,104]},"
			+ "'linear.weight':{'dtype':'F32','shape':[2,1],'data_offsets':[104,112]},"
			+ "'linear.bias':{'dtype':'F32','shape':[2],'data_offsets':[112,120]}}";

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	private static byte[] small(String header) {
		return DamagedFiles.file(header.replace('\'', '"'), new byte[120]);
	}

	private static Safetensors.File read(byte[] file) throws IOException {
		return Safetensors.read(new ByteArrayInputStream(file));
	}

	private static byte[] written(Weights weights) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Safetensors.write(new Safetensors.File(weights, Map.of("alphabet", "\"latin26\"")), out);
		return out.toByteArray();
	}

	private static Weights initial(NetworkConfig config) {
		try (NetworkTrainer trainer = NetworkTrainer.of(config, 5, 7, 3)) {
			return trainer.weights();
		}
	}

	static List<NetworkConfig> networks() {
		return NetworkTests.networks().toList();
	}

	/** The same tensors in another order, of another type, and without metadata. */
	private static byte[] foreign(Weights weights, SafetensorsHeader.Type type) {
		List<String> names = new ArrayList<>(weights.tensors().keySet());
		Collections.shuffle(names, new java.util.Random(5));
		List<String> entries = new ArrayList<>();
		ByteBuffer values = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
		for (String name : names) {
			int begin = values.position();
			for (float value : weights.tensors().get(name).values()) {
				switch (type) {
					case F32 -> values.putFloat(value);
					case F64 -> values.putDouble(value);
					case BF16 -> values.putShort((short) (Float.floatToIntBits(value) >> 16));
					case F16 -> throw new IllegalArgumentException("tested by its own values");
				}
			}
			entries.add("\"%s\":{\"data_offsets\":[%d,%d],\"shape\":%s,\"dtype\":\"%s\"}".formatted(name, begin,
					values.position(), Arrays.toString(weights.tensors().get(name).shape()), type));
		}
		Collections.reverse(entries);
		String header = entries.stream().collect(Collectors.joining(",", "{", "}   "));
		return DamagedFiles.file(header, Arrays.copyOf(values.array(), values.position()));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void tellsTheNetworkByItsShapes(NetworkConfig network) throws IOException {
		// a normalisation has no weights of its own
		NetworkConfig config = new NetworkConfig(network.embedding(), network.hidden(), network.layers(),
				network.bidirectional(), network.dropout(), network.headHidden(), network.skip(), network.feedback(),
				network.attentionHeads(), network.attentionReach(), network.headLayers(), network.period(),
				network.headProducts(), false);
		Weights weights = initial(config);
		for (SafetensorsHeader.Type type : List.of(SafetensorsHeader.Type.F32, SafetensorsHeader.Type.F64)) {
			Weights read = read(foreign(weights, type)).weights();
			assertThat(read.config()).isEqualTo(config);
			assertThat(read.ciphertextSymbols()).isEqualTo(5);
			assertThat(read.plaintextSymbols()).isEqualTo(7);
			assertThat(List.copyOf(read.tensors().keySet())).isEqualTo(List.copyOf(weights.tensors().keySet()));
			read.tensors()
				.forEach((name, tensor) -> assertThat(tensor.values()).isEqualTo(weights.tensors().get(name).values()));
		}
		Weights rounded = read(foreign(weights, SafetensorsHeader.Type.BF16)).weights();
		rounded.tensors().forEach((name, tensor) -> {
			float[] exact = weights.tensors().get(name).values();
			for (int i = 0; i < exact.length; i++) {
				assertThat(Math.abs(tensor.values()[i] - exact[i])).isLessThanOrEqualTo(Math.abs(exact[i]) / 128);
			}
		});
		assertThat(read(written(weights)).weights().config()).isEqualTo(config);
	}

	@Test
	void refusesAttentionThatCouldBeSeveral() throws IOException {
		// 20 scores are 4 places for 5 heads, or 5 for 4 heads beside a skip
		Weights weights = initial(new NetworkConfig(2, 3, 1, false, 0, 0, false, false, 5, 1, 0, 0, false, false));
		assertThatExceptionOfType(MalformedWeightsException.class)
			.isThrownBy(() -> read(foreign(weights, SafetensorsHeader.Type.F32)))
			.withMessageContaining("name the one in the metadata's network");
		assertThat(read(written(weights)).weights().config()).isEqualTo(weights.config());
	}

	@Test
	void takesTheNetworkAsItWasNamedBeforeThereWasAttention() throws IOException {
		String metadata = "{'__metadata__':{'network':'{\\'embedding\\':2,\\'hidden\\':1,\\'layers\\':1,"
				+ "\\'bidirectional\\':false,\\'dropout\\':0.0,\\'headHidden\\':0,\\'skip\\':false,"
				+ "\\'feedback\\':false}'},'embedding";
		assertThat(read(small(HEADER.replace("{'embedding", metadata))).weights().config()).isEqualTo(SMALL);
	}

	// examples of IEEE 754's binary16
	@ParameterizedTest
	@CsvSource({ "0000, 0.0", "8000, -0.0", "3c00, 1.0", "c000, -2.0", "7bff, 65504.0", "0400, 6.103515625e-5",
			"0001, 5.960464477539063e-8", "83ff, -6.097555160522461e-5", "3555, 0.333251953125" })
	void readsHalves(String bits, float value) {
		ByteBuffer buffer = ByteBuffer.allocate(2).putShort((short) Integer.parseInt(bits, 16)).rewind();
		assertThat(Float.floatToIntBits(SafetensorsHeader.Type.F16.get(buffer))).isEqualTo(Float.floatToIntBits(value));
	}

	@Test
	void takesTheSmallFileAsItStands() throws IOException {
		assertThat(read(small(HEADER)).weights().config()).isEqualTo(SMALL);
		assertThat(read(small(HEADER)).weights().ciphertextSymbols()).isEqualTo(3);
	}

	// what is replaced | by what | what is said of it
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "[0,24] | [0,25] | do not hold the 24 bytes",
			"[0,24] | [24,0] | do not hold", "[0,24] | [-24,0] | without dtype", "[0,24] | [0.0,24] | without dtype",
			"[0,24] | [0,24,24] | without dtype", "[0,24] | [0,1e2] | without dtype",
			"[0,24] | ['0','24'] | without dtype", "[0,24] | [0,18446744073709551616] | without dtype",
			"[0,24] | [9223372036854775800,9223372036854775807] | do not hold",
			"[0,24] | [24,48] | from byte 24 on, where byte 0 comes next",
			"[24,56] | [0,32] | from byte 0 on, where byte 24 comes next",
			"[112,120] | [116,124] | from byte 116 on, where byte 112 comes next",
			"[3,2] | [4611686018427387904,8] | without values or with too many",
			"[3,2] | [2147483648,2147483648] | without values or with too many",
			"[3,2] | [0,2] | without values or with too many", "[3,2] | [-3,-2] | without dtype",
			"[3,2] | [6] | no tensor embedding.weight with two axes",
			"[3,2] | [6,1] | lstm.weight_ih_l0 of shape [4, 2], and its network needs [4, 1]",
			"'dtype':'F32','shape':[3,2] | 'dtype':'I32','shape':[3,2] | dtype I32",
			"'dtype':'F32','shape':[3,2] | 'dtype':32,'shape':[3,2] | dtype",
			"'dtype':'F32','shape':[3,2] | 'shape':[3,2] | dtype unknown",
			"'dtype':'F32','shape':[3,2] | 'dtype':'F32','shape':[3,2],'more':1 | without dtype",
			"'linear.bias' | 'linear.bios' | no tensor linear.bias",
			"'linear.bias' | 'linear.weight' | names something twice",
			"'linear.bias' | 'head.bias' | no tensor linear.bias",
			"'lstm.bias_ih_l0' | 'lstm.bias_ih_l1' | no tensor lstm.bias_ih_l0",
			"'embedding.weight' | 'word_embeddings.weight' | no tensor embedding.weight",
			"'lstm.weight_hh_l0' | 'lstm.weight_ih_l0_reverse' | no tensor lstm.weight_hh_l0",
			"{'embedding | {'__metadata__':[],'embedding | metadata that is no JSON object",
			"{'embedding | {'__metadata__':{'a':1},'embedding | metadata that is no text",
			"{'embedding | {'__metadata__':{'network':''},'embedding | metadata whose network is none",
			"{'embedding | {'__metadata__':{'network':'null'},'embedding | metadata whose network is none",
			"{'embedding | {'__metadata__':{'network':'[[[[[[[[[[[[[[1]]]]]]]]]]]]]]'},'embedding | network is none",
			"{'embedding | {'__metadata__':{'network':'{\\'embedding\\':2,\\'hidden\\':5000,\\'layers\\':1,\\'bidirectional\\':false,\\'dropout\\':0.0,\\'headHidden\\':0,\\'skip\\':false,\\'feedback\\':false}'},'embedding | hidden must be between 1 and 4096",
			"{'embedding | {'__metadata__':{'network':'{\\'embedding\\':2,\\'hidden\\':1,\\'layers\\':2,\\'bidirectional\\':false,\\'dropout\\':0.0,\\'headHidden\\':0,\\'skip\\':false,\\'feedback\\':false}'},'embedding | no tensor lstm.weight_ih_l1",
			"{'embedding | {'\\ud800\\n':{'dtype':'X\\u0000'},'embedding | a tensor ?? of dtype X?",
			"{'embedding | [{'embedding | not well-formed", "]}} | ]}}} | not well-formed",
			"]}} | ]}} {} | not well-formed",
			"{'embedding | {'deep':[[[[[[[[[[[[]]]]]]]]]]]],'embedding | not well-formed" })
	void refusesAHeader(String part, String other, String reason) {
		String header = HEADER.replace(part, other);
		assertThat(header).isNotEqualTo(HEADER);
		assertThatExceptionOfType(MalformedWeightsException.class).isThrownBy(() -> read(small(header)))
			.withMessageContaining(reason);
	}

	@Test
	void refusesAHeaderThatIsNone() {
		for (String header : List.of("", " ", "[]", "null", "7", " {}", "{", "\u00e9", "\"{}\"")) {
			assertThatExceptionOfType(MalformedWeightsException.class).as(header).isThrownBy(() -> read(small(header)));
		}
		byte[] latin1 = small(HEADER);
		latin1[12] = (byte) 0xe4;
		assertThatExceptionOfType(MalformedWeightsException.class).isThrownBy(() -> read(latin1))
			.withMessageContaining("not UTF-8");
	}

	@Test
	void refusesWhatIsNoNumber() {
		for (float value : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			byte[] file = small(HEADER);
			ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4, value);
			assertThatExceptionOfType(MalformedWeightsException.class).isThrownBy(() -> read(file))
				.withMessage("has a value in its tensor linear.bias, at index 1, that is no finite number");
		}
		String wide = HEADER.replace("'linear.bias':{'dtype':'F32','shape':[2],'data_offsets':[112,120]}",
				"'linear.bias':{'dtype':'F64','shape':[2],'data_offsets':[112,128]}");
		byte[] file = DamagedFiles.file(wide.replace('\'', '"'), new byte[128]);
		ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putDouble(file.length - 8, 1e300);
		assertThatExceptionOfType(MalformedWeightsException.class).isThrownBy(() -> read(file))
			.withMessageContaining("no finite number");
	}

	@Test
	void refusesAFileOfAnotherLength() {
		byte[] file = small(HEADER);
		assertThatExceptionOfType(MalformedWeightsException.class)
			.isThrownBy(() -> read(Arrays.copyOf(file, file.length + 1)))
			.withMessage("goes on behind its last tensor");
		assertThatExceptionOfType(MalformedWeightsException.class)
			.isThrownBy(() -> read(Arrays.copyOf(file, file.length - 1)))
			.withMessage("ends within its tensor linear.bias");
	}

	@Test
	void allocatesNothingOnAFilesWordAlone() {
		// a gigabyte in one tensor, were it there
		long rows = 1L << 14;
		String header = "{'embedding.weight':{'dtype':'F32','shape':[%d,1024],'data_offsets':[0,%d]},".formatted(rows,
				rows * 4096)
				+ "'lstm.weight_ih_l0':{'dtype':'F32','shape':[16384,1024],'data_offsets':[%d,%d]},"
					.formatted(rows * 4096, rows * 4096 + 67108864)
				+ "'lstm.weight_hh_l0':{'dtype':'F32','shape':[16384,4096],'data_offsets':[%d,%d]},"
					.formatted(rows * 4096 + 67108864, rows * 4096 + 335544320)
				+ "'lstm.bias_ih_l0':{'dtype':'F32','shape':[16384],'data_offsets':[%d,%d]},"
					.formatted(rows * 4096 + 335544320, rows * 4096 + 335609856)
				+ "'lstm.bias_hh_l0':{'dtype':'F32','shape':[16384],'data_offsets':[%d,%d]},"
					.formatted(rows * 4096 + 335609856, rows * 4096 + 335675392)
				+ "'linear.weight':{'dtype':'F32','shape':[2,4096],'data_offsets':[%d,%d]},"
					.formatted(rows * 4096 + 335675392, rows * 4096 + 335708160)
				+ "'linear.bias':{'dtype':'F32','shape':[2],'data_offsets':[%d,%d]}}".formatted(rows * 4096 + 335708160,
						rows * 4096 + 335708168);
		List<Long> announced = new ArrayList<>();
		long before = allocated();
		assertThatExceptionOfType(MalformedWeightsException.class)
			.isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(small(header)), announced::add))
			.withMessage("ends within its tensor embedding.weight");
		assertThat(allocated() - before).isLessThan(32 << 20);
		assertThat(announced).containsExactly(rows * 1024 + 83927042);
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
			.getCurrentThreadAllocatedBytes();
	}

	/** Whatever else is thrown fails the test. */
	@Test
	void readsADamagedFileOrSaysWhatIsWrong() throws IOException {
		SplittableRandom random = new SplittableRandom(1);
		List<byte[]> good = new ArrayList<>(List.of(small(HEADER)));
		for (NetworkConfig config : networks()) {
			Weights weights = initial(config);
			good.add(written(weights));
			good.add(foreign(weights, SafetensorsHeader.Type.F32));
		}
		int refused = 0;
		int files = 5_000;
		for (int i = 0; i < files; i++) {
			long seed = random.nextLong();
			byte[] file = new DamagedFiles(seed).damaged(good.get(i % good.size()));
			try {
				for (Weights.Tensor tensor : read(file).weights().tensors().values()) {
					for (float value : tensor.values()) {
						assertThat(Float.isFinite(value)).isTrue();
					}
				}
			}
			catch (MalformedWeightsException ex) {
				refused++;
				assertThat(ex.getMessage()).as("seed %d", seed).hasSizeLessThan(400).matches("[ -~]+");
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError("seed " + seed, ex);
			}
		}
		assertThat(refused).isGreaterThan(files / 2).isLessThan(files);
	}

}
