package dev.decipher.cipher;

import java.util.Random;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How people write the keys of transpositions, and which ones are refused. */
class TranspositionParameterTests {

	private static final String MESSAGE = "THEQUICKBROWNFOXJUMPSOVERTHELAZYDOGANDRUNS";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'columnar','key':'A'} | /key", "{'type':'columnar','key':''} | /key",
					"{'type':'columnar','key':[]} | /key", "{'type':'columnar','key':[1]} | /key",
					"{'type':'columnar','key':'1 2 4'} | /key", "{'type':'columnar','key':'1 2 2'} | /key",
					"{'type':'columnar','key':'313'} | /key", "{'type':'columnar','key':'2 3 4'} | /key",
					"{'type':'columnar','key':'A !'} | /key",
					"{'type':'double-columnar','key1':'AB','key2':[0,2]} | /key2",
					"{'type':'permutation','order':[0]} | /order", "{'type':'permutation','order':[0,2,3]} | /order",
					"{'type':'permutation','order':[2,2,1]} | /order", "{'type':'permutation','order':'A-'} | /order",
					"{'type':'permutation','order':''} | /order", "{'type':'redefence','key':'1 3'} | /key",
					"{'type':'redefence','key':'X'} | /key", "{'type':'amsco','key':'12345678910'} | /key",
					"{'type':'myszkowski','key':'Z'} | /key", "{'type':'myszkowski','key':'4 3!'} | /key",
					"{'type':'grille','holes':[1,8,10]} | /holes", "{'type':'grille','holes':[1,8,10,17]} | /holes",
					"{'type':'grille','holes':[0,8,10,12]} | /holes", "{'type':'grille','holes':[1,4,10,12]} | /holes",
					"{'type':'grille','holes':[1,1,10,12]} | /holes", "{'type':'grille','holes':[5,3]} | /holes",
					"{'type':'grille','holes':'X... .... .... ....'} | /holes",
					"{'type':'grille','holes':'ABC'} | /holes", "{'type':'grille','holes':''} | /holes",
					"{'type':'grille','holes':{'random':{'length':[7,8]}}} | /holes/random/length",
					"{'type':'cadenus','key':''} | /key", "{'type':'cadenus','key':'3 1 2'} | /key",
					"{'type':'nihilist-transposition','key':'5'} | /key",
					"{'type':'nihilist-transposition','key':'1 1'} | /key", "{'type':'ubchi','key':'A'} | /key",
					"{'type':'ubchi','key':'Wacht am Rhein!'} | /key", "{'type':'swagman','key':''} | /key",
					"{'type':'swagman','key':'1'} | /key", "{'type':'swagman','key':'12 2'} | /key",
					"{'type':'swagman','key':'123 123 231'} | /key", "{'type':'swagman','key':'120 201 012'} | /key",
					"{'type':'swagman','key':'ABC'} | /key",
					"{'type':'swagman','key':{'random':{'length':[5,8]}}} | /key/random/length",
					"{'type':'permutation','order':{'random':{'length':[1,1]}}} | /order/random/length/1" })
	void pointsAtTheKey(String cipher, String pointer) {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
				() -> TextCipher.of(
						InvalidInput.under("/cipher", () -> read(cipher).withKeyDrawn(Alphabet.LATIN26, new Random(1))),
						null, null));
		assertThat(refusal.faults().get(0).pointer()).isEqualTo("/cipher" + pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{'type':'scytale','columns':3,'rows':3}", "{'type':'scytale','rows':1}",
					"{'type':'route','write':'rows','read':'columns'}",
					"{'type':'route','columns':3,'rows':3,'write':'rows','read':'columns'}",
					"{'type':'route','columns':3,'write':'rows'}",
					"{'type':'route','columns':3,'write':'row','read':'columns'}",
					"{'type':'route','columns':3,'write':'rows','read':'columns','readCorner':'left'}",
					"{'type':'route','columns':3,'write':'steps','read':'rows'}",
					"{'type':'route','columns':3,'write':'steps','read':'rows','down':1}",
					"{'type':'route','columns':3,'write':'rows','read':'columns','right':1}",
					"{'type':'route','columns':3,'write':'rows','read':'columns','down':1}",
					"{'type':'route','columns':3,'write':'rows','read':'steps','down':1,'right':-1}",
					"{'type':'route','columns':3,'write':'rows','read':'columns','rest':'kept'}",
					"{'type':'amsco','key':'AB','start':3}", "{'type':'redefence','key':'AB','offset':-1}",
					"{'type':'rail-fence','rails':3,'offset':10001}", "{'type':'columnar','key':['A','B']}",
					"{'type':'columnar','key':[1,-2]}", "{'type':'columnar','key':[1,10000]}",
					"{'type':'columnar','key':[1,2.5]}", "{'type':'grille','holes':[1,8,10,12],'direction':'left'}",
					"{'type':'permutation','order':{'any':true}}", "{'type':'cadenus','key':{'any':true}}",
					"{'type':'nihilist-transposition','key':'AB','read':'row'}",
					"{'type':'nihilist-transposition','key':'AB','order':'in'}",
					"{'type':'ubchi','key':'AB','nulls':101}", "{'type':'reverse','block':0}" })
	void isNotRead(String cipher) {
		DatabindException refusal = catchThrowableOfType(DatabindException.class, () -> read(cipher));
		assertThat(refusal).isNotNull();
		assertThat(refusal.getCause()).isInstanceOf(InvalidInput.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{'type':'columnar','key':'DBCA'} | {'type':'columnar','key':'4 2 3 1'}",
			"{'type':'columnar','key':'DBCA'} | {'type':'columnar','key':'3,1,2,0'}",
			"{'type':'columnar','key':'DBCA'} | {'type':'columnar','key':'4231'}",
			"{'type':'columnar','key':'DBCA'} | {'type':'columnar','key':[4,2,3,1]}",
			"{'type':'columnar','key':'JBAICHDGEF'} | {'type':'columnar','key':'10 2 1 9 3 8 4 7 5 6'}",
			"{'type':'columnar','key':'DIEWACHTAMRHEIN'} | {'type':'columnar','key':'Die Wacht am Rhein'}",
			"{'type':'columnar','key':'BANANA'} | {'type':'columnar','key':'4 1 5 2 6 3'}",
			"{'type':'amsco','key':'CAB'} | {'type':'amsco','key':'312','start':2}",
			"{'type':'myszkowski','key':'BANANA'} | {'type':'myszkowski','key':'213131'}",
			"{'type':'permutation','order':[2,0,1]} | {'type':'permutation','order':[3,1,2]}",
			"{'type':'permutation','order':[2,0,1]} | {'type':'permutation','order':'2, 0, 1'}",
			"{'type':'permutation','order':[4,3,0,1,2,5]} | {'type':'permutation','order':'RSTEAZ'}",
			"{'type':'cadenus','key':'SWAV'} | {'type':'cadenus','key':'swav'}",
			"{'type':'swagman','key':'132 321 213'} | {'type':'swagman','key':[132,321,213]}",
			"{'type':'swagman','key':'132 321 213'} | {'type':'swagman','key':'1,3,2;3,2,1;2,1,3'}",
			"{'type':'ubchi','key':'AN DER MOSEL'} | {'type':'ubchi','key':'ANDERMOSEL','nulls':3}",
			"{'type':'ubchi','key':'3 1 2'} | {'type':'ubchi','key':'CAB'}",
			"{'type':'ubchi','key':'CAB','nulls':0} | {'type':'double-columnar','key1':'CAB','key2':'CAB'}",
			"{'type':'nihilist-transposition','key':'CAB'} "
					+ "| {'type':'nihilist-transposition','key':'231','order':'writing-in','read':'columns'}",
			"{'type':'redefence','key':'ABC'} | {'type':'rail-fence','rails':3}",
			"{'type':'rail-fence','rails':3,'offset':4} | {'type':'rail-fence','rails':3}",
			"{'type':'scytale','columns':6} | {'type':'scytale','rows':7}",
			"{'type':'scytale','columns':6} | {'type':'route','columns':6,'write':'rows','read':'columns'}",
			"{'type':'route','columns':6,'write':'rows','read':'columns'} "
					+ "| {'type':'route','rows':7,'write':'rows','read':'columns'}",
			"{'type':'scytale','columns':6} | {'type':'route','columns':6,'write':'rows','read':'steps','down':1,'right':0}",
			"{'type':'reverse'} | {'type':'route','columns':6,'write':'rows','read':'rows','readCorner':'bottom-right'}",
			"{'type':'grille','holes':[1,8,10,12]} | {'type':'grille','holes':'1000000101010000'}",
			"{'type':'grille','holes':[1,8,10,12]} | {'type':'grille','holes':'X.../...X/.X.X/....'}",
			"{'type':'grille','holes':[1,8,10,12],'direction':'clockwise'} | {'type':'grille','holes':'12, 10, 8, 1'}" })
	void isTheSame(String one, String other) {
		assertThat(encrypt(read(other))).isEqualTo(encrypt(read(one)));
	}

	/** Holes that meet are named, and so is how many there must be. */
	@Test
	void saysWhatIsWrongWithAGrille() {
		assertThat(detail("{'type':'grille','holes':[1,16,10,12]}")).contains("the holes 1 and 16");
		assertThat(detail("{'type':'grille','holes':[1,8,10,17]}")).contains("a hole 17", "1 to 16");
		assertThat(detail("{'type':'grille','holes':[1,2,3,4,7,13]}")).contains("a hole 13, the middle");
		assertThat(detail("{'type':'columnar','key':'1 2 4'}")).contains("1 to 3 once");
	}

	/**
	 * The other direction takes the second and the fourth quarter the other way round.
	 */
	@Test
	void turnsAGrilleCounterclockwise() {
		assertThat(encrypt(read("{'type':'grille','holes':[1,8,10,12],'direction':'counterclockwise'}"),
				"THETILLENGGRURNI"))
			.isEqualTo("TILUNRGHGELTENIR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'permutation','order':[1,0,2,3]}", "{'type':'grille','holes':[1,8,10,12]}",
			"{'type':'cadenus','key':'A'}", "{'type':'nihilist-transposition','key':[2,1]}",
			"{'type':'swagman','key':'1234 2341 3412 4123'}" })
	void refusesAPartOfABlock(String cipher) {
		TextCipher textCipher = TextCipher.of(read(cipher), null, null);
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> textCipher.decrypt("ABCDEF", false));
		assertThat(refusal.faults().get(0).detail()).contains("6 symbols are no multiple of");
	}

	@ParameterizedTest
	@MethodSource("transpositions")
	void movesEveryCharacter(Cipher cipher) {
		String message = "flag{Ein Test, 2026 – mit 😀 und\nZeilen}";
		TextCipher textCipher = TextCipher.of(cipher, null, CharacterRule.ALL);
		String ciphertext = textCipher.encrypt(message);
		assertThat(ciphertext.codePoints().boxed()).containsAll(message.codePoints().boxed().toList());
		assertThat(textCipher.decrypt(ciphertext, false)).startsWith(message)
			.satisfies((text) -> assertThat(text.substring(message.length())).matches("X*"));
	}

	static Stream<Cipher> transpositions() {
		return CipherCatalogue.examples().values().stream().filter(Cipher::transposes);
	}

	/** Every type's example key is one of those that a search goes through. */
	@ParameterizedTest
	@MethodSource("transpositions")
	void namesTheKeysThatItFinds(Cipher cipher) {
		Random random = new Random(3);
		for (KeySpace space : cipher.keySpaces(Alphabet.LATIN26, new int[3600])) {
			int[][] key = space.draw(random);
			if (key.length > 0) {
				space.change(key, random);
			}
			Cipher found = space.cipher().apply(key);
			int[] message = random.ints(3600, 0, 26).toArray();
			assertThat(read(JsonMapper.shared().writeValueAsString(found))).isEqualTo(found);
			assertThat(found.over(Alphabet.LATIN26).decrypt(message))
				.isEqualTo(space.symbolCipher().apply(key).decrypt(message));
			assertThat(found.keyNats(Alphabet.LATIN26)).isNotNegative();
		}
	}

	private static String detail(String cipher) {
		return catchThrowableOfType(InvalidInput.class, () -> TextCipher.of(read(cipher), null, null)).faults()
			.get(0)
			.detail();
	}

	private static String encrypt(Cipher cipher) {
		return encrypt(cipher, MESSAGE);
	}

	private static String encrypt(Cipher cipher, String text) {
		return TextCipher.of(cipher, null, null).encrypt(text);
	}

	/** Apostrophes for quotation marks keep the tables legible. */
	private static Cipher read(String quoted) {
		return JsonMapper.shared().readValue(quoted.replace('\'', '"'), Cipher.class);
	}

}
