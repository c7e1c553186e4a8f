// What jobs are called, and their figures as people read them.
import { count, duration, percent } from "../parts.js";

export const STATES = {
  QUEUED: "Waiting", RUNNING: "Running", SUCCEEDED: "Succeeded", FAILED: "Failed", CANCELLED: "Cancelled",
};

/** Whether nothing more will come of a job. */
export const hasEnded = (job) => job.state !== "QUEUED" && job.state !== "RUNNING";

/** Whether a job has curves. */
export const isTraining = (job) => job.kind !== "SOLVE";

/** What a job does, in words. */
export function titleOf(job) {
  if (job.kind === "SOLVE") {
    return "Solving a text";
  }
  return job.kind === "REPRODUCE"
    ? `Training ${job.model}, version ${job.request?.version}, again`
    : `Training ${job.model}`;
}

/** How long a job may take yet; a training ends as soon as it is accurate enough. */
export const timeLeft = (job) => (job.etaSeconds === undefined ? "–"
  : (isTraining(job) ? "at most " : "about ") + duration(job.etaSeconds));

/** A name that tells a run from others of its model. */
export const nameOf = (job) => job.model + (job.version ? ` v${job.version}` : ` (${job.id.slice(0, 4)})`);

/** A number to so many digits that count. */
export function digits(number, most = 4) {
  if (number === null || number === undefined || Number.isNaN(number)) {
    return "–";
  }
  const size = Math.abs(number);
  return size !== 0 && size < 1e-3 ? number.toExponential(most - 2) : String(Number(number.toPrecision(most)));
}

const FORMATS = {
  epoch: count, step: count, seconds: duration, symbolsPerSecond: (value) => count(Math.round(value)),
  accuracy: (value) => percent(value, 2), exactMessages: (value) => percent(value, 2),
};

/** A figure of a job or of its history. */
export const figure = (name, value) => (value === undefined ? "–" : (FORMATS[name] ?? digits)(value));
