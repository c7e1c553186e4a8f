package dev.decipher;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Telling types over HTTP. */
class IdentifyHttpTests extends ServiceTest {

	private static final String TEXT = "{\"text\": \"%s\"}";

	private JsonNode identified(String text) {
		return post("/identify", TEXT.formatted(text)).as(200);
	}

	@Test
	void tellsWhatATextIsAndWhy() {
		JsonNode answer = identified("WKH TXLFN EURZQ IRA MXPSV RYHU WKH ODCB GRJ DQG WKHQ UXQV DZDB LQWR WKH ZRRGV "
				+ "ZKHUH KH VOHHSV XQWLO PRUQLQJ FRPHV DJDLQ");
		assertThat(answer.get("types").valueStream().map((type) -> type.get("type").stringValue()))
			.contains("substitution");
		double sum = answer.get("types")
			.valueStream()
			.mapToDouble((type) -> type.get("probability").doubleValue())
			.sum();
		assertThat(sum).isCloseTo(1, within(0.01));
		assertThat(answer.at("/evidence/length").intValue()).isEqualTo(97);
		assertThat(answer.at("/evidence/frequencies/0/symbol").stringValue()).isEqualTo("H");
		assertThat(answer.at("/evidence/repeats/0/text").stringValue()).startsWith("WKH");
		assertThat(answer.at("/evidence/periods/0/period").intValue()).isEqualTo(2);
		assertThat(answer.get("form").isArray()).isTrue();
		assertThat(answer.at("/languages/0/language").asString()).isEqualTo("english");
	}

	@Test
	void takesAnyTwoSymbols() {
		for (String text : new String[] { "AB", "17 03", "..", "Привет", "\\uD83D\\uDE00\\uD83D\\uDE01" }) {
			assertThat(identified(text).get("types").size()).as(text).isPositive();
		}
	}

	@Test
	void refusesATextWithoutSymbols() {
		for (String text : new String[] { "", " \\n", "X" }) {
			post("/identify", TEXT.formatted(text)).asFaultAt("/text");
		}
		post("/identify", "{}").asFaultAt("/text");
	}

}
