/**
 * How a network learns: the training loop, the choice of a network, validation and the
 * final test, and the checkpoints to go on from. Of training's other rooms it uses
 * {@code data} and {@code structure}.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.training.loop;
