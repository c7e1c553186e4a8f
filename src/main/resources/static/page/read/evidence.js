// The statistics by which a kind of cipher is told.
import { html, useState } from "../preact.js";
import { count, counted, percent } from "../parts.js";
import { COINCIDENCE, USUAL } from "./languages.js";
import { nameOf } from "../names.js";

const MOST_SYMBOLS = 40;
const MOST_REPEATS = 8;
const MOST_LABELS = 15;

/** How far a period stands out, times the mean. */
const CLEAR = 1.3;
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Bars side by side, each {label, value, usual, marked}. */
function Bars({ bars, label }) {
  const highest = Math.max(...bars.flatMap(({ value, usual = 0 }) => [value, usual]), 1e-9);
  const height = (value) => ({ height: (100 * value) / highest + "%" });
  return html`<div class="bars" role="img" aria-label=${label}>${bars.map(({ label: name, value, usual, marked }) => html`
    <span class=${marked ? "marked" : undefined}>
      <span class="room">
        <span class="value" style=${height(value)}></span>
        ${usual !== undefined && html`<span class="usual" style=${{ bottom: (100 * usual) / highest + "%" }}></span>`}
      </span>
      <span class="name">${name}</span>
    </span>`)}</div>`;
}

function Letters({ frequencies, length, language }) {
  const [sorted, setSorted] = useState(false);
  const share = Object.fromEntries(frequencies.map(({ symbol, count: number }) => [symbol, number / length]));
  const areLetters = frequencies.every(({ symbol }) => LETTERS.includes(symbol));
  const usual = areLetters && (USUAL[language] || USUAL.english);
  const usualName = USUAL[language] ? language : "english";
  const usuals = usual && Object.values(usual).map((one) => one / 100).sort((a, b) => b - a);
  const bySize = frequencies.slice(0, MOST_SYMBOLS);
  const bars = sorted || !areLetters
    ? bySize.map(({ symbol }, i) => ({ label: symbol, value: share[symbol], usual: usuals ? usuals[i] : undefined }))
    : LETTERS.map((letter) => ({ label: letter, value: share[letter] || 0, usual: usual[letter] / 100 }));
  const told = bySize.slice(0, 8).map(({ symbol }) => `${symbol} ${percent(share[symbol])}`).join(", ");
  return html`<h3>Letters</h3>
    <${Bars} bars=${bars} label=${"Shares of the symbols, the most frequent first: " + told} />
    <div class="row"><small>${usual ? html`<span class="usual-sign" aria-hidden="true"></span> usual in ${nameOf(usualName)}`
      : `${count(frequencies.length)} different symbols`}</small>
      ${areLetters && html`<button type="button" class="secondary outline small" aria-pressed=${sorted ? "true" : "false"}
        onClick=${() => setSorted(!sorted)}>Most frequent first</button>`}</div>`;
}

function Coincidence({ value, random, areMany }) {
  return html`<h3>Index of coincidence: ${value.toFixed(3)}</h3>
    <p><small>How often two letters of the text are the same: about ${COINCIDENCE.english} in English,
    ${" "}${random.toFixed(3)} where all are equally frequent. ${!areMany
      ? "This one is as uneven as a language: each letter has one substitute, or only the order was changed."
      : "This one is more even than a language: letters have several substitutes, as under a key of several letters."}
    </small></p>`;
}

function Periods({ periods, length, areMany }) {
  // columns of a few letters show nothing
  const shown = periods.filter(({ period }) => length / period >= 6);
  if (!shown.length) {
    return null;
  }
  const values = shown.map(({ indexOfCoincidence }) => indexOfCoincidence);
  const highest = Math.max(...values);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const isClear = areMany && highest >= CLEAR * mean;
  // its multiples are about as high
  const best = shown.find(({ indexOfCoincidence }) => indexOfCoincidence >= 0.8 * highest);
  const isLabelled = (period) => (isClear && Math.abs(period - best.period) < 2 ? period === best.period : period % 5 === 0);
  const bars = shown.map(({ period, indexOfCoincidence }) => ({
    label: values.length <= MOST_LABELS || isLabelled(period) ? period : "",
    value: indexOfCoincidence, marked: isClear && period === best.period,
  }));
  return html`<h3>Periods</h3>
    <${Bars} bars=${bars} label=${`Index of coincidence by columns of each period; first high at ${best.period}: `
      + best.indexOfCoincidence.toFixed(3)} />
    <p><small>The same index for every 2nd, 3rd, 4th … letter; first high at
    ${" "}${best.period} (${best.indexOfCoincidence.toFixed(3)}). ${isClear
      ? "A key of a few letters shows as high bars at its length and its multiples."
      : "None stands out, as under a single alphabet, where all are alike but for chance."}</small></p>`;
}

function Repeats({ repeats }) {
  if (!repeats.length) {
    return null;
  }
  return html`<h3>Repeats</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Repeats"><table>
      <thead><tr><th scope="col">Repeated</th><th scope="col">At letter</th><th scope="col">Apart</th></tr></thead>
      <tbody>${repeats.slice(0, MOST_REPEATS).map(({ text, positions }) => html`<tr>
        <th scope="row"><code>${text}</code></th>
        <td>${positions.slice(0, 6).map((position) => position + 1).join(", ")}${positions.length > 6 && " …"}</td>
        <td>${positions.slice(1, 6).map((position, i) => position - positions[i]).join(", ")}</td></tr>`)}</tbody>
    </table></div>`;
}

/** Letters, coincidences, periods and repeats, with what they say. */
export function Evidence({ evidence, language }) {
  const random = evidence.symbols > 26 ? 1 / evidence.symbols : COINCIDENCE.random;
  const areMany = evidence.indexOfCoincidence < (COINCIDENCE.english + random) / 2;
  return html`<div class="evidence">
    <${Letters} frequencies=${evidence.frequencies} length=${evidence.length}
      language=${language.probability >= 0.5 ? language.language : "english"} />
    <${Coincidence} value=${evidence.indexOfCoincidence} random=${random} areMany=${areMany} />
    <${Periods} periods=${evidence.periods} length=${evidence.length} areMany=${areMany} />
    <${Repeats} repeats=${evidence.repeats} />
    <p><small>${counted(evidence.length, "symbol")}, ${count(evidence.symbols)} of them different.</small></p>
  </div>`;
}
