package dev.decipher.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A processor, as far as results depend on it: PyTorch and oneDNN take other kernels for
 * other units, and these sum in other orders or round to other formats.
 *
 * @param name as the processor names itself
 * @param units the names of all its units, as Linux writes them; none where they can't be
 * found out
 */
record Processor(String name, Set<String> units) {

	/** The units by which PyTorch and oneDNN choose. */
	private static final List<String> DECISIVE = List.of("avx2", "fma", "avx_vnni", "avx512f", "avx512_vnni",
			"avx512_bf16", "avx512_fp16", "amx_int8", "amx_bf16", "amx_fp16", "asimd", "asimdhp", "asimddp", "sve",
			"sve2", "bf16", "i8mm");

	/** The variables that keep them from units that are there. */
	private static final List<String> LIMITS = List.of("ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA");

	/** The processor of this machine. */
	static Processor current() {
		return Current.PROCESSOR;
	}

	/**
	 * Reads what Linux tells of a machine's processors, which are all alike.
	 * @param cpuinfo the lines of {@code /proc/cpuinfo}, none on other systems
	 * @param fallback the name where the lines tell none
	 */
	static Processor of(List<String> cpuinfo, String fallback) {
		Map<String, String> first = cpuinfo.stream()
			.map((line) -> line.split("\\s*:\\s*", 2))
			.filter((parts) -> parts.length == 2)
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1].strip(), (one, other) -> one));
		String arm = Stream.of("CPU implementer", "CPU part")
			.map(first::get)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		String name = first.getOrDefault("model name", (fallback + " " + arm).strip());
		String units = first.getOrDefault("flags", first.getOrDefault("Features", ""));
		return new Processor(name, new LinkedHashSet<>(Arrays.asList(units.split(" "))));
	}

	boolean has(String unit) {
		return this.units.contains(unit);
	}

	/**
	 * The processor with its decisive units in one line, and with what keeps PyTorch from
	 * some of them.
	 */
	String describe(Map<String, String> environment) {
		String units = DECISIVE.stream().filter(this::has).collect(Collectors.joining(", "));
		String limits = LIMITS.stream()
			.filter(environment::containsKey)
			.map((name) -> ", " + name + "=" + environment.get(name))
			.collect(Collectors.joining());
		return this.name + (units.isEmpty() ? "" : " (" + units + ")") + limits;
	}

	private static final class Current {

		static final Processor PROCESSOR = read();

		private static Processor read() {
			String fallback = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
			try {
				return of(Files.readAllLines(Path.of("/proc/cpuinfo")), fallback);
			}
			catch (IOException ex) {
				return of(List.of(), fallback); // no Linux
			}
		}

	}

}
