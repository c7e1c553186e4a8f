package dev.decipher.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded file of pairs is written, as its first rows show.
 *
 * @param separator what stands between two columns, NUL where a line is a JSON object
 * @param first rows before the first pair
 * @param header whether the last of these names the columns
 * @param columns how many there are, of which two are the ciphertext's and the
 * plaintext's
 */
record PairFileFormat(char separator, int first, boolean header, int columns, int ciphertext, int plaintext) {

	private static final PairFileFormat NDJSON = new PairFileFormat('\0', 0, true, 0, 0, 0);

	private static final String CIPHERTEXT = "ciphertext";

	private static final String PLAINTEXT = "plaintext";

	/** The rarest in texts comes first, as any of them may be in a text too. */
	private static final char[] SEPARATORS = { '\t', ';', ',' };

	/** Rows to look at. */
	private static final int SAMPLE = 20;

	/**
	 * Looks at the first rows of a file.
	 * @throws InvalidInput at the empty pointer if they aren't pairs
	 */
	static PairFileFormat of(TextFile file) throws IOException {
		try (BufferedReader reader = file.open()) {
			int first = reader.read();
			while (first >= 0 && (Character.isWhitespace(first) || first == '\ufeff')) {
				first = reader.read();
			}
			if (first == '{') {
				return NDJSON;
			}
		}
		PairFileFormat best = null;
		long most = 0;
		for (char separator : SEPARATORS) {
			List<List<String>> rows = rows(file, separator);
			PairFileFormat format = of(rows, separator);
			if (format != null && format.header) {
				return format;
			}
			long pairs = (format != null) ? rows.stream().filter((row) -> format.fault(row) == null).count() : 0;
			if (pairs > most) {
				best = format;
				most = pairs;
			}
		}
		if (best == null) {
			throw InvalidInput.at("",
					"must begin with a header that names the columns ciphertext and plaintext once each, or have "
							+ "these two columns alone, with tabs, semicolons or commas between");
		}
		return best;
	}

	private static List<List<String>> rows(TextFile file, char separator) throws IOException {
		List<List<String>> rows = new ArrayList<>();
		try (Reader reader = file.open()) {
			Iterator<CsvRecord> records = records(reader, separator).iterator();
			while (rows.size() < SAMPLE && records.hasNext()) {
				rows.add(records.next().getFields());
			}
		}
		catch (CsvParseException ex) {
			// the rows before it do
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return rows;
	}

	/** The format if columns are so separated; null if they aren't. */
	private static @Nullable PairFileFormat of(List<List<String>> rows, char separator) {
		// a line sep=; tells some spreadsheets the separator
		boolean told = !rows.isEmpty() && rows.get(0).equals(List.of("sep=", ""));
		List<List<String>> filled = rows.stream().skip(told ? 1 : 0).filter((row) -> !isEmpty(row)).toList();
		if (filled.isEmpty()) {
			return null;
		}
		List<String> names = filled.get(0).stream().map(PairFileFormat::name).toList();
		int ciphertext = names.indexOf(CIPHERTEXT);
		int plaintext = names.indexOf(PLAINTEXT);
		if (ciphertext >= 0 || plaintext >= 0) {
			boolean once = ciphertext == names.lastIndexOf(CIPHERTEXT) && plaintext == names.lastIndexOf(PLAINTEXT);
			return (ciphertext >= 0 && plaintext >= 0 && once) ? new PairFileFormat(separator,
					rows.indexOf(filled.get(0)) + 1, true, names.size(), ciphertext, plaintext) : null;
		}
		PairFileFormat format = new PairFileFormat(separator, told ? 1 : 0, false, 2, 0, 1);
		// a few others are at fault
		long pairs = filled.stream().filter((row) -> format.fault(row) == null).count();
		return (format.fault(filled.get(0)) == null && 2 * pairs > filled.size()) ? format : null;
	}

	/** The name of a column, whatever its case and what stands around or within. */
	private static String name(String field) {
		return field.replaceAll("[\\s\\p{Z}\\p{P}\ufeff]", "").toLowerCase(Locale.ROOT);
	}

	/** Whether a row is as a spreadsheet writes an empty one. */
	static boolean isEmpty(List<String> row) {
		return row.stream().allMatch(String::isEmpty);
	}

	/** Reads rows; empty lines are none. */
	static CsvReader<CsvRecord> records(Reader reader, char separator) {
		return CsvReader.builder()
			.fieldSeparator(separator)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.allowExtraCharsAfterClosingQuote(false)
			.allowUnclosedQuote(false)
			.trimWhitespacesAroundQuotes(true)
			.maxBufferSize(2 * PairFile.MAX_ROW)
			.build(CsvRecordHandler.builder().maxFieldSize(PairFile.MAX_ROW).maxRecordSize(PairFile.MAX_ROW).build(),
					reader);
	}

	boolean isNdjson() {
		return equals(NDJSON);
	}

	/**
	 * Why a row is no pair, null if it is one. Spreadsheets leave empty fields at a row's
	 * end out, or write more of them than there are columns.
	 */
	@Nullable String fault(List<String> row) {
		int count = row.size();
		if (count > Math.max(this.ciphertext, this.plaintext)
				&& row.stream().skip(this.columns).allMatch(String::isEmpty)) {
			return null;
		}
		return "has %d %s, and %s has %d".formatted(count, (count == 1) ? "field" : "fields",
				this.header ? "the header" : "a pair", this.columns);
	}

}
