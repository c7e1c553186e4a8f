package dev.decipher.training;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Layout;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Caesar;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Vigenere;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import dev.decipher.training.data.CipherData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What planning makes of a cipher or of pairs.
 */
class PlannerTests {

	private static final Cipher ANY_VIGENERE = new Vigenere(new Key.Any(new Key.Length(2, 4)));

	private static final Layout ANY_KEY = CipherData.layout(ANY_VIGENERE.anyKey(Alphabet.LATIN26), false, null, 10);

	@Test
	void derivesTheLayoutFromTheCipher() {
		assertThat(ANY_KEY).isEqualTo(new Layout(new Layout.KeyInFront(Alphabet.LATIN26, 2, 4), null, null));
		assertThat(CipherData.layout(null, false, null, 32)).isEqualTo(Layout.FREE);
		assertThat(CipherData.layout(null, true, null, 32)).isEqualTo(new Layout(null, 32, null));
		assertThat(CipherData.layout(null, true, 8, 8)).isEqualTo(new Layout(null, null, 8));
		assertThat(new TrainingPlan.Data(new Caesar(3), null, Alphabet.LATIN27, null, null, 32, null).format().layout())
			.isEqualTo(Layout.FREE);
	}

	@Test
	void takesABlockForAMessage() {
		assertThat(Planner.messageLength(null, 8, null)).isEqualTo(8);
		assertThat(Planner.messageLength(8, 8, null)).isEqualTo(8);
		assertThat(faultOf(() -> Planner.messageLength(16, 8, null))).isEqualTo(new Fault("/data/messageLength",
				"must be left out or 8: each block of the cipher is a message by itself"));
		assertThat(Planner.messageLength(16, null, null)).isEqualTo(16);
		assertThat(Planner.messageLength(null, null, null)).isEqualTo(Recipe.MESSAGE_LENGTH);
	}

	@Test
	void goesOnOnlyWithTheLayoutThereWas() {
		VersionId from = new VersionId("before", 3);
		Layout fixed = new Layout(null, 32, null);
		Layout blocks = new Layout(null, null, 8);
		Planner.requireSameLayout(new Layout(ANY_KEY.key(), null, null), ANY_KEY, from);
		assertThat(faultOf(() -> Planner.requireSameLayout(Layout.FREE, ANY_KEY, from)))
			.isEqualTo(new Fault("/data/cipher", "must have any key of 2 to 4 symbols, as before version 3 has it"));
		assertThat(faultOf(() -> Planner.requireSameLayout(ANY_KEY, Layout.FREE, from)).pointer())
			.isEqualTo("/data/cipher");
		assertThat(faultOf(() -> Planner.requireSameLayout(new Layout(null, 16, null), fixed, from)))
			.isEqualTo(new Fault("/data/messageLength",
					"must give messages of exactly 32 symbols, which before version 3 reads"));
		assertThat(faultOf(() -> Planner.requireSameLayout(Layout.FREE, blocks, from))).isEqualTo(new Fault(
				"/data/cipher", "must give messages of whole blocks of 8 symbols, which before version 3 reads"));
		assertThat(faultOf(() -> Planner.requireSameLayout(fixed, Layout.FREE, from)))
			.isEqualTo(new Fault("/data/cipher", "must give messages of any length, which before version 3 reads"));
	}

	@Test
	void storesTheCiphertextsSymbolsOfPairs() {
		JsonMapper mapper = JsonMapper.shared();
		TrainingPlan.Ciphertext alphabet = new TrainingPlan.Ciphertext(Alphabet.of("123"));
		String json = "{\"alphabet\":{\"symbols\":\"123\"}}";
		assertThat(mapper.writeValueAsString(alphabet)).isEqualTo(json);
		assertThat(mapper.readValue(json, TrainingPlan.Ciphertext.class)).isEqualTo(alphabet);
		TrainingPlan.Ciphertext tokens = new TrainingPlan.Ciphertext(Tokens.of(List.of("01", "17")));
		json = "{\"tokens\":\"whitespace\",\"symbols\":[\"01\",\"17\"]}";
		assertThat(mapper.writeValueAsString(tokens)).isEqualTo(json);
		assertThat(mapper.readValue(json, TrainingPlan.Ciphertext.class)).isEqualTo(tokens);
		TrainingPlan.Data data = new TrainingPlan.Data(null, new TrainingPlan.Pairs(2, "00"), Alphabet.LATIN26, tokens,
				null, null, 0.1);
		assertThat(data.format().symbols()).isEqualTo(tokens.symbols());
		assertThat(mapper.readValue(mapper.writeValueAsString(data), TrainingPlan.Data.class)).isEqualTo(data);
	}

	private static Fault faultOf(Runnable call) {
		List<Fault> faults = catchThrowableOfType(InvalidInput.class, call::run).faults();
		assertThat(faults).hasSize(1);
		return faults.get(0);
	}

}
