package dev.decipher.cipher;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Rot13;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CipherControllerTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final CipherController controller = new CipherController();

	private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(this.controller).build());

	@Test
	void listsTheCiphers() {
		assertThat(this.mvc.get().uri("/ciphers")).hasStatusOk()
			.bodyJson()
			.satisfies((body) -> body.assertThat()
				.extractingPath("$[?(@.type == 'caesar')]")
				.isEqualTo(List.of(Map.of("type", "caesar", "description",
						"Each symbol moves on in the alphabet by a number of places", "source",
						"Suetonius, The Lives of the Caesars, The Deified Julius, 56", "parameters",
						List.of(Map.of("name", "shift", "type", "integer", "description",
								"Places to move on; any integer, modulo the alphabet's size", "optional", false)),
						"alphabet", "latin26", "example", Map.of("type", "caesar", "shift", 13)))))
			.satisfies((body) -> body.assertThat()
				.extractingPath("$[?(@.type == 'columnar')].parameters[*].optional")
				.isEqualTo(List.of(false, true)))
			.satisfies((body) -> body.assertThat()
				.extractingPath("$[?(@.type == 'enigma')].parameters[*].type")
				.isEqualTo(List.of("string", "rotors", "key", "key", "key", "key", "string")))
			.satisfies((body) -> body.assertThat()
				.extractingPath("$[?(@.type == 'playfair')].alphabet")
				.isEqualTo(List.of("latin25")));
	}

	@Test
	void encryptsWithEachExample() {
		for (CipherCatalogue.Entry entry : CipherCatalogue.entries()) {
			String ciphertext = this.controller
				.encrypt(new CipherApi.EncryptRequest("We are discovered.", entry.example(), null, null, null))
				.text();
			assertThat(ciphertext).as(entry.type()).hasSizeGreaterThanOrEqualTo(18).isNotEqualTo("We are discovered.");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { // fillers: what is over
																// stands at the end
			"Hide the gold in the tree stump | {'type':'playfair','key':'PLAYFAIREXAMPLE'} "
					+ "| Bmod zbx dnab ek udm uixm mouviF",
			"XX | {'type':'playfair','key':'A'} | VSVS", "j | {'type':'playfair','key':'A'} | hY",
			"cat! | {'type':'hill','key':'GYBNQKURP'} | fin!", "| {'type':'hill','key':'HILL'} | ''",
			"no | {'type':'hill','key':'GYBNQKURP'} | vzL", "Abc | {'type':'four-square','key1':'A','key2':'A'} | BacX",
			// tokens, without white space of the plaintext
			"Dynamite winter | {'type':'nihilist','key':'RUSSIAN','squareKey':'ZEBRAS'} "
					+ "| 37 106 62 36 67 47 86 26 104 53 62 77 27 55",
			"Dynamite winter | {'type':'nihilist','key':'RUSSIAN','squareKey':'ZEBRAS','hundreds':'dropped'} "
					+ "| 3706623667478626045362772755",
			// by blocks, the last one shorter
			"abcdefg hi | {'type':'scytale','columns':2,'block':4} | acbdegf hi",
			"abcdefg hi | {'type':'rail-fence','rails':2,'block':6} | acebdfg ih",
			"abcdefg hi | {'type':'columnar','key':'BA','block':5} | bdacegi fh" })
	void encryptsWhatHasToBePrepared(String text, String cipher, String ciphertext) {
		assertThat(encrypt((text != null) ? text : "", cipher, null)).isEqualTo(ciphertext.replace("''", ""));
	}

	@Test
	void homophonesFollowFromTheMessage() {
		String cipher = "{'type':'homophonic','key':{'A':['1','2','3','4'],'b':['/','~']}}";
		Alphabet alphabet = Alphabet.of("AB");
		String ciphertext = encrypt("AABABBAAAAABABABABAA", cipher, alphabet);
		assertThat(ciphertext).matches("[1234/~]( [1234/~])*").hasSize(39);
		assertThat(ciphertext.replaceAll("[1234]", "A").replaceAll("[/~]", "B").replace(" ", ""))
			.isEqualTo("AABABBAAAAABABABABAA");
		assertThat(encrypt("AABABBAAAAABABABABAA", cipher, alphabet)).isEqualTo(ciphertext);
		assertThat(ciphertext.chars().distinct().count()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "{'type':'rot47'} | latin26 | /alphabet",
			"{'type':'porta','key':'A'} | latin27 | /alphabet", "{'type':'playfair','key':'A'} | latin26 | /alphabet",
			"{'type':'bifid','key':'A','period':5} | latin27 | /alphabet",
			"{'type':'four-square','key1':'A','key2':'A'} | latin26 | /alphabet",
			"{'type':'nihilist','key':'A','squareKey':'A'} | latin26 | /alphabet",
			"{'type':'enigma','model':'I'} | latin27 | /alphabet",
			"{'type':'vigenere','key':{'any':true}} | latin26 | /cipher/key",
			"{'type':'beaufort','key':''} | latin26 | /cipher/key",
			"{'type':'porta','key':'1'} | latin26 | /cipher/key",
			"{'type':'gronsfeld','key':'A'} | latin26 | /cipher/key",
			"{'type':'gronsfeld','key':''} | latin26 | /cipher/key",
			"{'type':'variant-vigenere','key':'A-'} | latin26 | /cipher/key",
			"{'type':'progressive','key':'','step':1} | latin26 | /cipher/key",
			"{'type':'running-key','text':'1, 2'} | latin26 | /cipher/text",
			"{'type':'running-key','text':'A'} | latin26 | /text", "{'type':'hill','key':'AB'} | latin26 | /cipher/key",
			"{'type':'hill','key':'AAAA'} | latin26 | /cipher/key",
			"{'type':'hill','key':'BAAN'} | latin26 | /cipher/key",
			"{'type':'playfair','key':''} | latin25 | /cipher/key",
			"{'type':'four-square','key1':'A','key2':'1'} | latin25 | /cipher/key2",
			"{'type':'columnar','key':'A'} | latin26 | /cipher/key",
			"{'type':'double-columnar','key1':'AB','key2':''} | latin26 | /cipher/key2",
			"{'type':'nihilist','key':'','squareKey':'A'} | latin25 | /cipher/key",
			"{'type':'nihilist','key':'A','squareKey':''} | latin25 | /cipher/squareKey",
			"{'type':'homophonic','key':{'A':['1']}} | latin26 | /cipher/key",
			"{'type':'homophonic','key':{'/':['1']}} | latin26 | /cipher/key/~1",
			"{'type':'homophonic','key':{'AB':['1']}} | latin26 | /cipher/key/AB",
			"{'type':'homophonic','key':{'A':['1'],'a':['2']}} | latin26 | /cipher/key/a",
			"{'type':'homophonic','key':{'A':[]}} | latin26 | /cipher/key/A",
			"{'type':'homophonic','key':{'A':['1','']}} | latin26 | /cipher/key/A/1",
			"{'type':'homophonic','key':{'A':['1 2']}} | latin26 | /cipher/key/A/0",
			"{'type':'homophonic','key':{'A':['\\ud800']}} | latin26 | /cipher/key/A/0",
			"{'type':'homophonic','key':{'A':['1'],'B':['1']}} | latin26 | /cipher/key/B/0",
			"{'type':'chaocipher','left':'A','right':'B'} | latin26 | /cipher/left",
			"{'type':'chain','steps':[{'type':'rot13'},{'type':'vigenere','key':''}]} | latin26 | /cipher/steps/1/key",
			"{'type':'chain','steps':[{'type':'rot13'},{'type':'playfair','key':'A'}]} | latin26 | /cipher/steps/1",
			"{'type':'chain','steps':[{'type':'playfair','key':'A'}]} | latin26 | /alphabet",
			"{'type':'enigma','model':'I','positions':{'any':true}} | latin26 | /cipher/positions" })
	void pointsAtTheParameter(String cipher, String alphabet, String pointer) {
		Alphabet of = Stream.of(Alphabet.LATIN26, Alphabet.LATIN27, Alphabet.LATIN25)
			.filter((known) -> known.name().equals(alphabet))
			.findAny()
			.orElseThrow();
		assertThat(pointerOf("AB", read(cipher), of)).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "rotors | ['I','II'] | /rotors",
			"rotors | ['I','II','VI'] | /rotors/2", "rotors | ['I','II','I'] | /rotors/2",
			"rotors | ['Beta','II','I'] | /rotors/0", "reflector | 'D' | /reflector", "reflector | '' | /reflector",
			"rings | 'AB' | /rings", "rings | 'AB1' | /rings", "positions | 'ABCD' | /positions",
			"positions | {'any':true} | /positions", "plugboard | 'A' | /plugboard",
			"plugboard | 'AB  CD' | /plugboard", "plugboard | 'AA' | /plugboard", "plugboard | 'AB BC' | /plugboard",
			"plugboard | 'AB CA' | /plugboard", "plugboard | 'A1' | /plugboard" })
	void pointsAtTheEnigmasPart(String part, String value, String pointer) {
		ObjectNode enigma = (ObjectNode) json.readTree("{'type':'enigma','model':'I','rotors':['II','IV','V'],"
			.concat("'reflector':'B','rings':'BUL','positions':'BLA','plugboard':''}")
			.replace('\'', '"'));
		enigma.set(part, json.readTree(value.replace('\'', '"')));
		assertThat(pointerOf("A", json.treeToValue(enigma, Cipher.class), null)).isEqualTo("/cipher" + pointer);
	}

	@Test
	void encrypts() {
		assertThat(post("""
				{"text": "SECRET", "cipher": {"type": "caesar", "shift": 13}, "alphabet": "latin27"}""")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"text\": \"ERPDRF\"}");
	}

	@Test
	void encryptsWithTheCiphersOwnAlphabet() {
		assertThat(post("""
				{"text": "Attack at dawn! 😀", "cipher": {"type": "vigenere", "key": "LEMON"}}""")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"text\": \"Lxfopv ef rnhr! 😀\"}");
	}

	@Test
	void encryptsAnEmptyText() {
		assertThat(post("{\"text\": \"\", \"cipher\": {\"type\": \"rot13\"}}")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"text\": \"\"}");
	}

	@Test
	void drawsKeysThatAreLeftToChance() {
		CipherApi.EncryptResponse answer = this.controller.encrypt(new CipherApi.EncryptRequest("Attack at dawn",
				read("{'type':'enigma','model':'I'}"), null, null, null));
		assertThat(answer.cipher()).isNotNull();
		assertThat(TextCipher.of(answer.cipher(), null, null).decrypt(answer.text(), false))
			.isEqualTo("Attack at dawn");
		assertThat(this.controller.encrypt(new CipherApi.EncryptRequest("A", new Rot13(), null, null, null)).cipher())
			.isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "5 | Attack at dawn, I say! | NGGNP XNGQN JAVFN L", "1 | AB | N O", "100 | A B | NO" })
	void writesGroups(int size, String text, String ciphertext) {
		assertThat(this.controller.encrypt(new CipherApi.EncryptRequest(text, new Rot13(), null, null, size)).text())
			.isEqualTo(ciphertext);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'type':'tap-code','form':'dots'}", "{'type':'morse'}", "{'type':'ragbaby','key':'GROS'}" })
	void refusesGroupsWhereBlanksMatter(String cipher) {
		CipherApi.EncryptRequest request = new CipherApi.EncryptRequest("HELLO", read(cipher), null, null, 5);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> this.controller.encrypt(request)).faults())
			.extracting(InvalidInput.Fault::pointer)
			.containsExactly("/groups");
	}

	@Test
	void refusesWhatIsMissing() {
		assertThat(post("{}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(post("{\"text\": \"A\"}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(post("{\"cipher\": {\"type\": \"rot13\"}}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.mvc.post().uri("/encrypt").contentType(MediaType.TEXT_PLAIN).content("A"))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void pointsAtWhatIsWrong() {
		assertThat(pointerOf("A", new Rot13(), Alphabet.LATIN27)).isEqualTo("/alphabet");
		assertThat(pointerOf("A", new Affine(3, 0), Alphabet.LATIN27)).isEqualTo("/cipher/a");
		assertThat(pointerOf("A", new Vigenere(new Key.Any(null)), null)).isEqualTo("/cipher/key");
		assertThat(pointerOf("\ud800", new Atbash(), null)).isEqualTo("/text");
	}

	@Test
	void countsCharactersForItsLimit() {
		Cipher cipher = new Vigenere(new Key.Given("LEMON"));
		String most = "A".repeat(999_900) + " ".repeat(100);
		assertThat(this.controller.encrypt(new CipherApi.EncryptRequest(most, cipher, null, null, null)).text())
			.hasSameSizeAs(most);
		Problem problem = catchThrowableOfType(Problem.class,
				() -> this.controller.encrypt(new CipherApi.EncryptRequest(most + " ", cipher, null, null, null)));
		assertThat(problem.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
	}

	private String encrypt(String text, String cipher, Alphabet alphabet) {
		return this.controller.encrypt(new CipherApi.EncryptRequest(text, read(cipher), alphabet, null, null)).text();
	}

	/** Apostrophes for quotation marks keep the tables legible. */
	private static Cipher read(String quoted) {
		return json.readValue(quoted.replace('\'', '"'), Cipher.class);
	}

	private String pointerOf(String text, Cipher cipher, Alphabet alphabet) {
		return catchThrowableOfType(InvalidInput.class,
				() -> this.controller.encrypt(new CipherApi.EncryptRequest(text, cipher, alphabet, null, null)))
			.faults()
			.get(0)
			.pointer();
	}

	private MockMvcTester.MockMvcRequestBuilder post(String json) {
		return this.mvc.post().uri("/encrypt").contentType(MediaType.APPLICATION_JSON).content(json);
	}

}
