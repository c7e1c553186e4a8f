package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CipherControllerTests {

	private final CipherController controller = new CipherController(new CipherCatalogue(JsonMapper.builder().build()));

	private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(this.controller).build());

	@Test
	void listsTheCiphers() {
		assertThat(this.mvc.get().uri("/ciphers")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				[{"type": "caesar", "alphabet": "latin26", "example": {"type": "caesar", "shift": 13},
				  "parameters": [{"name": "shift", "type": "integer"}]},
				 {"type": "rot13", "parameters": []}, {"type": "atbash"}, {"type": "affine"},
				 {"type": "substitution", "parameters": [{"name": "key", "type": "key"}]},
				 {"type": "vigenere", "example": {"type": "vigenere", "key": "LEMON"}}]""");
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
		assertThat(pointerOf("A", new Vigenere(new Key.Random(null)), null)).isEqualTo("/cipher/key");
		assertThat(pointerOf("\ud800", new Atbash(), null)).isEqualTo("/text");
	}

	@Test
	void countsCharactersForItsLimit() {
		Cipher cipher = new Vigenere(new Key.Given("LEMON"));
		String most = "A".repeat(999_900) + " ".repeat(100);
		assertThat(this.controller.encrypt(new CipherController.EncryptRequest(most, cipher, null)).text())
			.hasSameSizeAs(most);
		Problem problem = catchThrowableOfType(Problem.class,
				() -> this.controller.encrypt(new CipherController.EncryptRequest(most + " ", cipher, null)));
		assertThat(problem.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
	}

	private String pointerOf(String text, Cipher cipher, Alphabet alphabet) {
		return catchThrowableOfType(InvalidInput.class,
				() -> this.controller.encrypt(new CipherController.EncryptRequest(text, cipher, alphabet)))
			.faults()
			.get(0)
			.pointer();
	}

	private MockMvcTester.MockMvcRequestBuilder post(String json) {
		return this.mvc.post().uri("/encrypt").contentType(MediaType.APPLICATION_JSON).content(json);
	}

}
