// What the lines of a chart mean: their names, best and last values, and those under the pointer.
import { html } from "../preact.js";
import { bestOf, nearest } from "./run.js";
import { figure } from "./words.js";

function Best({ chart, line }) {
  if (chart.hasNoBest) {
    return "–";
  }
  const best = bestOf(line.values, chart.isLowestBest);
  return html`${figure(chart.format, line.values[best])} <small>epoch ${line.run.columns.epoch[best]}</small>`;
}

/** A piece of the line as it is drawn. */
function Swatch({ line }) {
  return html`<svg class="swatch" viewBox="0 0 32 8" width="32" height="8" aria-hidden="true"><path d="M0 4H32"
    fill="none" style=${{ stroke: `var(${line.color})` }} stroke-width=${line.width}
    stroke-dasharray=${line.dash.join(" ") || "none"} /></svg>`;
}

export function Legend({ chart, lines, axis, under }) {
  const at = (line) => (under === null ? "–"
    : figure(chart.format, line.values[nearest(line.run.columns[axis], under)]));
  const where = under === null || !lines.length ? "Pointer"
    : `${axis} ${figure(axis, lines[0].run.columns[axis][nearest(lines[0].run.columns[axis], under)])}`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`${chart.title}: values`}><table class="legend">
    <thead><tr><th scope="col">Curve</th><th scope="col">Last</th><th scope="col">Best</th>
      <th scope="col" class="pointer">${where}</th></tr></thead>
    <tbody>${lines.map((line) => html`<tr>
      <th scope="row"><${Swatch} line=${line} /> ${line.name}</th>
      <td>${figure(chart.format, line.values.at(-1))}</td>
      <td><${Best} chart=${chart} line=${line} /></td>
      <td>${at(line)}</td></tr>`)}</tbody>
  </table></div>`;
}
