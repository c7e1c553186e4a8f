package dev.decipher.solve.identify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.substitution.Rot47;
import dev.decipher.solve.Zodiac340;
import dev.decipher.solve.Zodiac408;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.solve.Enciphering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a text's statistics tell of its type. */
class TypeIdentifierTests {

	private static final TypeIdentifier IDENTIFIER = TypeIdentifier.trained();

	/** With all keys by chance. */
	private static final List<String> CIPHERS = List.of("{'type':'substitution','key':{'random':{}}}",
			"{'type':'vigenere','key':{'random':{'length':[4,7]}}}",
			"{'type':'gronsfeld','key':{'random':{'length':[4,7]}}}",
			"{'type':'beaufort','key':{'random':{'length':[4,7]}}}",
			"{'type':'porta','key':{'random':{'length':[4,7]}}}",
			"{'type':'autokey','key':{'random':{'length':[4,7]}}}",
			"{'type':'portax','key':{'random':{'length':[4,7]}}}",
			"{'type':'slidefair','key':{'random':{'length':[4,7]}}}",
			"{'type':'hill','key':{'random':{'length':[4,4]}}}", "{'type':'playfair','key':{'random':{}}}",
			"{'type':'rail-fence','rails':4}", "{'type':'reverse'}",
			"{'type':'columnar','key':{'random':{'length':[5,5]}}}", "{'type':'polybius','key':{'random':{}}}",
			"{'type':'adfgx','squareKey':{'random':{}},'key':{'random':{'length':[5,7]}}}", "{'type':'bacon'}",
			"{'type':'morse'}", "{'type':'trithemius'}", "{'type':'caesar','shift':0}",
			"{'type':'tri-square'," + "'key1':{'random':{}},'key2':{'random':{}},'key3':{'random':{}}}");

	private static final int PASSAGES = 15;

	/** Of 300; what was measured is well above. */
	private static final int FIRST = 240;

	private static final int AMONG_THREE = 270;

	private static final int LETTERS = 120;

	private static String type(String text) {
		return IDENTIFIER.identify(text).keySet().iterator().next();
	}

	/** From a text that nothing here has learned from. */
	private static String passage(SplittableRandom random) throws IOException {
		String text = new String(TypeIdentifierTests.class.getResourceAsStream("/language/heldout.txt").readAllBytes(),
				StandardCharsets.UTF_8)
			.toUpperCase(java.util.Locale.ROOT)
			.replaceAll("[^A-Z]", "");
		int start = random.nextInt(text.length() - LETTERS);
		return text.substring(start, start + LETTERS);
	}

	@Test
	void signsAreHomophonesUnlessTheyAreTurnedLetters() throws IOException {
		assertThat(type(Zodiac408.CIPHERTEXT)).isEqualTo("homophonic");
		assertThat(IDENTIFIER.identify(Zodiac340.CIPHERTEXT).get("rot47")).isZero();
		String letters = passage(new SplittableRandom(5)).toLowerCase(java.util.Locale.ROOT);
		assertThat(type(TextCipher.of(new Rot47(), null, null).encrypt(letters))).isEqualTo("rot47");
	}

	@Test
	void tellsTypesApart() throws IOException {
		SplittableRandom random = new SplittableRandom(19);
		int first = 0;
		int amongThree = 0;
		int all = 0;
		for (String json : CIPHERS) {
			for (int i = 0; i < PASSAGES; i++, all++) {
				Cipher cipher = Enciphering.cipher(json);
				Cipher keyed = cipher.withKeyDrawn(cipher.defaultAlphabet(), random);
				String type = json.contains("'shift':0") ? TypeClass.PLAINTEXT : TypeClass.of(cipher.type());
				List<String> types = List
					.copyOf(IDENTIFIER.identify(TextCipher.of(keyed, null, null).encrypt(passage(random))).keySet());
				first += types.get(0).equals(type) ? 1 : 0;
				amongThree += types.subList(0, 3).contains(type) ? 1 : 0;
			}
		}
		assertThat(all).isEqualTo(300);
		assertThat(first).isGreaterThanOrEqualTo(FIRST);
		assertThat(amongThree).isGreaterThanOrEqualTo(AMONG_THREE);
	}

	@Test
	void readsNumbers() {
		SplittableRandom random = new SplittableRandom(2);
		String sums = random.ints(120, 22, 111).mapToObj(Integer::toString).collect(Collectors.joining(" "));
		assertThat(type(sums)).isIn("nihilist", "homophonic", "nomenclator");
		assertThat(type("8-5-12-12-15 23-15-18-12-4 20-8-9-19 9-19 1 19-13-1-12-12 20-5-19-20 15-6 14-21-13-2-5-18-19"))
			.isEqualTo("a1z26");
	}

	@Test
	void zerosInFrontOfPlacesInTheAlphabetTellNothing() {
		String filled = "20 08 05 02 05 19 20 16 12 01 14 09 19 20 15 23 01 09 20";
		assertThat(type(filled)).isEqualTo("a1z26");
		assertThat(IDENTIFIER.identify(filled)).isEqualTo(IDENTIFIER.identify(filled.replace(" 0", " ")));
		assertThat(type(filled + " 27")).isNotEqualTo("a1z26");
	}

	@Test
	void nothingIsToldOfRandomLetters() {
		SplittableRandom random = new SplittableRandom(5);
		String text = random.ints(300, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
		assertThat(IDENTIFIER.identify(text).get(TypeClass.RANDOM)).isGreaterThan(0.1);
		assertThat(IDENTIFIER.identify(text).get("substitution")).isLessThan(0.01);
	}

	@Test
	void germanIsPlaintextToo() {
		String text = "Es war einmal mitten im Winter und die Schneeflocken fielen wie Federn vom Himmel herab da sass "
				+ "eine Königin an einem Fenster das einen Rahmen von schwarzem Ebenholz hatte und nähte";
		Map<String, Double> types = IDENTIFIER.identify(text);
		assertThat(types.keySet()).first().isEqualTo(TypeClass.PLAINTEXT);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "A", "AB", "1", "..", "Привет, мир", "😀😀😀", "A1B2C3", "\n\n", "AAAAAAAAAAAAAAAAAAAA" })
	void takesAnyText(String text) {
		Map<String, Double> types = IDENTIFIER.identify(text);
		assertThat(types.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-6));
		assertThat(types.values()).allMatch((probability) -> probability >= 0 && probability <= 1);
	}

	@Test
	void knowsEveryTypeOfTheCatalogue() {
		assertThat(IDENTIFIER.classes()).contains(TypeClass.PLAINTEXT, TypeClass.RANDOM, TypeClass.UNKNOWN)
			.containsAll(CipherCatalogue.examples()
				.keySet()
				.stream()
				.filter((type) -> !type.equals("chain"))
				.map(TypeClass::of)
				.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "السلام عليكم ورحمة الله وبركاته كيف حالك اليوم يا صديقي",
			"שלום לכולם מה שלומכם היום אני מקווה שהכל בסדר" })
	void nothingIsToldOfLettersOfOtherScripts(String text) {
		assertThat(type(text)).isIn(TypeClass.RANDOM, TypeClass.UNKNOWN);
		assertThat(IDENTIFIER.identify(text)).containsEntry("rot47", 0.0).containsEntry("tridigital", 0.0);
	}

	@Test
	void picturesMayBeHomophones() {
		String text = "😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗😙😚🙂🤗".repeat(2) + "😀😂😃😅😉😋😍🥰😙🙂";
		assertThat(type(text)).isIn(TypeClass.RANDOM, TypeClass.UNKNOWN, "homophonic");
		assertThat(IDENTIFIER.identify(text)).containsEntry("rot47", 0.0).containsEntry("vigenere", 0.0);
		assertThat(type("● ●●● ○● ○ ●●○ ● ○○ ●○● ○ ●● ○○○ ● ●○ ●●".repeat(2))).isNotIn(TypeClass.RANDOM,
				TypeClass.UNKNOWN);
	}

	@Test
	void squaresWriteNoJ() {
		assertThat(IDENTIFIER.identify("JXQZJKVWPLJMNBVCJHGFDSAPOIJUYTREWQJ").get("playfair")).isZero();
	}

	/** Its labels may be any letters, and of 27 signs one is no letter. */
	@Test
	void whatOtherSignsMayWriteIsNotRuledOut() {
		int[] odd = TextSymbols.letters("JXQZJKVWPLJMNBVCJHGFDSAPOIJUYTREWQJ");
		assertThat(odd.length % 2).isOne();
		assertThat(TypeClass.canWrite("checkerboard", odd)).isTrue();
		assertThat(TypeClass.canWrite("digrafid", odd)).isTrue();
		assertThat(TypeClass.canWrite("four-square", odd)).isFalse();
	}

	@Test
	void aTextThatIsPastedSeveralTimesTellsNoMoreThanOnce() {
		for (String text : new String[] { "TLLATLHAAOLOHYIVBYUV", "WKH TXLFN EURZQ IRA MXPSV RYHU " }) {
			assertThat(IDENTIFIER.identify(text.repeat(12))).isEqualTo(IDENTIFIER.identify(text.strip()));
		}
	}

}
