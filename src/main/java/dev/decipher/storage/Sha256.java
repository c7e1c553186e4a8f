package dev.decipher.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests the bytes that are written to it, and passes them on. */
public final class Sha256 extends DigestOutputStream {

	private long size;

	/** Keeps nothing of what is written. */
	public Sha256() {
		this(OutputStream.nullOutputStream());
	}

	public Sha256(OutputStream out) {
		super(out, digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	@Override
	public void write(int octet) throws IOException {
		super.write(octet);
		this.size++;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		super.write(bytes, offset, length);
		this.size += length;
	}

	/** How many bytes were written. */
	public long size() {
		return this.size;
	}

	/** The SHA-256 of some bytes, in hexadecimal digits. */
	public static String of(byte[] bytes) {
		return HexFormat.of().formatHex(digest().digest(bytes));
	}

	/** The SHA-256 of what was written, in hexadecimal digits; ends the digest. */
	public String hex() {
		return HexFormat.of().formatHex(getMessageDigest().digest());
	}

}
