package dev.decipher.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/**
 * Pairs in an uploaded file, read a row at a time:
 * <ul>
 * <li>CSV (RFC 4180) or the same with tabs, under a header that names the columns
 * {@code ciphertext} and {@code plaintext} in any order; other columns are left out;
 * <li>or NDJSON, an object of these two strings a line.
 * </ul>
 * It is UTF-8, with a byte order mark or without, and lines end in LF or CRLF. Empty
 * lines are skipped.
 */
public record PairFile(InputStreamSource content, PairFileFormat format, JsonMapper json) implements PairInput {

	/** Characters of a row. */
	static final int MAX_ROW = 1_000_000;

	private static final String CIPHERTEXT = "ciphertext";

	private static final String PLAINTEXT = "plaintext";

	/**
	 * A file in the format that it seems to have.
	 * @throws HttpMediaTypeNotSupportedException if it is something else
	 */
	public static PairFile of(InputStreamSource content, @Nullable String contentType, @Nullable String name,
			JsonMapper json) throws IOException, HttpMediaTypeNotSupportedException {
		return new PairFile(content, PairFileFormat.of(content, contentType, name), json);
	}

	@Override
	public void forEach(Visitor visitor) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(this.content.getInputStream(), StandardCharsets.UTF_8.newDecoder()))) {
			skipByteOrderMark(reader);
			if (this.format == PairFileFormat.NDJSON) {
				readLines(reader, visitor);
			}
			else {
				readRecords(reader, visitor);
			}
		}
	}

	private static void skipByteOrderMark(BufferedReader reader) throws IOException {
		try {
			reader.mark(1);
			int first = reader.read();
			if (first < 0) {
				throw InvalidInput.at("", "must not be empty");
			}
			if (first != '\ufeff') {
				reader.reset();
			}
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at("", "is not UTF-8");
		}
	}

	private void readLines(Reader reader, Visitor visitor) throws IOException {
		PairFaults faults = new PairFaults();
		Lines lines = new Lines(reader, MAX_ROW);
		try {
			for (String line = lines.next(); line != null; line = lines.next()) {
				String text = line;
				if (!text.isBlank()) {
					faults.look(line(lines.number()), () -> {
						DataRequest.Pair pair = pair(text);
						visitor.visit(pair.ciphertext(), pair.plaintext());
					});
				}
			}
		}
		catch (Lines.TooLong ex) {
			throw faults.end(line(lines.number()) + tooLong());
		}
		catch (CharacterCodingException ex) {
			throw faults.end(notUtf8(lines.number()));
		}
		faults.throwIfAny();
	}

	private DataRequest.Pair pair(String line) {
		DataRequest.Pair pair;
		try {
			pair = this.json.readValue(line, DataRequest.Pair.class);
		}
		catch (JacksonException ex) {
			throw fault(ex);
		}
		if (pair == null || pair.ciphertext() == null || pair.plaintext() == null) {
			throw InvalidInput.at("", "must be an object with the strings ciphertext and plaintext");
		}
		return pair;
	}

	private static InvalidInput fault(JacksonException ex) {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidInput invalid) {
				return invalid;
			}
		}
		return InvalidInput.at("", (ex instanceof StreamReadException) ? "is not well-formed JSON, or has a field twice"
				: "must be an object with the strings ciphertext and plaintext, and nothing else");
	}

	private void readRecords(Reader reader, Visitor visitor) throws IOException {
		PairFaults faults = new PairFaults();
		Columns columns = null;
		long line = 0;
		try {
			Iterator<CsvRecord> records = records(reader).iterator();
			while (records.hasNext()) {
				CsvRecord row = records.next();
				line = row.getStartingLineNumber();
				if (columns == null) {
					columns = Columns.of(row);
					continue;
				}
				Columns header = columns;
				faults.look(line(line), () -> {
					header.requireAll(row);
					visitor.visit(row.getField(header.ciphertext()), row.getField(header.plaintext()));
				});
			}
		}
		catch (CsvParseException ex) {
			if (columns == null) {
				throw Columns.missing("");
			}
			throw faults.end("after line " + line + ": " + reason(ex));
		}
		catch (UncheckedIOException ex) {
			if (ex.getCause() instanceof CharacterCodingException) {
				throw faults.end(notUtf8(line));
			}
			throw ex.getCause();
		}
		faults.throwIfAny();
		if (columns == null) {
			throw InvalidInput.at("", "must not be empty");
		}
	}

	private CsvReader<CsvRecord> records(Reader reader) {
		return CsvReader.builder()
			.fieldSeparator((this.format == PairFileFormat.TSV) ? '\t' : ',')
			.allowExtraFields(true)
			.allowMissingFields(true)
			.allowExtraCharsAfterClosingQuote(false)
			.allowUnclosedQuote(false)
			.maxBufferSize(2 * MAX_ROW)
			.build(CsvRecordHandler.builder().maxFieldSize(MAX_ROW).maxRecordSize(MAX_ROW).build(), reader);
	}

	/** Where the two columns are, among so many. */
	private record Columns(int ciphertext, int plaintext, int count) {

		static Columns of(CsvRecord header) {
			List<String> names = header.getFields().stream().map(String::strip).toList();
			Columns columns = new Columns(names.indexOf(CIPHERTEXT), names.indexOf(PLAINTEXT), names.size());
			if (columns.ciphertext < 0 || columns.plaintext < 0 || columns.ciphertext != names.lastIndexOf(CIPHERTEXT)
					|| columns.plaintext != names.lastIndexOf(PLAINTEXT)) {
				throw missing(line(header.getStartingLineNumber()));
			}
			return columns;
		}

		static InvalidInput missing(String where) {
			return InvalidInput.at("",
					where + "must begin with a header that names the columns ciphertext and plaintext once each");
		}

		void requireAll(CsvRecord row) {
			if (row.getFieldCount() != this.count) {
				throw InvalidInput.at("", "has %d %s, and the header has %d".formatted(row.getFieldCount(),
						(row.getFieldCount() == 1) ? "field" : "fields", this.count));
			}
		}

	}

	private static String reason(CsvParseException ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		String message = String.valueOf(cause.getMessage());
		return (message.contains("maximum") || message.contains("exceed")) ? tooLong()
				: "has a quote that is not closed, or characters behind a closing quote";
	}

	private static String line(long number) {
		return "line " + number + ": ";
	}

	private static String tooLong() {
		return "a row has more than %,d characters".formatted(MAX_ROW);
	}

	private static String notUtf8(long line) {
		return "after line " + line + ": is not UTF-8";
	}

}
