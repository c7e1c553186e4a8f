package dev.decipher.job;

/**
 * What interrupted work goes on from.
 *
 * @param epoch the epoch that was over; the job's history ends with it
 * @param state what the work had stored, as it was
 */
public record Checkpoint(int epoch, byte[] state) {
}
