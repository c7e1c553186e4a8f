package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/** The files that came beside a request. */
public record Upload(@Nullable PairInput pairs, @Nullable Content corpus) {

	public static final Upload NONE = new Upload(null, null);

	/** A file's bytes, from the first at each call. */
	public interface Content {

		InputStream open() throws IOException;

	}

}
