// How jobs look, in the list and by themselves.
import { html } from "../preact.js";
import { percent } from "../parts.js";
import { STATES, hasEnded } from "./words.js";

export function State({ job }) {
  return html`<span class="job-state" data-state=${job.state}>${STATES[job.state]}</span>`;
}

export function Progress({ job }) {
  return html`<span class="job-progress"><progress value=${job.progress} max="1" aria-label="Progress"></progress>
    <small>${hasEnded(job) && job.state !== "SUCCEEDED" ? "at " : ""}${percent(job.progress, 0)}</small></span>`;
}

/** Says that the connection is lost; its place is kept. */
export function Lost({ lost }) {
  return html`<p class="watch-lost" role="status">${lost ? "Connection lost. Trying again…" : ""}</p>`;
}
