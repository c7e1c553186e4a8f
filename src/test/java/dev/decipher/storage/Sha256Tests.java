package dev.decipher.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class Sha256Tests {

	/** The vector of FIPS 180-2, appendix B.1. */
	@Test
	void countsDigestsAndPassesOn() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Sha256 sha256 = new Sha256(out);
		sha256.write('a');
		sha256.write("bc".getBytes(US_ASCII));
		assertThat(sha256.size()).isEqualTo(3);
		assertThat(sha256.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(out.toString(US_ASCII)).isEqualTo("abc");
	}

}
