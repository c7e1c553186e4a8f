package dev.decipher.decrypt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Texts that come and go line by line, in NDJSON: what has arrived is decrypted together
 * and sent back before more is waited for, so that there is never more in memory than the
 * web server hands over at a time, or than the longest line.
 */
@Component
class TextStream {

	private static final int BUFFER_BYTES = 1 << 16;

	/** Bytes of a symbol at most: two escapes such as the six characters \ud83d. */
	private static final int MAX_SYMBOL_BYTES = 12;

	/** Bytes that a line may have around its text. */
	private static final int MAX_BYTES_AROUND_TEXT = 1000;

	private static final Item TOO_LONG = Item.failed(HttpStatus.CONTENT_TOO_LARGE.value(), "the line is too long");

	private final ObjectReader reader;

	private final ObjectWriter writer;

	private final int maxLine;

	TextStream(JsonMapper json, DecryptProperties limits) {
		this.reader = json.readerFor(TextLine.class);
		this.writer = json.writer().withRootValueSeparator("");
		this.maxLine = (int) Math.min(Integer.MAX_VALUE / 4,
				(long) MAX_SYMBOL_BYTES * limits.maxSymbols() + MAX_BYTES_AROUND_TEXT);
	}

	@Schema(description = "A line of a stream: a text to decrypt")
	record TextLine(@Nullable @Schema(description = "The ciphertext", example = "ERPDRF",
			requiredMode = Schema.RequiredMode.REQUIRED, types = "string") String text) {
	}

	@Schema(description = "A line of a stream: a decrypted text, or why there is none")
	record ResultLine(
			@Nullable @Schema(description = "The plaintext", example = "SECRET", types = "string") String text,
			@Schema(description = "Mean probability of the chosen symbols; null where the network saw none", types = {
					"number", "null" }, example = "0.999") @Nullable Float confidence,
			@Nullable @Schema(description = "What is wrong with the line") LineError error){
	}

	@Schema(description = "What is wrong with a line")
	record LineError(@Schema(description = "The status that such a request would have", example = "400") int status,
			@Schema(description = "What is wrong", example = "must be well-formed JSON") String detail) {
	}

	/**
	 * A text, or what became of it.
	 *
	 * @param text a ciphertext or a plaintext; null for an error
	 */
	record Item(@Nullable String text, @Nullable Float confidence, @Nullable LineError error) {

		static Item failed(int status, String detail) {
			return new Item(null, null, new LineError(status, detail));
		}

		static Item failed(InvalidInput ex) {
			return failed(HttpStatus.BAD_REQUEST.value(), ex.faults().get(0).detail());
		}

		static Item failed(Problem ex) {
			return failed(ex.status().value(), ex.detail());
		}

	}

	/**
	 * Reads lines to the end and writes one for each that isn't blank.
	 * @param decrypt makes of items with ciphertexts items with plaintexts, and leaves
	 * errors as they are
	 * @throws IOException if the connection is lost
	 */
	void transfer(InputStream in, OutputStream out, Function<List<Item>, List<Item>> decrypt) throws IOException {
		ByteArrayOutputStream lines = new ByteArrayOutputStream(BUFFER_BYTES);
		byte[] buffer = new byte[BUFFER_BYTES];
		int filled = 0;
		boolean skipping = false; // to the end of a line that is too long
		List<Item> items = new ArrayList<>();
		try (JsonGenerator json = this.writer.createGenerator(lines)) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer, filled, buffer.length - filled)) {
				int begin = 0;
				int end = filled + count;
				for (int at = filled; at < end; at++) {
					if (buffer[at] == '\n') {
						if (!skipping) {
							read(buffer, begin, at, items);
						}
						skipping = false;
						begin = at + 1;
					}
				}
				filled = skipping ? 0 : end - begin;
				System.arraycopy(buffer, begin, buffer, 0, filled);
				if (filled > this.maxLine) {
					items.add(TOO_LONG);
					skipping = true;
					filled = 0;
				}
				else if (filled == buffer.length) {
					buffer = Arrays.copyOf(buffer, 2 * buffer.length);
				}
				send(decrypt.apply(items), json, lines, out);
				items.clear();
			}
			if (!skipping) {
				read(buffer, 0, filled, items);
			}
			send(decrypt.apply(items), json, lines, out);
		}
	}

	private void read(byte[] buffer, int begin, int end, List<Item> items) {
		int at = begin;
		while (at < end && (buffer[at] == ' ' || buffer[at] == '\t' || buffer[at] == '\r')) {
			at++;
		}
		if (at < end) {
			items.add(read(buffer, at, end - at));
		}
	}

	private Item read(byte[] buffer, int offset, int length) {
		try {
			TextLine line = this.reader.readValue(buffer, offset, length);
			return (line != null && line.text() != null) ? new Item(line.text(), null, null)
					: Item.failed(HttpStatus.BAD_REQUEST.value(), "must be an object with the string text");
		}
		catch (JacksonException ex) {
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof InvalidInput invalid) {
					return Item.failed(invalid);
				}
			}
			return Item.failed(HttpStatus.BAD_REQUEST.value(),
					(ex instanceof StreamReadException) ? "must be well-formed JSON in UTF-8, with no field twice"
							: "must be an object with the string text, and nothing else");
		}
	}

	private static void send(List<Item> items, JsonGenerator json, ByteArrayOutputStream lines, OutputStream out)
			throws IOException {
		if (items.isEmpty()) {
			return;
		}
		for (Item item : items) {
			json.writeStartObject();
			LineError error = item.error();
			if (error != null) {
				json.writeObjectPropertyStart("error");
				json.writeNumberProperty("status", error.status());
				json.writeStringProperty("detail", error.detail());
				json.writeEndObject();
			}
			else {
				json.writeStringProperty("text", item.text());
				json.writeName("confidence");
				if (item.confidence() != null) {
					json.writeNumber(item.confidence());
				}
				else {
					json.writeNull();
				}
			}
			json.writeEndObject();
			json.writeRaw('\n');
		}
		json.flush();
		lines.writeTo(out);
		lines.reset();
		out.flush();
	}

}
