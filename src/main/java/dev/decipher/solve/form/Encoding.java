package dev.decipher.solve.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A way to write a text's bytes in other characters. It counts as one only if what comes
 * out is text, which letters of chance hardly make.
 */
enum Encoding {

	/** RFC 3986's escapes. */
	URL("url", "[^%]*%[0-9A-Fa-f]{2}.*", Encoding::url),

	/** Bytes in 8 bits, or characters of ASCII in 7. */
	BINARY("binary", "[01]{16,}", Encoding::bits),

	/** Bytes in two digits of base 16. */
	HEX("hex", "[0-9A-Fa-f]{10,}", Encoding::hex),

	/** RFC 4648, section 6. */
	BASE32("base32", "[A-Z2-7]{8,}=*", Encoding::base32),

	/** RFC 4648, sections 4 and 5. */
	BASE64("base64", "(?:[A-Za-z0-9+/]{7,}|[A-Za-z0-9_-]{7,})={0,2}", Encoding::base64);

	/** Of the characters of a text so many are letters, digits or blanks. */
	private static final double SHARE_OF_TEXT = 0.7;

	/** Shorter texts have to be text throughout. */
	private static final int LEAST_DIGITS = 16;

	/** The same for bits. */
	private static final int LEAST_BITS = 32;

	private static final Pattern ALL_TEXT = Pattern.compile("[A-Za-z][A-Za-z0-9 ,.!?'-]*");

	private final String form;

	private final Pattern pattern;

	private final Function<String, byte @Nullable []> decoding;

	Encoding(String form, String pattern, Function<String, byte @Nullable []> decoding) {
		this.form = form;
		this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
		this.decoding = decoding;
	}

	/** Its name in answers. */
	String form() {
		return this.form;
	}

	/** The text that is written in another one, if there is such. */
	Optional<String> decode(String text) {
		String compact = (this == URL) ? text : compact(text);
		if (!this.pattern.matcher(compact).matches()) {
			return Optional.empty();
		}
		byte[] bytes = this.decoding.apply(compact);
		boolean isShort = this != URL && compact.length() < ((this == BINARY) ? LEAST_BITS : LEAST_DIGITS);
		return (bytes != null) ? text(bytes).filter((inner) -> !isShort || ALL_TEXT.matcher(inner).matches())
				: Optional.empty();
	}

	/** Digits without blanks, and without what programs put before them. */
	private String compact(String text) {
		String compact = text.replaceAll("\\s+", "");
		return (this == HEX) ? compact.replaceAll("0[xX]|\\\\x|[:,-]", "")
				: (this == BINARY) ? compact.replaceAll("0b|[,_]", "") : compact;
	}

	private static Optional<String> text(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			int all = text.codePointCount(0, text.length());
			boolean control = text.codePoints()
				.anyMatch((codePoint) -> (Character.isISOControl(codePoint) && !Character.isWhitespace(codePoint))
						|| !Character.isDefined(codePoint));
			long read = text.codePoints()
				.filter((codePoint) -> Character.isLetterOrDigit(codePoint) || Character.isWhitespace(codePoint))
				.count();
			boolean isText = read >= SHARE_OF_TEXT * all || ALL_TEXT.matcher(text).matches();
			return (all > 0 && !control && isText) ? Optional.of(text) : Optional.empty();
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static byte @Nullable [] url(String text) {
		try {
			// forms write + for a blank
			String blanks = text.codePoints().anyMatch(Character::isWhitespace) ? text : text.replace('+', ' ');
			return new PercentCodec().decode(blanks.getBytes(StandardCharsets.UTF_8));
		}
		catch (DecoderException ex) {
			return null;
		}
	}

	private static byte @Nullable [] bits(String text) {
		int bits = (text.length() % 8 == 0) ? 8 : (text.length() % 7 == 0) ? 7 : 0;
		if (bits == 0) {
			return null;
		}
		byte[] bytes = new byte[text.length() / bits];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) Integer.parseInt(text, bits * i, bits * (i + 1), 2);
		}
		return bytes;
	}

	private static byte @Nullable [] hex(String text) {
		try {
			return Hex.decodeHex(text);
		}
		catch (DecoderException ex) {
			return null;
		}
	}

	private static byte @Nullable [] base32(String text) {
		try {
			byte[] bytes = new Base32().decode(text);
			return isWhole(text, new Base32().encodeToString(bytes)) ? bytes : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static byte @Nullable [] base64(String text) {
		try {
			byte[] bytes = new Base64().decode(text);
			return isWhole(text.replace('-', '+').replace('_', '/'), new Base64().encodeToString(bytes)) ? bytes : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Whether nothing of a text is lost in its bytes. */
	private static boolean isWhole(String text, String again) {
		return text.replace("=", "").equals(again.replace("=", ""));
	}

}
