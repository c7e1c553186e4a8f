// Puts another run over those that are shown.
import { html } from "../preact.js";
import { get } from "../http.js";
import { goTo, useLoaded } from "../state.js";
import { Field, moment } from "../parts.js";
import { MOST_RUNS } from "./jobs.js";
import { isTraining, nameOf } from "./words.js";

export function More({ ids }) {
  const { data } = useLoaded((signal) => get("/jobs?size=100", { signal }), [ids.join()]);
  const others = (data?.items ?? []).filter((job) => isTraining(job) && !ids.includes(job.id));
  const full = ids.length >= MOST_RUNS;
  return html`<${Field} label="Compare with another run" hint=${full && `At most ${MOST_RUNS} are drawn over each other.`}>
    ${(control) => html`<select ...${control} value="" disabled=${full || !others.length}
        onChange=${(event) => goTo("watch", { job: [...ids, event.target.value].join() })}>
      <option value="">${others.length ? "choose one" : "there is no other"}</option>
      ${others.map((job) => html`<option value=${job.id}>${nameOf(job)}, ${moment(job.createdAt)}</option>`)}
    </select>`}<//>`;
}
