/**
 * Long work, whatever it is, and {@code /jobs}: what a job is, the states it goes
 * through, and how other packages take part. One that does work itself gives a
 * {@link dev.decipher.job.JobWork} for a kind of job; jobs are handed in through the
 * {@link dev.decipher.job.JobQueue}. Of the rooms, {@code web} uses {@code run}, and that
 * {@code store}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "job", allowedDependencies = { "problem", "storage" })
package dev.decipher.job;
