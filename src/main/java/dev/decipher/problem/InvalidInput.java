package dev.decipher.problem;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be used: the client is answered 400 with a JSON pointer (RFC 6901) to
 * each place that is wrong. A pointer is relative to the value that the thrower was
 * given; whoever holds the surrounding document puts its own part in front with
 * {@link #under}.
 */
public final class InvalidInput extends RuntimeException {

	private final transient List<Fault> faults;

	public InvalidInput(List<Fault> faults) {
		super(faults.stream().map((fault) -> fault.pointer() + ": " + fault.detail()).toList().toString());
		this.faults = List.copyOf(faults);
	}

	/**
	 * One wrong place.
	 *
	 * @param pointer a JSON pointer, empty for the whole value
	 * @param detail what is wrong with it, as a phrase: "must be between 1 and 4096"
	 */
	public record Fault(String pointer, String detail) {
	}

	public static InvalidInput at(String pointer, String detail) {
		return new InvalidInput(List.of(new Fault(pointer, detail)));
	}

	/** Refuses one place if there is something wrong with it. */
	public static void throwIf(boolean fault, String pointer, String detail) {
		if (fault) {
			throw at(pointer, detail);
		}
	}

	/**
	 * Calls something that looks at a part of a document and, should it refuse that part,
	 * moves its pointers to where the part stands.
	 * @param <T> what the call returns
	 * @param prefix the JSON pointer of the part, such as {@code /data/cipher}
	 * @param call what looks at the part
	 * @return what the call returned
	 */
	public static <T> T under(String prefix, Supplier<T> call) {
		try {
			return call.get();
		}
		catch (InvalidInput ex) {
			throw ex.under(prefix);
		}
	}

	/**
	 * The fault that an exception was thrown for, as by a constructor that JSON was read
	 * with.
	 * @return null if there is none among its causes
	 */
	public static @Nullable InvalidInput causing(Throwable exception) {
		for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidInput invalid) {
				return invalid;
			}
		}
		return null;
	}

	public InvalidInput under(String prefix) {
		return new InvalidInput(
				this.faults.stream().map((fault) -> new Fault(prefix + fault.pointer(), fault.detail())).toList());
	}

	public List<Fault> faults() {
		return this.faults;
	}

}
