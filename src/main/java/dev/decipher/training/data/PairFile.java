package dev.decipher.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.decipher.problem.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;

/**
 * Pairs in an uploaded file, read a row at a time:
 * <ul>
 * <li>CSV (RFC 4180), or the same with semicolons or tabs, under a header that names the
 * columns {@code ciphertext} and {@code plaintext} in any order and case; other columns
 * are left out;
 * <li>the same without a header: then there are two columns, the first of which has the
 * ciphertexts;
 * <li>or NDJSON, an object of these two strings a line.
 * </ul>
 * Its content alone tells which, in the encodings that {@link TextFile} has. Lines end in
 * LF or CRLF. Empty lines are skipped, and rows of empty fields, which spreadsheets write
 * in their place.
 */
public record PairFile(InputStreamSource content, JsonMapper json) implements PairInput {

	/** Characters of a row. */
	static final int MAX_ROW = 1_000_000;

	@Override
	public void forEach(Visitor visitor) throws IOException {
		TextFile file = TextFile.of(this.content);
		PairFaults faults = new PairFaults();
		try {
			PairFileFormat format = PairFileFormat.of(file);
			try (BufferedReader reader = file.open()) {
				if (format.isNdjson()) {
					readLines(reader, faults, visitor);
				}
				else {
					readRecords(reader, format, faults, visitor);
				}
			}
		}
		catch (CharacterCodingException ex) {
			throw faults.end(file.malformed());
		}
		faults.throwIfAny();
	}

	@Override
	public boolean isHeaderless() throws IOException {
		return !PairFileFormat.of(TextFile.of(this.content)).header();
	}

	private void readLines(Reader reader, PairFaults faults, Visitor visitor) throws IOException {
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
		InvalidInput invalid = InvalidInput.causing(ex);
		if (invalid != null) {
			return invalid;
		}
		return InvalidInput.at("", (ex instanceof StreamReadException) ? "is not well-formed JSON, or has a field twice"
				: "must be an object with the strings ciphertext and plaintext, and nothing else");
	}

	private static void readRecords(Reader reader, PairFileFormat format, PairFaults faults, Visitor visitor)
			throws IOException {
		long line = 0;
		try {
			Iterator<CsvRecord> records = PairFileFormat.records(reader, format.separator()).iterator();
			for (int before = format.first(); before > 0; before--) {
				line = records.next().getStartingLineNumber();
			}
			while (records.hasNext()) {
				CsvRecord row = records.next();
				line = row.getStartingLineNumber();
				if (!PairFileFormat.isEmpty(row.getFields())) {
					faults.look(line(line), () -> {
						String fault = format.fault(row.getFields());
						InvalidInput.throwIf(fault != null, "", String.valueOf(fault));
						visitor.visit(row.getField(format.ciphertext()), row.getField(format.plaintext()));
					});
				}
			}
		}
		catch (CsvParseException ex) {
			throw faults.end("after line " + line + ": " + reason(ex));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
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

}
