package dev.decipher.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Native memory that is used again instead of being given back and fetched anew. By
 * default glibc returns freed memory of some size to the system: a training step would
 * fetch the same megabytes again and again, a page fault for each 4 KiB, which takes
 * longer than what it computes.
 */
final class NativeMemory {

	private static final Logger logger = LoggerFactory.getLogger(NativeMemory.class);

	/** {@code M_TRIM_THRESHOLD} of malloc.h: bytes to keep at the end of the heap. */
	private static final int TRIM_THRESHOLD = -1;

	/**
	 * {@code M_MMAP_MAX} of malloc.h: how many blocks may have a mapping of their own.
	 */
	private static final int MMAP_MAX = -4;

	/** {@code M_TOP_PAD} of malloc.h: a heap stays while the one before has less free. */
	private static final int TOP_PAD = -2;

	/** The size of glibc's heaps on 64-bit systems, beyond which it maps nonetheless. */
	private static final int MAX_HEAP = 64 << 20;

	private NativeMemory() {
	}

	/** Has malloc keep what is freed; without glibc, nothing changes but speed. */
	static void keep() {
		if (!Platform.isLinux()) {
			return;
		}
		try {
			Function mallopt = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("mallopt");
			mallopt.invokeInt(new Object[] { MMAP_MAX, 0 });
			mallopt.invokeInt(new Object[] { TRIM_THRESHOLD, MAX_HEAP });
			mallopt.invokeInt(new Object[] { TOP_PAD, MAX_HEAP });
		}
		catch (LinkageError ex) {
			logger.debug("malloc gives memory back that training will need again: {}", ex.toString());
		}
	}

}
