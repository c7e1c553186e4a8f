package dev.decipher.job;

/**
 * What interrupted work goes on from.
 *
 * @param point the point that the job's history ends with
 * @param state what the work had stored, as it was
 */
public record Checkpoint(int point, byte[] state) {
}
