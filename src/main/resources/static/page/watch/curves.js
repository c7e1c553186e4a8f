// The curves of some runs, and how they are drawn.
import { html, useCallback, useMemo, useRef } from "../preact.js";
import { useKept } from "../state.js";
import { Field, download } from "../parts.js";
import { Chart } from "./chart.js";
import { AXES, chartsFor, linesOf } from "./charts.js";
import { pictureOf } from "./picture.js";
import { csvOf } from "./run.js";
import { Values } from "./values.js";
import { nameOf } from "./words.js";

const STANDARD = { axis: "epoch", part: "1", logX: false, logY: false, smoothing: 0 };
const PARTS = { 1: "all of it", 0.5: "the last half", 0.1: "the last tenth" };

function Controls({ how, onChange, children }) {
  const choose = (name, options) => (control) => html`<select ...${control} value=${how[name]}
    onChange=${(event) => onChange({ ...how, [name]: event.target.value })}>
    ${Object.entries(options).map(([id, label]) => html`<option value=${id}>${label}</option>`)}</select>`;
  const tick = (name, label) => html`<label><input type="checkbox" role="switch" checked=${how[name]}
    onChange=${(event) => onChange({ ...how, [name]: event.target.checked })} /> ${label}</label>`;
  return html`<div class="row chart-controls">
    <${Field} label="Along the bottom">${choose("axis", AXES)}<//>
    <${Field} label="Show">${choose("part", PARTS)}<//>
    <${Field} label=${`Smoothing: ${how.smoothing ? how.smoothing.toFixed(2) : "none"}`}>${(control) => html`
      <input ...${control} type="range" min="0" max="0.99" step="0.01" value=${how.smoothing}
        onInput=${(event) => onChange({ ...how, smoothing: Number(event.target.value) })} />`}<//>
    ${children}
    <fieldset><legend>Logarithmic</legend>${tick("logX", "bottom axis")} ${tick("logY", "left axis")}</fieldset>
  </div>`;
}

export function Curves({ runs, isOver, children }) {
  const [kept, setHow] = useKept("watch.curves", STANDARD);
  const how = { ...STANDARD, ...kept };
  const plots = useRef(new Map());
  const onPlot = useCallback((id, plot) => plots.current[plot ? "set" : "delete"](id, plot), []);
  const charts = chartsFor(how.logY);
  const lines = useMemo(() => charts.map((chart) => linesOf(chart, runs, nameOf)),
    [how.logY, ...runs.flatMap(({ job, columns }) => [columns, nameOf(job)]), runs.length]);
  const name = "training-" + runs.map(({ job }) => nameOf(job).replace(/[^a-z0-9._-]+/g, "-")).join("-");
  const picture = async () => download(`${name}.png`,
    await pictureOf(charts.map((chart, place) => [chart.title, plots.current.get(chart.id), lines[place]])));
  return html`<section aria-labelledby="curves">
    <link rel="stylesheet" href="webjars/uplot/dist/uPlot.min.css" />
    <h2 id="curves">Curves</h2>
    <${Controls} how=${how} onChange=${setHow}>${children}<//>
    ${runs.length === 0 && html`<p class="muted" role="status">${isOver ? "No epoch has ended."
      : "The curves begin when the first epoch has ended."}</p>`}
    <div class="charts">${charts.map((chart, place) => html`<${Chart} key=${chart.id} chart=${chart} lines=${lines[place]}
      axis=${how.axis} part=${Number(how.part)} logX=${how.logX} logY=${how.logY} smoothing=${how.smoothing} onPlot=${onPlot} />`)}</div>
    ${runs.length > 0 && html`
      <div class="row chart-files">
        <button type="button" class="secondary outline small"
          onClick=${() => download(`${name}.csv`, csvOf(runs), "text/csv;charset=utf-8")}>Download CSV</button>
        <button type="button" class="secondary outline small" onClick=${picture}>Download PNG</button>
      </div>
      <${Values} runs=${runs} />`}
  </section>`;
}
