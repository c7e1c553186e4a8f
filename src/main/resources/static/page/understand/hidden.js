// The LSTM at work: its units over a message, and which of them count.
import { html, useEffect, useMemo, useState } from "../preact.js";
import { get, post } from "../http.js";
import { useLoaded } from "../state.js";
import { Busy, Field, ProblemNote } from "../parts.js";
import Attention from "./attention.js";
import Curve from "./curve.js";
import Heatmap from "./heatmap.js";
import { symbolsIn, symbolsOf } from "../keys/catalogue.js";
import { example } from "./messages.js";
import { periodOf } from "./periods.js";

/** So many of the units that count are drawn one by one. */
const DRAWN = 3;

/** Longer messages aren't drawn. */
const LONGEST = 2000;

const twoDigits = (value) => value.toFixed(2);

/** How many units follow each period, [period, units], the commonest first. */
function periods(units) {
  const many = new Map();
  units.filter((unit) => unit.period > 1).forEach((unit) => many.set(unit.period, (many.get(unit.period) ?? 0) + 1));
  return [...many].sort((a, b) => b[1] - a[1]);
}

/** Those that follow the commonest period first, then those that follow another, the strongest first. */
function inOrder(units) {
  const common = periods(units)[0]?.[0];
  const rank = (unit) => (unit.period > 1) + (unit.period === common);
  return units.sort((a, b) => rank(b) - rank(a) || b.strength - a.strength);
}

function Counting({ units, period }) {
  const counting = units.filter((unit) => unit.period > 1);
  if (counting.length === 0) {
    return html`<p>No unit follows a period in this message more than by chance: the states depend on the symbols, not on the place.</p>`;
  }
  const common = periods(units);
  return html`<p>${common.slice(0, 3).map(([length, many]) => `${many} ${many === 1 ? "unit follows" : "units follow"} a period of ${length}`)
    .join(", ")}. ${period && `The key has ${period} symbols. `}
    Strength is the share of a unit's variance that the place within the period explains.</p>
    <div class="columns">${counting.slice(0, DRAWN).map((unit) => html`<${Curve} key=${unit.index}
      points=${unit.values.slice(0, Math.min(unit.values.length, 60)).map((value, i) => [i, value])} low=${-1} high=${1}
      label=${`Unit ${unit.index}: period ${unit.period}, strength ${twoDigits(unit.strength)}`}
      xName="Position" yName="State" format=${twoDigits} />`)}</div>
    <details><summary>Every unit</summary><div class="scroll" tabindex="0" role="region" aria-label="Every unit"><table>
      <thead><tr><th scope="col">Unit</th><th scope="col">Period</th><th scope="col">Strength</th></tr></thead>
      <tbody>${units.map((unit) => html`<tr><th scope="row">${unit.index}</th><td>${unit.period || "–"}</td>
        <td>${twoDigits(unit.strength)}</td></tr>`)}</tbody></table></div></details>`;
}

function keyLength(version) {
  const key = version.request?.data?.cipher?.key;
  return typeof key === "string" && !/^(columnar|playfair|hill|substitution|keyword)/.test(version.request.data.cipher.type)
    ? [...key.replace(/ /g, "")].length : null;
}

/** The symbols of a text one by one, or null where they don't match the positions one to one. */
function symbolsAt(text, version, positions) {
  const symbols = symbolsIn(text, symbolsOf(version.alphabet));
  return symbols.length === positions ? symbols : null;
}

export default function Hidden({ version }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const first = useLoaded((signal) => example(version, signal), [version]);
  useEffect(() => {
    if (first.data) {
      // unless the user was faster
      setText((before) => before || first.data);
      setAsked((before) => before || first.data);
    }
  }, [first.data]);
  const path = `/models/${version.model}/versions/${version.version}/activations?text=`;
  const { data, problem, loading } = useLoaded(async (signal) => {
    if (!asked) {
      return null;
    }
    const { values, attention } = await get(path + encodeURIComponent(asked), { signal });
    const { text: plaintext } = await post("/decrypt", { text: asked, model: version.model, version: version.version }, { signal });
    return { values, attention, plaintext, text: asked };
  }, [version, asked]);
  const units = useMemo(() => inOrder((data?.values?.[0] ?? []).map((_, index) => {
    const values = data.values.map((state) => state[index]);
    return { index, values, ...periodOf(values) };
  })), [data]);
  const share = useMemo(() => (row, column) => (units[row].values[column] + 1) / 2, [units]);
  const period = keyLength(version);
  const marks = period && data ? Array.from({ length: Math.floor(data.values.length / period) }, (_, i) => i * period) : [];
  const submit = (event) => {
    event.preventDefault();
    setAsked(text.slice(0, LONGEST));
  };
  return html`<section aria-labelledby="hidden-title">
    <h2 id="hidden-title">The LSTM at work</h2>
    <form onSubmit=${submit}>
      <${Field} label="Ciphertext" hint=${`Up to ${LONGEST} symbols`} error=${problem?.at?.("/text")}>${(control) => html`
        <textarea ...${control} class="text" rows="3" value=${text} onInput=${(event) => setText(event.target.value)} />`}<//>
      <div class="row"><button type="submit" class="small">Show its states</button></div>
    </form>
    <${ProblemNote} problem=${problem ?? first.problem} />
    ${loading && !data && html`<${Busy}>Asking the network<//>`}
    ${data && units.length > 0 && html`
      <p class="text decrypted">${data.plaintext}</p>
      <${Heatmap} rows=${units.length} columns=${data.values.length} share=${share} diverging marks=${marks} cell=${units.length > 40 ? 9 : 14}
        label=${`Hidden states: ${units.length} units at ${data.values.length} positions`}
        describe=${(row, column) => `unit ${units[row].index}, position ${column}: ${twoDigits(units[row].values[column])}`} />
      <p class="muted">A row is a unit, a column a position; orange is −1, blue is 1. Units that follow a period stand above the
        others${period ? `, and a line stands at each beginning of the key (${period})` : ""}.</p>
      <h3>Which units count the period?</h3>
      <${Counting} units=${units} period=${period} />
      ${data.attention && html`<${Attention} attention=${data.attention} feedback=${version.network.feedback}
        symbols=${symbolsAt(data.text, version, data.values.length)} plain=${symbolsAt(data.plaintext, version, data.values.length)} />`}`}
    ${data && units.length === 0 && html`<p>The network saw no symbol of its alphabet.</p>`}
  </section>`;
}

