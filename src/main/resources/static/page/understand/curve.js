// A small curve, with its values in a table for those who would rather read them.
import { html } from "../preact.js";

const WIDTH = 480;
const HEIGHT = 160;
const LEFT = 48;
const BOTTOM = 24;

/**
 * @param points [x, y] by ascending x
 * @param label what it shows
 * @param xName, yName the names of both
 * @param format y in words
 * @param log whether x is drawn by its logarithm
 */
export default function Curve({ points, label, xName, yName, format, log = false, low, high }) {
  if (points.length === 0) {
    return html`<p class="muted">Nothing to show.</p>`;
  }
  const xs = points.map(([x]) => log ? Math.log(x) : x);
  const ys = points.map(([, y]) => y);
  const bottom = low ?? Math.min(...ys);
  const top = high ?? Math.max(...ys);
  const across = (i) => LEFT + (xs[i] - xs[0]) / (xs.at(-1) - xs[0] || 1) * (WIDTH - LEFT - 8);
  const up = (y) => 8 + (1 - (y - bottom) / (top - bottom || 1)) * (HEIGHT - BOTTOM - 8);
  return html`<figure class="curve">
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
      <path class="axis" d=${`M${LEFT} 8V${HEIGHT - BOTTOM}H${WIDTH - 8}`} />
      <path class="line" d=${points.map(([, y], i) => `${i ? "L" : "M"}${across(i).toFixed(1)} ${up(y).toFixed(1)}`).join("")} />
      ${points.length <= 40 && points.map(([, y], i) => html`<circle cx=${across(i)} cy=${up(y)} r="3" />`)}
      <text x=${LEFT - 4} y="16" text-anchor="end">${format(top)}</text>
      <text x=${LEFT - 4} y=${HEIGHT - BOTTOM} text-anchor="end">${format(bottom)}</text>
      <text x=${LEFT} y=${HEIGHT - 6}>${points[0][0]}</text>
      <text x=${WIDTH - 8} y=${HEIGHT - 6} text-anchor="end">${points.at(-1)[0]}</text>
    </svg>
    <figcaption>${label}</figcaption>
    <details><summary>The values</summary><div class="scroll" tabindex="0" role="region" aria-label=${label + ", values"}>
      <table><thead><tr><th scope="col">${xName}</th><th scope="col">${yName}</th></tr></thead>
        <tbody>${points.map(([x, y]) => html`<tr><th scope="row">${x}</th><td>${format(y)}</td></tr>`)}</tbody>
      </table></div></details>
  </figure>`;
}
