package dev.decipher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.decipher.problem.InvalidInput;
import picocli.CommandLine.Parameters;

/** A text in a file, or on standard input. */
public final class TextArgument {

	/** No text that is taken has more: four of each of a million symbols. */
	private static final int MAX_BYTES = 4_000_100;

	private static final String TEXT = "/text";

	@Parameters(index = "0", paramLabel = "FILE|-",
			description = "The text, in UTF-8; - for standard input. The line " + "break at its end is no part of it")
	private String file;

	/**
	 * Reads it.
	 * @throws InvalidInput at {@code /text} if it is no text
	 */
	public String read() {
		return read(this.file, TEXT, MAX_BYTES).replaceFirst("\\R\\z", "");
	}

	/**
	 * Reads a text.
	 * @param file its name, or - for standard input
	 * @param pointer the place in the request that it is for
	 * @throws InvalidInput there if it is no text of so many bytes at most
	 */
	public static String read(String file, String pointer, int maxBytes) {
		byte[] bytes = bytes(file, pointer, maxBytes + 1);
		InvalidInput.throwIf(bytes.length > maxBytes, pointer, "has more than %,d bytes".formatted(maxBytes));
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			// some editors begin files with a sign of their encoding
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at(pointer, "is not UTF-8");
		}
	}

	private static byte[] bytes(String file, String pointer, int limit) {
		try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(path(file, pointer))) {
			return in.readNBytes(limit);
		}
		catch (IOException ex) {
			throw InvalidInput.at(pointer, "can't be read from " + file + ": " + ex.getMessage());
		}
	}

	/**
	 * The path of a file that is there.
	 * @throws InvalidInput at the pointer if it isn't
	 */
	public static Path path(String file, String pointer) {
		Path path = Path.of(file);
		InvalidInput.throwIf(!Files.exists(path), pointer, "can't be read: there is no file " + file);
		InvalidInput.throwIf(Files.isDirectory(path), pointer, "can't be read: " + file + " is a folder");
		return path;
	}

}
