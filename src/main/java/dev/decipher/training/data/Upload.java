package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;

/** The files that came beside a request. */
public record Upload(@Nullable PairInput pairs, @Nullable InputStreamSource corpus) {

	public static final Upload NONE = new Upload(null, null);

	/** A text that is there already, as if it came in a file. */
	public static InputStreamSource textOf(String text) {
		return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
