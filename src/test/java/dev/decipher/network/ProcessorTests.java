package dev.decipher.network;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of a processor.
 */
class ProcessorTests {

	@Test
	void readsWhatLinuxTells() {
		Processor intel = Processor.of(
				List.of("processor\t: 0", "model name\t: A Processor @ 2.00GHz",
						"flags\t\t: fpu avx avx2 avx512f amx_bf16", "", "processor\t: 1", "model name\t: Another"),
				"amd64");
		assertThat(intel.describe(Map.of())).isEqualTo("A Processor @ 2.00GHz (avx2, avx512f, amx_bf16)");
		assertThat(intel.describe(Map.of("ATEN_CPU_CAPABILITY", "avx2", "PATH", "/bin")))
			.isEqualTo("A Processor @ 2.00GHz (avx2, avx512f, amx_bf16), ATEN_CPU_CAPABILITY=avx2");
		assertThat(intel.has("amx_bf16")).isTrue();
		assertThat(intel.has("avx512_bf16")).isFalse();
		Processor arm = Processor.of(
				List.of("processor\t: 0", "Features\t: fp asimd bf16", "CPU implementer\t: 0x41", "CPU part\t: 0xd40"),
				"aarch64");
		assertThat(arm.describe(Map.of())).isEqualTo("aarch64 0x41 0xd40 (asimd, bf16)");
	}

	@Test
	void hasANameElsewhere() {
		assertThat(Processor.of(List.of(), "aarch64").describe(Map.of())).isEqualTo("aarch64");
	}

}
