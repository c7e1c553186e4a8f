package dev.decipher.decrypt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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
 * Texts that come and go line by line, in NDJSON: what has arrived is decrypted together,
 * by several threads where it is much, and sent back before more is waited for. There is
 * never more in memory than the buffer, or than the longest line, and what is made of it.
 */
@Component
class TextStream {

	private static final int BUFFER_BYTES = 1 << 18;

	/** Bytes that are worth another thread. */
	private static final int MIN_PART_BYTES = 1 << 13;

	/** Bytes of an answer's line, usually. */
	private static final int LINE_BYTES = 100;

	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

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
	 * errors as they are; is called by several threads at a time
	 * @throws IOException if the connection is lost
	 */
	void transfer(InputStream in, OutputStream out, Function<List<Item>, List<Item>> decrypt) throws IOException {
		byte[] buffer = new byte[BUFFER_BYTES];
		int filled = 0;
		boolean skipping = false; // to the end of a line that is too long
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer, filled, buffer.length - filled)) {
			int end = readMore(in, buffer, filled + count);
			int begin = 0;
			if (skipping) {
				begin = lineEnd(buffer, 0, end);
				skipping = begin == 0;
				begin = skipping ? end : begin;
			}
			int behind = Math.max(begin, lastLineEnd(buffer, filled, end));
			answer(buffer, begin, behind, decrypt, out);
			filled = end - behind;
			System.arraycopy(buffer, behind, buffer, 0, filled);
			if (filled > this.maxLine) {
				out.write(write(List.of(TOO_LONG)));
				out.flush();
				skipping = true;
				filled = 0;
			}
			else if (filled == buffer.length) {
				buffer = Arrays.copyOf(buffer, 2 * buffer.length);
			}
		}
		if (!skipping) {
			answer(buffer, 0, filled, decrypt, out);
		}
	}

	/** Fills a buffer with what has arrived, as far as it goes. */
	private static int readMore(InputStream in, byte[] buffer, int filled) throws IOException {
		int end = filled;
		while (end < buffer.length && in.available() > 0) {
			int count = in.read(buffer, end, buffer.length - end);
			if (count < 0) {
				break;
			}
			end += count;
		}
		return end;
	}

	/** The place behind the first line end, 0 if there is none. */
	private static int lineEnd(byte[] buffer, int begin, int end) {
		for (int at = begin; at < end; at++) {
			if (buffer[at] == '\n') {
				return at + 1;
			}
		}
		return 0;
	}

	/** The place behind the last line end, 0 if there is none. */
	private static int lastLineEnd(byte[] buffer, int begin, int end) {
		int at = end;
		while (at > begin && buffer[at - 1] != '\n') {
			at--;
		}
		return (at > begin) ? at : 0;
	}

	/** Answers lines, in parts that several threads make. */
	private void answer(byte[] buffer, int begin, int end, Function<List<Item>, List<Item>> decrypt, OutputStream out)
			throws IOException {
		int count = Math.max(1, Math.min(PROCESSORS, (end - begin) / MIN_PART_BYTES));
		int[] ends = new int[count + 1];
		ends[0] = begin;
		for (int part = 1; part < count; part++) {
			int middle = Math.max(ends[part - 1], begin + (int) ((long) (end - begin) * part / count));
			ends[part] = Math.max(ends[part - 1], lineEnd(buffer, middle, end));
		}
		ends[count] = end;
		List<byte[]> parts = IntStream.range(0, count)
			.parallel()
			.mapToObj((part) -> write(decrypt.apply(readLines(buffer, ends[part], ends[part + 1]))))
			.toList();
		for (byte[] part : parts) {
			out.write(part);
		}
		if (end > begin) {
			out.flush();
		}
	}

	private List<Item> readLines(byte[] buffer, int begin, int end) {
		List<Item> items = new ArrayList<>();
		int from = begin;
		while (from < end) {
			int behind = lineEnd(buffer, from, end);
			int to = (behind > 0) ? behind - 1 : end;
			read(buffer, from, to, items);
			from = to + 1;
		}
		return items;
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
			InvalidInput invalid = InvalidInput.causing(ex);
			if (invalid != null) {
				return Item.failed(invalid);
			}
			return Item.failed(HttpStatus.BAD_REQUEST.value(),
					(ex instanceof StreamReadException) ? "must be well-formed JSON in UTF-8, with no field twice"
							: "must be an object with the string text, and nothing else");
		}
	}

	/** Writes items as lines. */
	private byte[] write(List<Item> items) {
		ByteArrayOutputStream lines = new ByteArrayOutputStream(LINE_BYTES * items.size());
		try (JsonGenerator json = this.writer.createGenerator(lines)) {
			for (Item item : items) {
				write(item, json);
			}
		}
		return lines.toByteArray();
	}

	private static void write(Item item, JsonGenerator json) {
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

}
