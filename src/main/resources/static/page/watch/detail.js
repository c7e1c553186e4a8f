// A job, or several over each other.
import { html } from "../preact.js";
import { addressOf, goTo } from "../state.js";
import { Busy, ProblemNote, duration, moment } from "../parts.js";
import { fieldName } from "../names.js";
import { Curves } from "./curves.js";
import { Facts } from "./facts.js";
import { MOST_RUNS } from "./jobs.js";
import { useWatched } from "./live.js";
import { More } from "./more.js";
import { Lost, Progress, State } from "./pieces.js";
import { Remove } from "./remove.js";
import { Reproduction, Solution } from "./result.js";
import { Samples } from "./samples.js";
import { figure, hasEnded, isTraining, timeLeft, titleOf } from "./words.js";

const SHOWN = ["epoch", "step", "trainingLoss", "validationLoss", "accuracy", "exactMessages", "symbolsPerSecond"];

/** These of a version are not its epoch's: it is judged once more, on other messages. */
const JUDGED = ["validationLoss", "accuracy", "exactMessages"];

function Figures({ job }) {
  const end = job.finishedAt ?? null;
  const took = job.startedAt && end && (new Date(end) - new Date(job.startedAt)) / 1000;
  return html`<dl class="figures">
    ${isTraining(job) && SHOWN.map((name) => html`<div><dt>${fieldName(name)}</dt><dd>${figure(name, job[name])}
      ${job.version && JUDGED.includes(name) && html` <small>judged at the end</small>`}</dd></div>`)}
    <div><dt>${hasEnded(job) ? "Took" : "Time left"}</dt>
      <dd>${hasEnded(job) ? duration(took) : timeLeft(job)}</dd></div>
    <div><dt>Submitted</dt><dd>${moment(job.createdAt)}</dd></div>
    ${end && html`<div><dt>Ended</dt><dd>${moment(end)}</dd></div>`}
  </dl>`;
}

/** The model that came of it, and where to go with it. */
function Made({ job }) {
  const version = { model: job.model, version: job.version };
  // a model of a language decrypts nothing
  const decrypts = !job.request?.data?.corpus;
  return html`<p>This made <strong>${job.model}, version ${job.version}</strong>:${" "}
    ${decrypts && html`<a href=${addressOf("read", version)}>decrypt with it</a>, `}
    <a href=${addressOf("understand", version)}>understand it</a>,
    or see it <a href=${addressOf("models", { model: job.model })}>among the models</a>.</p>`;
}

function Card({ job, ids, only }) {
  const without = ids.filter((id) => id !== job.id).join();
  return html`<article class="job-card" aria-label=${titleOf(job)}>
    <header class="row">
      <h2>${titleOf(job)}</h2>
      <span aria-live="polite"><${State} job=${job} /></span>
      <${Remove} job=${job} onGone=${(left) => left || goTo("watch", { job: without })} />
      ${!only && html`<a href=${addressOf("watch", { job: without })} aria-label=${`Take away: ${titleOf(job)}`}>Take away</a>
        <a href=${addressOf("watch", { job: job.id })} aria-label=${`Alone: ${titleOf(job)}`}>Alone</a>`}
    </header>
    <${Progress} job=${job} />
    <${Figures} job=${job} />
    ${job.targetReached === false && html`<p>It ended before the target was reached; the best weights are kept.</p>`}
    ${job.error && html`<${ProblemNote} problem=${{ title: "The job failed", detail: job.error }} />`}
    ${job.version && html`<${Made} job=${job} />`}
    ${job.result && (job.kind === "SOLVE" ? html`<${Solution} job=${job} />` : html`<${Reproduction} job=${job} />`)}
    <details open=${only && !isTraining(job)}><summary>What was asked for</summary><${Facts} request=${job.request} /></details>
  </article>`;
}

export function Detail({ ids }) {
  const few = ids.slice(0, MOST_RUNS);
  const watched = useWatched(few);
  const known = watched.filter(({ job }) => job);
  const runs = known.filter(({ job, columns }) => isTraining(job) && columns?.length);
  const told = runs.filter(({ history }) => history.at(-1).samples.length > 0);
  const waiting = watched.some(({ job, problem }) => !job && !problem);
  return html`
    <div class="row watch-above">
      <a href=${addressOf("watch")}>All jobs</a>
      <${Lost} lost=${watched.some(({ lost }) => lost)} />
    </div>
    ${ids.length > few.length && html`<p>Only the first ${MOST_RUNS} runs are shown.</p>`}
    ${waiting && html`<${Busy}>Loading the job<//>`}
    ${watched.map(({ id, problem }) => problem && html`<${ProblemNote} key=${id} problem=${problem} />`)}
    <div class=${known.length > 1 ? "columns" : ""}>${known.map(({ id, job }) => html`
      <${Card} key=${id} job=${job} ids=${ids} only=${ids.length === 1} />`)}</div>
    ${known.some(({ job }) => isTraining(job)) && html`
      <${Curves} runs=${runs} isOver=${known.every(({ job }) => hasEnded(job))}><${More} ids=${few} /><//>
      ${told.length > 0 && html`<${Samples} runs=${told} />`}`}`;
}
