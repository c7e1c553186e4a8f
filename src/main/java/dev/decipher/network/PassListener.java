package dev.decipher.network;

import java.util.function.IntConsumer;

/** Is told, on any thread, how messages come to their forward pass. */
@FunctionalInterface
public interface PassListener extends IntConsumer {

	/**
	 * A pass is made.
	 * @param messages how many share it
	 */
	@Override
	void accept(int messages);

	/**
	 * Messages begin to wait for a pass that they may share with others.
	 * @param messages how many
	 */
	default void queued(int messages) {
	}

	/**
	 * Messages wait no longer, since their pass begins.
	 * @param messages how many
	 * @param nanos how long each of them has waited, in ns
	 */
	default void taken(int messages, long nanos) {
	}

}
