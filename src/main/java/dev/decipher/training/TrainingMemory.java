package dev.decipher.training;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import dev.decipher.network.NetworkConfig;
import dev.decipher.problem.InvalidInput;
import dev.decipher.training.data.Source;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Knows how large a network and how much memory a job may have, and refuses more before
 * it takes the service down.
 */
@Component
class TrainingMemory {

	/** Memory of the process beside heap and networks: libraries, classes, stacks. */
	private static final long PROCESS_BYTES = DataSize.ofMegabytes(512).toBytes();

	/** A job may take this in any case: enough for small networks. */
	private static final long MIN_BYTES = DataSize.ofMegabytes(128).toBytes();

	/** The share of the heap that training may fill. */
	private static final double MAX_HEAP_SHARE = 0.7;

	private final long maxParameters;

	private final long nativeBytes;

	private final long heapBytes;

	TrainingMemory(TrainingProperties properties) {
		this.maxParameters = (properties.maxParameters() != null) ? properties.maxParameters() : Long.MAX_VALUE;
		// the container's limit where there is one
		long machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
		long heap = Runtime.getRuntime().maxMemory();
		this.nativeBytes = (properties.maxMemory() != null) ? properties.maxMemory().toBytes()
				: Math.max(MIN_BYTES, machine - heap - PROCESS_BYTES);
		this.heapBytes = (long) (MAX_HEAP_SHARE * heap);
	}

	/**
	 * Refuses what does not fit.
	 * @param longest positions of the longest input
	 * @throws InvalidInput at the network's size or the batch's
	 */
	void require(NetworkConfig network, Source source, int batchSize, int longest, boolean curriculum) {
		long heap = heapBytes(network, source);
		long alone = nativeBytes(network, source, 0);
		long all = nativeBytes(network, source, (long) batchSize * source.positions(longest, curriculum));
		long parameters = parameters(network, source);
		InvalidInput.throwIf(parameters > this.maxParameters, "/network/hidden",
				"must be smaller: the network would have %,d weights, and %,d are allowed".formatted(parameters,
						this.maxParameters));
		requireRoom("/network/hidden", heap, "of Java heap", this.heapBytes);
		requireRoom("/network/hidden", alone, "beside the Java heap", this.nativeBytes);
		requireRoom("/training/batchSize", all, "beside the Java heap", this.nativeBytes);
	}

	/** Whether there is room. */
	boolean fits(NetworkConfig network, Source source, int batchSize, int longest, boolean curriculum) {
		return parameters(network, source) <= this.maxParameters && heapBytes(network, source) <= this.heapBytes
				&& nativeBytes(network, source,
						(long) batchSize * source.positions(longest, curriculum)) <= this.nativeBytes;
	}

	private static long parameters(NetworkConfig network, Source source) {
		return network.parameters(source.format().size(), source.plaintextAlphabet().size());
	}

	private static long heapBytes(NetworkConfig network, Source source) {
		return network.trainingHeapBytes(source.format().size(), source.plaintextAlphabet().size());
	}

	private static long nativeBytes(NetworkConfig network, Source source, long positions) {
		return network.trainingBytes(source.format().size(), source.plaintextAlphabet().size(), positions);
	}

	private static void requireRoom(String pointer, long needed, String where, long there) {
		InvalidInput.throwIf(needed > there, pointer,
				"must be smaller: training would need about %,d MB %s, and %,d MB can be had".formatted(needed >> 20,
						where, there >> 20));
	}

}
