package dev.decipher.decrypt;

import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidParameter;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Deciphers texts by the rule of a cipher whose key is known. */
@Component
record RuleDecrypter(DecryptProperties limits, JsonMapper json) {

	private static final String BESIDE_CIPHER = "must be left out beside a cipher, which deciphers by rule";

	private static final String WITHOUT_CIPHER = "goes with a cipher; a model has its own";

	/**
	 * Makes sure that a body with a cipher asks for nothing that only a model has, and
	 * one without a cipher for nothing that only a rule has.
	 * @throws InvalidInput at the first field that has to be left out
	 */
	static void requireOneWay(@Nullable Cipher cipher, @Nullable String model, @Nullable Integer version,
			@Nullable Integer alternatives, @Nullable Alphabet alphabet, @Nullable CharacterRule characters) {
		if (cipher != null) {
			InvalidInput.throwIf(model != null, "/model", BESIDE_CIPHER);
			InvalidInput.throwIf(version != null, "/version", BESIDE_CIPHER);
			InvalidInput.throwIf(alternatives != null, "/alternatives", BESIDE_CIPHER);
		}
		else {
			InvalidInput.throwIf(alphabet != null, "/alphabet", WITHOUT_CIPHER);
			InvalidInput.throwIf(characters != null, "/characters", WITHOUT_CIPHER);
		}
	}

	/** The same for the parameters of a query. */
	static void requireOneWay(@Nullable String cipher, @Nullable String model, @Nullable Integer version,
			@Nullable String alphabet, @Nullable String characters) {
		if (cipher != null && (model != null || version != null)) {
			throw new InvalidParameter((model != null) ? "model" : "version", BESIDE_CIPHER);
		}
		if (cipher == null && (alphabet != null || characters != null)) {
			throw new InvalidParameter((alphabet != null) ? "alphabet" : "characters", WITHOUT_CIPHER);
		}
	}

	/**
	 * Deciphers one text.
	 * @param lineBreaksPass whether CR and LF pass through in every alphabet
	 * @throws InvalidInput with an empty pointer for a text that nothing is enciphered to
	 * @throws Problem 413
	 */
	String decrypt(String text, TextCipher cipher, boolean lineBreaksPass) {
		this.limits.requireMessage(text);
		return cipher.decrypt(text, lineBreaksPass);
	}

	/**
	 * Deciphers several texts.
	 * @throws InvalidInput with pointers relative to the list
	 * @throws Problem 413
	 */
	List<String> decrypt(List<String> texts, TextCipher cipher) {
		this.limits.requireBatch(texts);
		List<String> plaintexts = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			String text = texts.get(i);
			plaintexts.add(InvalidInput.under("/" + i, () -> cipher.decrypt(text, false)));
		}
		return plaintexts;
	}

	/** Deciphers texts of a stream; what is wrong with one is told in its place. */
	List<TextStream.Item> decryptItems(List<TextStream.Item> items, TextCipher cipher) {
		return items.stream().map((item) -> decrypt(item, cipher)).toList();
	}

	private TextStream.Item decrypt(TextStream.Item item, TextCipher cipher) {
		if (item.text() == null) {
			return item;
		}
		try {
			return new TextStream.Item(decrypt(item.text(), cipher, false), null, null);
		}
		catch (InvalidInput ex) {
			return TextStream.Item.failed(ex);
		}
		catch (Problem ex) {
			return TextStream.Item.failed(ex);
		}
	}

	/**
	 * The cipher that a query names in JSON.
	 * @param alphabet a name or JSON, null for the cipher's own
	 * @param characters a name, null for the alphabet's rule
	 * @throws InvalidParameter for a parameter that can't be used
	 */
	TextCipher read(String cipher, @Nullable String alphabet, @Nullable String characters) {
		Cipher named = read("cipher", cipher, Cipher.class, "must be the JSON of a cipher as GET /ciphers lists them");
		Alphabet over = (alphabet != null) ? read("alphabet", quoted(alphabet), Alphabet.class, "is no alphabet")
				: null;
		CharacterRule rule = (characters != null)
				? read("characters", quoted(characters), CharacterRule.class, "must be letters or all") : null;
		try {
			return TextCipher.of(named, over, rule);
		}
		catch (InvalidInput ex) {
			InvalidInput.Fault fault = ex.faults().get(0);
			String name = fault.pointer().split("/")[1];
			throw fault(name, fault.pointer().substring(name.length() + 1), fault.detail());
		}
	}

	private <T> T read(String name, String text, Class<T> type, String otherwise) {
		try {
			T value = this.json.readValue(text, type);
			if (value == null) {
				throw new InvalidParameter(name, otherwise);
			}
			return value;
		}
		catch (JacksonException ex) {
			InvalidInput invalid = InvalidInput.causing(ex);
			if (invalid != null) {
				throw fault(name, invalid.faults().get(0).pointer(), invalid.faults().get(0).detail());
			}
			throw new InvalidParameter(name, (ex instanceof UnrecognizedPropertyException unknown)
					? "has a field that is not known here: " + unknown.getPropertyName() : otherwise);
		}
	}

	/** A name as JSON; JSON stays as it is. */
	private static String quoted(String text) {
		return text.startsWith("{") ? text : JsonMapper.shared().writeValueAsString(text);
	}

	private static InvalidParameter fault(String name, String pointer, String detail) {
		return new InvalidParameter(name, pointer.isEmpty() ? detail : "at " + pointer + ": " + detail);
	}

}
