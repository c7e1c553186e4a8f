// The numbers behind the curves, a page at a time.
import { html, useState } from "../preact.js";
import { count } from "../parts.js";
import { fieldName } from "../names.js";
import { FIGURES } from "./run.js";
import { digits, figure, nameOf } from "./words.js";

const SIZE = 50;

function Page({ run, page, onPage }) {
  const { columns, job } = run;
  const last = columns.length - 1;
  const pages = Math.ceil(columns.length / SIZE);
  const shown = Array.from({ length: Math.min(SIZE, columns.length - page * SIZE) }, (ignored, row) => last - page * SIZE - row);
  return html`
    <div class="scroll values" tabindex="0" role="region" aria-label=${`Values of ${nameOf(job)}`}><table>
      <caption>${nameOf(job)}, the newest first</caption>
      <thead><tr>${FIGURES.map((name) => html`<th scope="col">${fieldName(name)}</th>`)}</tr></thead>
      <tbody>${shown.map((index) => html`<tr key=${index}>
        <th scope="row">${columns.epoch[index]}</th>
        ${FIGURES.slice(1).map((name) => html`<td>${name === "seconds"
          ? digits(columns.seconds[index], 6) : figure(name, columns[name][index])}</td>`)}</tr>`)}</tbody>
    </table></div>
    ${pages > 1 && html`<nav class="row" aria-label="Pages of the values">
      <button type="button" class="secondary outline small" disabled=${page === 0} onClick=${() => onPage(page - 1)}>Newer</button>
      <span>${page + 1} of ${count(pages)}</span>
      <button type="button" class="secondary outline small" disabled=${page + 1 >= pages} onClick=${() => onPage(page + 1)}>Older</button>
    </nav>`}`;
}

export function Values({ runs }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(null);
  const [page, setPage] = useState(0);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const pages = Math.ceil(run.columns.length / SIZE);
  return html`<details onToggle=${(event) => setOpen(event.target.open)}>
    <summary>The values as a table</summary>
    ${open && html`
      ${runs.length > 1 && html`<label>Run <select value=${run.id} onChange=${(event) => {
        setChosen(event.target.value);
        setPage(0);
      }}>${runs.map(({ id, job }) => html`<option value=${id}>${nameOf(job)}</option>`)}</select></label>`}
      <${Page} run=${run} page=${Math.min(page, pages - 1)} onPage=${setPage} />`}
  </details>`;
}
