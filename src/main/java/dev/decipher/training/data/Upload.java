package dev.decipher.training.data;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;

/** The files that came beside a request. */
public record Upload(@Nullable PairInput pairs, @Nullable InputStreamSource corpus) {

	public static final Upload NONE = new Upload(null, null);

}
