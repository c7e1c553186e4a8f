package dev.decipher.training.loop;

import dev.decipher.network.NetworkConfig;

/**
 * The part of a plan that the loop runs by: a network, and how to train it.
 *
 * @param network the one to train, or the plainest of those to try
 * @param mayChooseNetwork whether others are tried
 * @param goesOn whether the network has learned something before
 */
public record NetworkPlan(NetworkConfig network, boolean mayChooseNetwork, boolean goesOn, TrainingSettings training) {
}
