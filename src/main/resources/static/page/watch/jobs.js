// The list of jobs.
import { html, useEffect, useState } from "../preact.js";
import { get } from "../http.js";
import { addressOf, goTo, useKept } from "../state.js";
import { nameOf } from "../names.js";
import { Busy, Field, ProblemNote, moment, percent } from "../parts.js";
import { usePolled } from "./live.js";
import { Remove } from "./remove.js";
import { Lost, Progress, State } from "./pieces.js";
import { STATES, isTraining, timeLeft, titleOf } from "./words.js";

/** How many jobs a page of the list has, and how many runs are drawn over each other. */
const SIZE = 20;
export const MOST_RUNS = 4;
/** Milliseconds between two looks at the list. */
const WAIT = 3000;

function outcome(job) {
  if (job.state === "FAILED") {
    return job.error;
  }
  if (job.kind === "SOLVE") {
    const best = job.result?.candidates?.[0];
    return job.result && (best ? `${nameOf(best.cipher.type)}, confidence ${percent(best.confidence)}` : "no reading found");
  }
  if (job.kind === "REPRODUCE" && job.result) {
    return job.result.equal ? "the same weights" : "other weights";
  }
  return job.accuracy !== undefined && `accuracy ${percent(job.accuracy)}`
    + (job.targetReached === false ? ", target not reached" : "")
    + (job.etaSeconds ? `, ${timeLeft(job)} left` : "");
}

function Row({ job, chosen, onChoose, full, onGone }) {
  const title = titleOf(job);
  return html`<li class="job">
    <label class="job-choice">${isTraining(job) && html`<input type="checkbox" checked=${chosen} disabled=${full && !chosen}
      aria-label=${`Compare: ${title}, ${moment(job.createdAt)}`} onChange=${onChoose} />`}</label>
    <a class="job-title" href=${addressOf("watch", { job: job.id })}>${title}</a>
    <${State} job=${job} />
    <${Progress} job=${job} />
    <small class="job-outcome">${outcome(job) || ""}</small>
    <small class="job-when muted"><time datetime=${job.createdAt}>${moment(job.createdAt)}</time></small>
    <${Remove} job=${job} onGone=${onGone} />
  </li>`;
}

function Filter({ filter, onChange, problem }) {
  const [model, setModel] = useState(filter.model);
  useEffect(() => {
    const timer = setTimeout(() => model !== filter.model && onChange({ ...filter, model, page: 0 }), 300);
    return () => clearTimeout(timer);
  }, [model, filter]);
  return html`<form class="columns watch-filter" onSubmit=${(event) => event.preventDefault()}>
    <${Field} label="State" error=${problem?.at("/state")}>${(control) => html`
      <select ...${control} value=${filter.state}
        onChange=${(event) => onChange({ ...filter, state: event.target.value, page: 0 })}>
        <option value="">all</option>
        ${Object.entries(STATES).map(([id, label]) => html`<option value=${id}>${label}</option>`)}
      </select>`}<//>
    <${Field} label="Model" hint="Its whole name; empty for all" error=${problem?.at("/model")}>${(control) => html`
      <input ...${control} type="search" value=${model} onInput=${(event) => setModel(event.target.value.trim())} />`}<//>
  </form>`;
}

function Pages({ data, onPage }) {
  const { page, size, total } = data;
  return total > size && html`<nav class="row" aria-label="Pages">
    <button type="button" class="secondary outline small" disabled=${page === 0} onClick=${() => onPage(page - 1)}>Newer</button>
    <span>${page * size + 1}–${Math.min(total, (page + 1) * size)} of ${total}</span>
    <button type="button" class="secondary outline small" disabled=${(page + 1) * size >= total}
      onClick=${() => onPage(page + 1)}>Older</button>
  </nav>`;
}

export function Jobs() {
  const [filter, setFilter] = useKept("watch.filter", { state: "", model: "", page: 0 });
  const [chosen, setChosen] = useState([]);
  const query = new URLSearchParams({ ...filter, size: SIZE });
  const { data, problem, lost, reload } = usePolled((signal) => get(`/jobs?${query}`, { signal }), [`${query}`], WAIT);
  const choose = (id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const isFiltered = filter.state || filter.model;
  return html`
    <${Filter} filter=${filter} onChange=${setFilter} problem=${problem} />
    <div class="row watch-above">
      ${chosen.length > 1
        ? html`<button type="button" class="small" onClick=${() => goTo("watch", { job: chosen.join() })}>Compare ${chosen.length} runs</button>`
        : html`<small class="muted">Tick two, three or four trainings to compare their curves.</small>`}
      <${Lost} lost=${lost} />
    </div>
    <${ProblemNote} problem=${problem} />
    ${!data && !problem && html`<${Busy}>Loading the jobs<//>`}
    ${data && html`
      ${data.items.length === 0 && html`<p>${isFiltered || filter.page > 0 ? "No job is like that."
        : html`There are no jobs yet. <a href=${addressOf("train")}>Train a network</a> to see one.`}</p>`}
      <ul class="jobs" aria-label="Jobs">${data.items.map((job) => html`
        <${Row} key=${job.id} job=${job} chosen=${chosen.includes(job.id)} full=${chosen.length >= MOST_RUNS}
          onChoose=${() => choose(job.id)} onGone=${() => {
            setChosen((all) => all.filter((one) => one !== job.id));
            reload();
          }} />`)}</ul>
      <${Pages} data=${data} onPage=${(page) => setFilter({ ...filter, page })} />`}`;
}
