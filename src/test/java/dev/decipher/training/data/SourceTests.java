package dev.decipher.training.data;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a plan keeps of a cipher or of pairs.
 */
class SourceTests {

	private static final Cipher ANY_VIGENERE = new Vigenere(new Key.Any(new Key.Length(2, 4)));

	private static final CiphertextLayout ANY_KEY = CipherSource.layout(ANY_VIGENERE.anyKey(Alphabet.LATIN26), false,
			null, 10);

	@Test
	void derivesTheLayoutFromTheCipher() {
		assertThat(ANY_KEY)
			.isEqualTo(new CiphertextLayout(new CiphertextLayout.KeyPrefix(Alphabet.LATIN26, 2, 4), null, null));
		assertThat(CipherSource.layout(null, false, null, 32)).isEqualTo(CiphertextLayout.FREE);
		assertThat(CipherSource.layout(null, true, null, 32)).isEqualTo(new CiphertextLayout(null, 32, null));
		assertThat(CipherSource.layout(null, true, 8, 8)).isEqualTo(new CiphertextLayout(null, null, 8));
		assertThat(new CipherSource(new Caesar(3), Alphabet.LATIN27, 32, null).format().layout())
			.isEqualTo(CiphertextLayout.FREE);
	}

	@Test
	void takesABlockForAMessage() {
		assertThat(CipherSource.messageLength(null, 8, null)).isEqualTo(8);
		assertThat(CipherSource.messageLength(8, 8, null)).isEqualTo(8);
		assertThat(faultOf(() -> CipherSource.messageLength(16, 8, null))).isEqualTo(new Fault("/data/messageLength",
				"must be left out or 8: each block of the cipher is a message by itself"));
		assertThat(CipherSource.messageLength(16, null, null)).isEqualTo(16);
		assertThat(CipherSource.messageLength(null, null, null)).isEqualTo(CipherSource.MESSAGE_LENGTH);
	}

	@Test
	void goesOnOnlyWithTheLayoutThereWas() {
		VersionId from = new VersionId("before", 3);
		CiphertextLayout fixed = new CiphertextLayout(null, 32, null);
		CiphertextLayout blocks = new CiphertextLayout(null, null, 8);
		CipherSource.requireLayout(new CiphertextLayout(ANY_KEY.key(), null, null), ANY_KEY, from);
		assertThat(faultOf(() -> CipherSource.requireLayout(CiphertextLayout.FREE, ANY_KEY, from)))
			.isEqualTo(new Fault("/data/cipher", "must have any key of 2 to 4 symbols, as before version 3 has it"));
		assertThat(faultOf(() -> CipherSource.requireLayout(ANY_KEY, CiphertextLayout.FREE, from)).pointer())
			.isEqualTo("/data/cipher");
		assertThat(faultOf(() -> CipherSource.requireLayout(new CiphertextLayout(null, 16, null), fixed, from)))
			.isEqualTo(new Fault("/data/messageLength",
					"must give messages of exactly 32 symbols, which before version 3 reads"));
		assertThat(faultOf(() -> CipherSource.requireLayout(CiphertextLayout.FREE, blocks, from))).isEqualTo(new Fault(
				"/data/cipher", "must give messages of whole blocks of 8 symbols, which before version 3 reads"));
		assertThat(faultOf(() -> CipherSource.requireLayout(fixed, CiphertextLayout.FREE, from)))
			.isEqualTo(new Fault("/data/cipher", "must give messages of any length, which before version 3 reads"));
	}

	@Test
	void storesTheCiphertextsSymbolsOfPairs() {
		JsonMapper mapper = JsonMapper.shared();
		PairsSource.Ciphertext alphabet = new PairsSource.Ciphertext(Alphabet.of("123"));
		String json = "{\"alphabet\":{\"symbols\":\"123\"}}";
		assertThat(mapper.writeValueAsString(alphabet)).isEqualTo(json);
		assertThat(mapper.readValue(json, PairsSource.Ciphertext.class)).isEqualTo(alphabet);
		PairsSource.Ciphertext tokens = new PairsSource.Ciphertext(Tokens.of(List.of("01", "17")));
		json = "{\"tokens\":\"whitespace\",\"symbols\":[\"01\",\"17\"]}";
		assertThat(mapper.writeValueAsString(tokens)).isEqualTo(json);
		assertThat(mapper.readValue(json, PairsSource.Ciphertext.class)).isEqualTo(tokens);
		Source data = new PairsSource(new Source.Stored(2, "00"), Alphabet.LATIN26, tokens, null,
				new PairAlignment(2, List.of("99"), true), null, 0.1);
		assertThat(data.format().symbols()).isEqualTo(tokens.symbols());
		assertThat(mapper.readValue(mapper.writeValueAsString(data), Source.class)).isEqualTo(data);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"cipher\":{\"type\":\"caesar\",\"shift\":3},\"alphabet\":\"latin26\",\"messageLength\":32}",
			"{\"pairs\":{\"count\":2,\"sha256\":\"00\"},\"alphabet\":\"latin26\",\"layout\":{\"length\":8},"
					+ "\"validationFraction\":0.1}",
			"{\"pairs\":{\"count\":2,\"sha256\":\"00\",\"header\":false},\"alphabet\":\"latin26\","
					+ "\"alignment\":{\"spaces\":true},\"validationFraction\":0.1}",
			"{\"alphabet\":\"latin26\",\"validationFraction\":0.1,\"corpus\":{\"count\":200,\"sha256\":\"00\"}}" })
	void isToldApartByItsFields(String json) {
		Source source = JsonMapper.shared().readValue(json, Source.class);
		assertThat(JsonMapper.shared().writeValueAsString(source)).isEqualTo(json);
		assertThat(source.plaintextAlphabet().size()).isEqualTo((source instanceof CorpusSource) ? 27 : 26);
	}

	private static Fault faultOf(Runnable call) {
		List<Fault> faults = catchThrowableOfType(InvalidInput.class, call::run).faults();
		assertThat(faults).hasSize(1);
		return faults.get(0);
	}

	/** Of 26 letters, Bacon's alphabet tells 24 apart. */
	@Test
	void trainsForWhatACiphertextSettles() {
		assertThat(new CipherSource(new Caesar(3), Alphabet.LATIN26, 32, null).attainableAccuracy()).isEqualTo(1);
		assertThat(new CipherSource(CipherCatalogue.examples().get("bacon"), Alphabet.LATIN26, 32, null)
			.attainableAccuracy()).isBetween(0.89, 24.0 / 26 - 0.005);
	}

}
