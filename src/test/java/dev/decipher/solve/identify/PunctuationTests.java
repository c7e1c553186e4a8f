package dev.decipher.solve.identify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs that a writer set, and those that a cipher wrote. */
class PunctuationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Rth aqxe xzpzr, ra acl lhjxzkjrzaq.       | Rth aqxe xzpzr ra acl lhjxzkjrzaq
			«Xhr cd?» (pabh) "yalujli"; uzrtdrl: aqojqi jwrzb! | Xhr cd pabh yalujli uzrtdrl aqojqi jwrzb
			Jqi jwrz'b hyjz-rt – abg                  | Jqi jwrzb hyjzrt  abg
			Kx. jyvr fpyrx. B.C. dyjv xf.             | Kx jyvr fpyrx BC dyjv xf
			""")
	void atTheEdgesOfWordsIsTheWriters(String text, String bare) {
		assertThat(Punctuation.removed(text)).isEqualTo(bare);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUK.EBCVN.PQ", "ABCD. EF.GH IJKLM", "AB.CDEFG HI.JK LM.NOP QR.S", ".-/.../-", "17 03 99",
			"AB-CD EFGHI JKLM-", "" })
	void aCiphersSignsStay(String text) {
		assertThat(Punctuation.removed(text)).isEqualTo(text);
	}

	@Test
	void aCryptogramIsNoTrifid() {
		String text = "Rth aqxe xzpzr ra acl lhjxzkjrzaq ay rapallau uzxx fh acl iacfrd ay raije. "
				+ "Xhr cd pabh yalujli uzrt drlaqo jqi jwrzbh yjzrt.";
		TypeIdentifier identifier = TypeIdentifier.trained();
		assertThat(identifier.identify(text)).isEqualTo(identifier.identify(text.replace(".", "")));
		assertThat(identifier.identify(text).getOrDefault("trifid", 0.0)).isLessThan(0.01);
	}

}
