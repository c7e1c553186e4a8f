package dev.decipher.cipher;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** Numbers that have no divisor in common with another, and so an inverse modulo that. */
public final class Coprimes {

	private Coprimes() {
	}

	/** Whether two numbers have no divisor in common but 1. */
	public static boolean areCoprime(int one, int other) {
		return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).equals(BigInteger.ONE);
	}

	/** The numbers from 1 to below a size that are coprime to it, in ascending order. */
	public static int[] of(int size) {
		return IntStream.range(1, size).filter((number) -> areCoprime(number, size)).toArray();
	}

}
