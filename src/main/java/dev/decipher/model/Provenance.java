package dev.decipher.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a version, as far as its weights depend on it beside its request. Of an
 * imported version only the service that took it in is known.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The origin of a version, on which its weights depend. Unknown parts are left out; for an "
		+ "imported version that is everything but the service that took it in")
public record Provenance(@Schema(description = "The service's version", example = "0.1.0") String service,
		@Nullable @Schema(description = "The commit that it was built of, with -dirty behind it where that was changed",
				example = "89a2acc4c0c90612979f68cfe45e997b19566563") String commit,
		@Nullable @Schema(description = "DJL's version", example = "0.36.0") String djl,
		@Nullable @Schema(description = "PyTorch's version", example = "2.7.1") String torch,
		@Nullable @Schema(description = "The Java virtual machine",
				example = "OpenJDK 64-Bit Server VM 17.0.17+10") String jvm,
		@Nullable @Schema(description = "The operating system", example = "Linux 6.12.41 amd64") String os,
		@Nullable @Schema(
				description = "The processor, with the units that PyTorch chooses by, and with the "
						+ "environment's variables that keep it from some",
				example = "Intel(R) Xeon(R) Platinum 8488C (avx2, fma, avx512f, avx512_bf16, amx_bf16)") String processor,
		@Nullable @Schema(description = "Threads that the training used", example = "2") Integer threads,
		@Nullable @Schema(description = "Messages that the version's accuracy was measured on",
				example = "10000") Integer judgedOn) {
}
