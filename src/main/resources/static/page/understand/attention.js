// Where attention looked: from each position of a message, the place that a head looked at most.
import { html, useMemo, useState } from "../preact.js";
import { Field, percent } from "../parts.js";
import Heatmap from "./heatmap.js";

/** Longer messages are drawn up to here. */
const LONGEST = 200;

/** So many positions are told in words. */
const TOLD = 6;

/** Cells of messages up to so many symbols are large enough for names at the edges. */
const NAMED = 60;

/** Pixels of a drawing without names. */
const WIDTH = 800;

/** The value that is there most often, and how often. */
function commonest(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0];
}

function distance(offset) {
  const places = Math.abs(offset) === 1 ? "1 place" : `${Math.abs(offset)} places`;
  return offset === 0 ? "at the same position" : `${places} ${offset < 0 ? "back" : "ahead"}`;
}

/** What most positions share, in words, or null. */
function pattern(foci) {
  const [place, there] = commonest(foci.map((focus) => focus.position));
  const [offset, away] = commonest(foci.map((focus, position) => focus.position - position));
  const many = Math.max(there, away);
  return many > 1 && 2 * many > foci.length
    ? `From ${many} of ${foci.length} positions it looked ${away >= there ? distance(offset) : `at position ${place}`}.` : null;
}

/** What a position found, in words. */
function told(position, focus, plain, symbols) {
  const from = plain ? `To decrypt position ${position} as ${plain[position]}` : `At position ${position}`;
  const place = focus.position === position ? "the same position" : `position ${focus.position}`;
  const found = symbols ? ` (${symbols[focus.position]})` : "";
  return `${from}, it looked at ${place}${found}: ${percent(focus.weight, 0).replace(" ", "\u00a0")}`;
}

/**
 * @param attention of the interface: for each position, each head's {position, weight}
 * @param symbols the ciphertext symbol at each position, or null where they aren't known
 * @param plain the plaintext symbol at each, or null
 * @param feedback whether the network also reads the plaintext so far
 */
export default function Attention({ attention, symbols, plain, feedback }) {
  const [head, setHead] = useState(0);
  const heads = attention[0].length;
  const chosen = Math.min(head, heads - 1);
  const foci = useMemo(() => attention.map((all) => all[chosen]), [attention, chosen]);
  const length = foci.length;
  const rows = Math.min(length, LONGEST);
  const columns = Math.max(rows, ...foci.slice(0, rows).map((focus) => focus.position + 1));
  const share = useMemo(() => (row, column) => foci[row].position === column ? foci[row].weight : 0, [foci]);
  const named = length <= NAMED;
  const common = pattern(foci);
  return html`<section aria-labelledby="attention-title">
    <h3 id="attention-title">Where it looked</h3>
    <p>From the LSTM's state at a position, each head of attention chooses places of the message whose symbols help to
      decrypt it. The percentage is the weight of the place looked at most among all that the head looks at.
      ${feedback && " At a place it finds the ciphertext symbol and, with feedback, the plaintext symbol before it."}</p>
    ${heads > 1 && html`<div class="row"><${Field} label="Head">${(control) => html`<select ...${control} value=${chosen}
      onChange=${(event) => setHead(Number(event.target.value))}>${attention[0].map((_, i) => html`
        <option value=${i}>${i + 1} of ${heads}</option>`)}</select>`}<//></div>`}
    <div role="status">
      ${common && html`<p>${common}</p>`}
      <ul>${foci.slice(0, TOLD).map((focus, position) => html`<li>${told(position, focus, plain, symbols)}</li>`)}</ul>
    </div>
    <${Heatmap} rows=${rows} columns=${columns} share=${share} cell=${named ? 16 : Math.floor(WIDTH / rows)}
      rowNames=${named && (plain ?? symbols) || []} columnNames=${named && symbols || []}
      label=${`Where head ${chosen + 1} looked: ${rows} positions`}
      describe=${(row) => told(row, foci[row], plain, symbols)} />
    <p class="muted">A row is a position${named && plain ? ", named by its plaintext" : ""}, and its cell the place looked at
      most${named && symbols ? ", named by its ciphertext" : ""}: the darker, the greater its weight.
      ${length > rows && ` The first ${rows} of ${length} positions are drawn.`}</p>
  </section>`;
}
