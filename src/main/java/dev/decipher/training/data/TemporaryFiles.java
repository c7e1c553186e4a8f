package dev.decipher.training.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files for what is too large for memory, below the data folder. Each goes when it is
 * closed; on a POSIX system it has no name from the start, so that it goes with the
 * process too.
 *
 * @param folder made when it is needed
 */
public record TemporaryFiles(Path folder) {

	/** Opens a new, empty file to read and write. */
	FileChannel open() throws IOException {
		Files.createDirectories(this.folder);
		return FileChannel.open(this.folder.resolve("pairs-" + UUID.randomUUID()), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
	}

}
