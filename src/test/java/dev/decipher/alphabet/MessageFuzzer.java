package dev.decipher.alphabet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that an alphabet, or tokens, read is written as it would be read again. The
 * first line is the symbols in JSON, the second a layout in JSON or empty, the rest the
 * text.
 */
public final class MessageFuzzer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private MessageFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		// of bytes that are no UTF-8 come lone surrogates
		String[] lines = new String(input, StandardCharsets.UTF_8).replace('\ufffd', '\ud800').split("\n", 3);
		Symbols symbols = (lines.length == 3) ? parsed(lines[0], Symbols.class) : null;
		if (symbols == null) {
			return;
		}
		try {
			CiphertextLayout layout = parsed(lines[1], CiphertextLayout.class);
			CiphertextFormat.Reading reading = new CiphertextFormat(symbols, layout).read(lines[2], input[0] % 2 == 0);
			for (int[] read : reading.inputs()) {
				for (int symbol : read) {
					if (symbol < 0 || symbol >= new CiphertextFormat(symbols, layout).size()) {
						throw new IllegalStateException("a symbol " + symbol);
					}
				}
			}
			Message message = reading.body();
			String written = message.write(message.symbols(), symbols);
			int[] again = symbols.read(written, false).symbols();
			boolean same = symbols instanceof Tokens || ((Alphabet) symbols).isForeignPassedThrough();
			if (same && !Arrays.equals(again, message.symbols())) {
				throw new IllegalStateException("written as " + written);
			}
		}
		catch (InvalidInput ex) {
			// refused
		}
	}

	/** Null for what is refused, as Jackson wraps it. */
	private static <T> @Nullable T parsed(String json, Class<T> type) {
		try {
			return json.isBlank() ? null : JSON.readValue(json, type);
		}
		catch (JacksonException ex) {
			if (ex.getCause() == null || ex.getCause() instanceof InvalidInput
					|| ex.getCause() instanceof JacksonException) {
				return null;
			}
			throw ex;
		}
	}

}
