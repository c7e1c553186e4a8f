// Which symbols a version takes for which.
import { html, useEffect, useMemo, useRef, useState } from "../preact.js";
import { post } from "../http.js";
import { Busy, Field, ProblemNote, count, percent } from "../parts.js";
import Heatmap from "./heatmap.js";
import { isKnown, randomPairs } from "./messages.js";

/** Messages that are made: enough to meet each symbol of a small alphabet some fifty times. */
const MESSAGES = 40;

const WORST = 8;

/** Two columns with a comma or tab between them, a header if there is one. */
function pairsOf(text) {
  return text.split(/\r?\n/).filter((line) => line.trim() && !/^ciphertext[,\t]plaintext$/i.test(line.trim()))
    .map((line) => {
      const [ciphertext, plaintext = ""] = line.split(/[\t,]/, 2);
      return { ciphertext, plaintext };
    });
}

function Result({ result }) {
  const { plaintext, predicted, counts } = result.confusion;
  const seen = plaintext.map((_, row) => row).filter((row) => counts[row].some((one) => one > 0));
  const sums = counts.map((row) => row.reduce((sum, one) => sum + one, 0));
  // by the root, so that few errors among many right ones show
  const share = useMemo(() => (row, column) => Math.sqrt(counts[seen[row]][column] / sums[seen[row]]), [result]);
  const worst = seen.flatMap((row) => predicted.map((_, column) => [row, column]))
    .filter(([row, column]) => plaintext[row] !== predicted[column] && counts[row][column] > 0)
    .sort((a, b) => counts[b[0]][b[1]] - counts[a[0]][a[1]]).slice(0, WORST);
  return html`<p>${count(result.symbols)} symbols of ${count(result.messages)} messages that it never saw: ${" "}
      <strong>${percent(result.accuracy, 2)}</strong> right, ${percent(result.exactMessages)} of the messages without an error.</p>
    <${Heatmap} rows=${seen.length} columns=${predicted.length} share=${share} cell=${18}
      rowNames=${seen.map((row) => plaintext[row])} columnNames=${predicted}
      label=${`Confusion matrix of ${seen.length} by ${predicted.length} symbols`}
      describe=${(row, column) => `${plaintext[seen[row]]} read as ${predicted[column]}: ${count(counts[seen[row]][column])} of ${count(sums[seen[row]])}`} />
    <p class="muted">A row for each true symbol (${plaintext[seen[0]]} to ${plaintext[seen.at(-1)]}), a column for what came out.</p>
    ${worst.length > 0 ? html`<h3>What it confuses most</h3><ul>${worst.map(([row, column]) => html`<li>
        <code>${plaintext[row]}</code> read as <code>${predicted[column]}</code>: ${count(counts[row][column])} of ${count(sums[row])}</li>`)}</ul>`
      : html`<p class="good">It confused no symbol with another.</p>`}`;
}

export default function Confusion({ version }) {
  const [state, setState] = useState({});
  const [text, setText] = useState("");
  const known = isKnown(version);
  const control = useRef(null);
  useEffect(() => () => control.current?.abort(), []);
  const evaluate = async (pairs) => {
    control.current = new AbortController();
    const { signal } = control.current;
    setState({ busy: true });
    try {
      const own = pairs ?? await randomPairs(version, MESSAGES, signal);
      setState({ result: await post(`/models/${version.model}/evaluate`, { pairs: own, version: version.version }, { signal }) });
    } catch (problem) {
      setState({ problem });
    }
  };
  return html`<section aria-labelledby="confusion-title">
    <h2 id="confusion-title">What it confuses</h2>
    ${known && html`<p>Random messages are enciphered by the cipher that it learned, and it decrypts them.</p>
      <div class="row"><button type="button" class="small" disabled=${state.busy} onClick=${() => evaluate()}>
        Try it on ${MESSAGES} messages</button></div>`}
    ${!known && html`<p>It needs pairs to be tried on: the cipher behind ${version.request?.data?.pairs ? "the pairs that it learned from" : "it"}
      isn't known, so none can be made here. Best are pairs that it hasn't learned from.</p>`}
    <details open=${!known}><summary>Try it on pairs of your own</summary>
      <${Field} label="Pairs" hint="A line each: ciphertext, a comma or tab, plaintext">${(control) => html`
        <textarea ...${control} class="text" rows="4" value=${text} onInput=${(event) => setText(event.target.value)} />`}<//>
      <div class="row"><button type="button" class="small" disabled=${state.busy || !text.trim()}
        onClick=${() => evaluate(pairsOf(text))}>Try it on these</button></div>
    </details>
    ${state.busy && html`<${Busy}>Decrypting<//>`}
    <${ProblemNote} problem=${state.problem} />
    ${state.result && html`<${Result} result=${state.result} />`}
  </section>`;
}
