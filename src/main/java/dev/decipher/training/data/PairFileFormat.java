package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/**
 * How an uploaded file of pairs is written: as its media type says or, where that says
 * nothing, its name, or else its first line.
 */
enum PairFileFormat {

	CSV, TSV, NDJSON;

	/** As much as it takes to see the format. */
	private static final int MAX_FIRST_LINE = 4096;

	private static final List<MediaType> SUPPORTED = List.of(MediaType.parseMediaType("text/csv"),
			MediaType.parseMediaType("text/tab-separated-values"), MediaType.APPLICATION_NDJSON, MediaType.TEXT_PLAIN,
			MediaType.APPLICATION_OCTET_STREAM);

	static PairFileFormat of(InputStreamSource content, @Nullable String contentType, @Nullable String name)
			throws IOException, HttpMediaTypeNotSupportedException {
		PairFileFormat format = byMediaType(contentType);
		format = (format != null) ? format : byName(name);
		return (format != null) ? format : byFirstLine(content);
	}

	private static @Nullable PairFileFormat byMediaType(@Nullable String contentType)
			throws HttpMediaTypeNotSupportedException {
		if (!StringUtils.hasText(contentType)) {
			return null;
		}
		MediaType type;
		Charset charset;
		try {
			type = MediaType.parseMediaType(contentType);
			charset = type.getCharset();
		}
		catch (IllegalArgumentException ex) {
			throw new HttpMediaTypeNotSupportedException((MediaType) null, SUPPORTED);
		}
		if (charset != null && !charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)) {
			throw new HttpMediaTypeNotSupportedException(type, SUPPORTED);
		}
		return switch (type.getType() + "/" + type.getSubtype()) {
			case "text/csv" -> CSV;
			case "text/tab-separated-values" -> TSV;
			case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" -> NDJSON;
			// the last is what a browser on Windows says of a CSV file
			case "text/plain", "application/octet-stream", "application/vnd.ms-excel" -> null;
			default -> throw new HttpMediaTypeNotSupportedException(type, SUPPORTED);
		};
	}

	private static @Nullable PairFileFormat byName(@Nullable String name) {
		String extension = StringUtils.getFilenameExtension(name);
		return switch ((extension != null) ? extension.toLowerCase(Locale.ROOT) : "") {
			case "csv" -> CSV;
			case "tsv", "tab" -> TSV;
			case "ndjson", "jsonl" -> NDJSON;
			default -> null;
		};
	}

	private static PairFileFormat byFirstLine(InputStreamSource content) throws IOException {
		byte[] start;
		try (InputStream in = content.getInputStream()) {
			start = in.readNBytes(MAX_FIRST_LINE);
		}
		String first = new String(start, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
		if (first.startsWith("{")) {
			return NDJSON;
		}
		return first.lines().findFirst().orElse("").contains("\t") ? TSV : CSV;
	}

}
