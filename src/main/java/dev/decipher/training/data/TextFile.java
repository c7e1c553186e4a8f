package dev.decipher.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

import dev.decipher.problem.InvalidInput;

import org.springframework.core.io.InputStreamSource;

/**
 * A file of text in UTF-8, with its mark (U+FEFF) or without, or in UTF-16 with its mark.
 *
 * @param mark how many bytes the mark has
 */
record TextFile(InputStreamSource content, Charset charset, int mark) {

	private static final String SAVE_AS_UTF_8 = "save it in UTF-8 (in a spreadsheet: CSV UTF-8)";

	private static final String SAVE_THE_SHEET = "save its sheet as CSV in UTF-8";

	private static final String SAVE_THE_PAIRS = "save the pairs as CSV in UTF-8";

	private static final String UNCOMPRESS = "uncompress it first";

	/** As much of a file as it takes to see that it is no text. */
	private static final int HEAD = 4096;

	private static final int BUFFER = 64 * 1024;

	/** A text that has NUL by mistake has it less often. */
	private static final int BYTES_PER_NUL = 32;

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	/** Files that are no text, by the bytes they begin with in hexadecimal. */
	private enum Binary {

		OLE("d0cf11e0a1b11ae1", "is an Excel workbook (.xls) or another document of Office", SAVE_THE_SHEET),
		ZIP("504b0304", "is a ZIP archive", UNCOMPRESS), GZIP("1f8b", "is compressed with gzip", UNCOMPRESS),
		BZIP2("425a68", "is compressed with bzip2", UNCOMPRESS),
		XZ("fd377a585a00", "is compressed with xz", UNCOMPRESS),
		ZSTANDARD("28b52ffd", "is compressed with Zstandard", UNCOMPRESS),
		SEVEN_ZIP("377abcaf271c", "is a 7z archive", UNCOMPRESS),
		PDF("255044462d", "is a PDF document", SAVE_THE_PAIRS), RTF("7b5c727466", "is an RTF document", SAVE_THE_PAIRS),
		PNG("89504e47", "is an image (PNG)", SAVE_THE_PAIRS), JPEG("ffd8ff", "is an image (JPEG)", SAVE_THE_PAIRS),
		UTF_32_LITTLE("fffe0000", "is UTF-32", SAVE_AS_UTF_8), UTF_32_BIG("0000feff", "is UTF-32", SAVE_AS_UTF_8);

		private final byte[] start;

		private final String kind;

		private final String advice;

		Binary(String start, String kind, String advice) {
			this.start = HexFormat.of().parseHex(start);
			this.kind = kind;
			this.advice = advice;
		}

		private String fault(String head) {
			if (this == ZIP && head.contains("opendocument.spreadsheet")) {
				return "is an OpenDocument spreadsheet (.ods): " + SAVE_THE_SHEET;
			}
			// the names of the first files in it
			if (this == ZIP && Stream.of("[Content_Types].xml", "docProps/", "xl/").anyMatch(head::contains)) {
				return "is an Excel workbook (.xlsx) or another document of Office: " + SAVE_THE_SHEET;
			}
			if (this == ZIP && head.contains(".iwa")) {
				return "is a Numbers spreadsheet: " + SAVE_THE_SHEET;
			}
			return this.kind + ": " + this.advice;
		}

	}

	/**
	 * Looks at how a file begins.
	 * @throws InvalidInput at the empty pointer if it is empty or something else than a
	 * text, or if it can be seen at once that it is in another encoding
	 */
	static TextFile of(InputStreamSource content) throws IOException {
		byte[] head;
		try (InputStream in = content.getInputStream()) {
			head = in.readNBytes(HEAD);
		}
		String bytes = new String(head, StandardCharsets.ISO_8859_1);
		for (Binary binary : Binary.values()) {
			if (bytes.startsWith(new String(binary.start, StandardCharsets.ISO_8859_1))) {
				throw InvalidInput.at("", binary.fault(bytes));
			}
		}
		TextFile file = bytes.startsWith("\u00ef\u00bb\u00bf") ? new TextFile(content, StandardCharsets.UTF_8, 3)
				: bytes.startsWith("\u00ff\u00fe") ? new TextFile(content, StandardCharsets.UTF_16LE, 2)
						: bytes.startsWith("\u00fe\u00ff") ? new TextFile(content, StandardCharsets.UTF_16BE, 2)
								: new TextFile(content, StandardCharsets.UTF_8, 0);
		InvalidInput.throwIf(head.length == file.mark, "", "must not be empty");
		InvalidInput.throwIf(file.isUtf8() && isUtf16(head), "", "is UTF-16 without its mark: " + SAVE_AS_UTF_8);
		String start = new String(head, file.charset).replace("\ufeff", "").stripLeading().toLowerCase(Locale.ROOT);
		InvalidInput.throwIf(start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<table")
				|| start.startsWith("<?xml"), "", "is HTML or XML: " + SAVE_THE_PAIRS);
		InvalidInput.throwIf(start.startsWith("[") && start.substring(1).stripLeading().startsWith("{"), "",
				"is a JSON array: write one object a line (NDJSON), or send the array as data.pairs");
		return file;
	}

	/** Characters of ASCII make every other byte of UTF-16 a NUL. */
	private static boolean isUtf16(byte[] head) {
		int[] nuls = new int[2];
		for (int i = 0; i < head.length; i++) {
			nuls[i % 2] += (head[i] == 0) ? 1 : 0;
		}
		return Math.min(nuls[0], nuls[1]) == 0 && (nuls[0] + nuls[1]) * BYTES_PER_NUL > head.length;
	}

	private boolean isUtf8() {
		return this.charset.equals(StandardCharsets.UTF_8);
	}

	/**
	 * Opens the text behind its mark. Reading throws a
	 * {@link java.nio.charset.CharacterCodingException} at the first bytes that are not
	 * in its encoding, or some thousand before them.
	 */
	BufferedReader open() throws IOException {
		InputStream in = this.content.getInputStream();
		in.skipNBytes(this.mark);
		return new BufferedReader(new InputStreamReader(in, this.charset.newDecoder()));
	}

	/** Finds the first bytes that are not in the encoding, and says where and what. */
	String malformed() throws IOException {
		String encoding = isUtf8() ? "UTF-8" : "UTF-16";
		CharsetDecoder decoder = this.charset.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
		CharBuffer characters = CharBuffer.allocate(BUFFER);
		long line = 1;
		try (InputStream in = this.content.getInputStream()) {
			in.skipNBytes(this.mark);
			while (true) {
				bytes.compact();
				int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
				bytes.position(bytes.position() + read).flip();
				CoderResult result = decoder.decode(bytes, characters, read == 0);
				line += characters.flip().chars().filter((c) -> c == '\n').count();
				characters.clear();
				if (result.isError() || read == 0) {
					return "line " + line + ": is not " + encoding
							+ ((isUtf8() && bytes.hasRemaining()) ? meant(bytes.get()) : "") + ": " + SAVE_AS_UTF_8;
				}
			}
		}
	}

	private static String meant(byte octet) {
		String character = new String(new byte[] { octet }, WINDOWS_1252);
		return Character.isLetterOrDigit(character.charAt(0))
				? " but windows-1252, it seems, where its byte %02X is %s".formatted(octet, character)
				: " (byte %02X)".formatted(octet);
	}

}
