// Pairs in a file: chosen or dropped, with a look at what is in it.
import { html, useEffect, useMemo, useState } from "../preact.js";
import { count, Field } from "../parts.js";
import { unequalOf } from "./lengths.js";
import { look, withHeader } from "./pairfile.js";

const SHOWN = 5;

/** Longer fields are cut in the preview. */
const LONGEST = 80;

const EXAMPLE = "ciphertext,plaintext\nGSV JFRXP,THE QUICK\nYILDM ULC,BROWN FOX";

const cut = (text) => (text.length > LONGEST ? text.slice(0, LONGEST) + "…" : text);

function Faults({ faults }) {
  return html`<div class="problem" role="alert">
    <strong>These pairs can't be used as they are</strong>
    <ul>${faults.map((fault) => html`<li>${fault.line ? "line " + fault.line + ": " : "The file "}${fault.detail}</li>`)}</ul>
  </div>`;
}

function Preview({ found }) {
  const { pairs, whole } = found;
  return html`
    <p role="status">${count(pairs.length)} ${pairs.length === 1 ? "pair" : "pairs"}${whole ? "" : " in the first 2 MB, and more behind them"}.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="The first pairs">
      <table class="pairs">
        <thead><tr><th scope="col">Line</th><th scope="col">Ciphertext</th><th scope="col">Plaintext</th></tr></thead>
        <tbody>${pairs.slice(0, SHOWN).map((pair) => html`<tr>
          <td>${pair.line}</td><td class="text">${cut(pair.ciphertext)}</td><td class="text">${cut(pair.plaintext)}</td></tr>`)}
        </tbody>
      </table>
    </div>`;
}

/** Asks what the first line of a file is whose columns have no names, or others. */
function NoHeader({ found, file, onFile }) {
  const [{ line, ciphertext, plaintext }] = found.pairs;
  return html`<div class="note" role="status">
    <p><strong>Is line ${line} a pair?</strong> No header names the columns ciphertext and plaintext, so the first column is
      taken for the ciphertext, and “${cut(ciphertext)}” and “${cut(plaintext)}” for a pair.</p>
    ${line === 1 && html`<button type="button" class="secondary small"
      onClick=${async () => onFile(await withHeader(file, found.separator))}>No, line 1 is a header</button>`}
  </div>`;
}

/** Warns of pairs that the service may refuse. */
function Unequal({ pairs }) {
  const unequal = useMemo(() => unequalOf(pairs), [pairs]);
  return unequal.length > 0 && html`<div class="note" role="status">
    <strong>Lengths differ in ${count(unequal.length)} of ${count(pairs.length)} pairs</strong>
    <ul>${unequal.slice(0, SHOWN).map(({ line, ciphertext, plaintext }) => html`
      <li>line ${line}: lengths differ: ${ciphertext} and ${plaintext}</li>`)}
      ${unequal.length > SHOWN && html`<li>and ${count(unequal.length - SHOWN)} more</li>`}</ul>
    <p>A ciphertext needs a symbol for each symbol of its plaintext. More than that is accepted if one reason explains
      all pairs, such as nulls, and fewer never are.</p>
  </div>`;
}

/** The service's faults of pairs, each with its line where it has one. */
function toldOf(problem) {
  return (problem?.errors ?? []).filter((one) => one.pointer.startsWith("/data/pairs") || one.pointer.startsWith("/pairs"))
    .map((one) => ({ line: /^line (\d+): /.exec(one.detail)?.[1], detail: one.detail.replace(/^line \d+: /, "") }));
}

function Pasted({ onFile }) {
  const [text, setText] = useState("");
  const take = (written) => {
    setText(written);
    onFile(written.trim() ? new File([written], "pasted pairs") : null);
  };
  return html`<details><summary>Or paste them</summary>
    <${Field} label="Pairs, one a line">${(control) => html`
      <textarea ...${control} class="text" rows="6" spellcheck=${false} placeholder=${EXAMPLE} value=${text}
        onInput=${(event) => take(event.target.value)} />`}<//>
  </details>`;
}

function Tokens({ tokens, onChange, errorAt }) {
  const { form = "", length = "2", symbols = "" } = tokens;
  return html`
    <${Field} label="A symbol of the ciphertext is" error=${form === "length" || form === "alphabet" ? undefined : errorAt("/data/ciphertext")}>${(control) => html`
      <select ...${control} value=${form} onChange=${(event) => onChange({ ...tokens, form: event.target.value })}>
        <option value="">found out from the pairs</option>
        <option value="words">what stands between blanks: 17 03 99</option>
        <option value="length">several characters: 170399</option>
        <option value="alphabet">one of other characters than the plaintext's</option>
      </select>`}<//>
    ${form === "length" && html`<${Field} label="How many characters" error=${errorAt("/data/ciphertext")}>${(control) => html`
      <input ...${control} inputmode="numeric" value=${length} onInput=${(event) => onChange({ ...tokens, length: event.target.value })} />`}<//>`}
    ${form === "alphabet" && html`<${Field} label="The ciphertext's characters" error=${errorAt("/data/ciphertext")}>${(control) => html`
      <input ...${control} class="text" spellcheck=${false} value=${symbols} onInput=${(event) => onChange({ ...tokens, symbols: event.target.value })} />`}<//>`}`;
}

/**
 * @param file the chosen file, or null; onFile takes another one
 * @param value {tokens, validationFraction}
 * @param problem what the service said
 */
export function Pairs({ file, onFile, value, onChange, problem, errorAt }) {
  const [found, setFound] = useState(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    let left = false;
    setFound(null);
    if (file) {
      look(file).then((result) => left || setFound(result),
        () => left || setFound({ pairs: [], faults: [{ detail: "can't be read" }] }));
    }
    return () => { left = true; };
  }, [file]);
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length) {
      onFile(event.dataTransfer.files[0]);
    }
  };
  const told = toldOf(problem);
  const faults = told.length ? told : found?.faults ?? [];
  return html`
    <div class=${"drop" + (over ? " over" : "")} onDrop=${drop} onDragLeave=${() => setOver(false)}
        onDragOver=${(event) => { event.preventDefault(); setOver(true); }}>
      <${Field} label="File of pairs" hint="CSV, TSV or a JSON object a line, up to 1 GB. Choose one, or drop it here.">${(control) => html`
        <input ...${control} type="file" accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,text/tab-separated-values,application/x-ndjson"
          onChange=${(event) => onFile(event.target.files[0] ?? null)} />`}<//>
      ${file && html`<p>Chosen: <strong>${file.name}</strong></p>`}
      <${Pasted} onFile=${onFile} />
      ${faults.length > 0 && html`<${Faults} faults=${faults} />`}
      ${found?.pairs.length > 0 && html`
        ${!found.header && html`<${NoHeader} found=${found} file=${file} onFile=${onFile} />`}
        ${told.length === 0 && html`<${Unequal} pairs=${found.pairs} />`}
        <${Preview} found=${found} />`}
    </div>
    <div class="columns">
      <${Tokens} tokens=${value.tokens} errorAt=${errorAt} onChange=${(tokens) => onChange({ tokens })} />
      <${Field} label="Share held out" error=${errorAt("/data/validationFraction")}
          hint="So many of the pairs training never sees: the accuracy is measured on them.">${(control) => html`
        <input ...${control} inputmode="decimal" placeholder="0.1" value=${value.validationFraction}
          onInput=${(event) => onChange({ validationFraction: event.target.value })} />`}<//>
    </div>`;
}
