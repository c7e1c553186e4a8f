/**
 * Long work, whatever it is: the queue, the states a job goes through, its progress while
 * it runs, and {@code /jobs}. Another package does the work itself by giving a
 * {@link dev.decipher.job.JobWork} for a kind of job and hands jobs in through the
 * {@link dev.decipher.job.JobQueue}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "job", allowedDependencies = { "problem", "storage" })
package dev.decipher.job;
