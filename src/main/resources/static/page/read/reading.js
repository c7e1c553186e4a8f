// The readings of a ciphertext: text, key and how sure each is.
import { html, useEffect, useRef, useState } from "../preact.js";
import { post } from "../http.js";
import { nameOf } from "../names.js";
import { CopyButton, ProblemNote, download, percent } from "../parts.js";
import Key from "../keys/key.js";
import { align, chunks, showsWords } from "./align.js";
import { Letters } from "./letters.js";
import { isPlain, keyInWords, sureness } from "./words.js";

const PAUSE = 300;
const LONGEST_ALIGNED = 6000;

function Confidence({ value }) {
  return html`<p class="confidence"><span>Confidence</span>
    <meter aria-label="Confidence" min="0" max="1" low="0.2" high="0.9" optimum="1" value=${value}></meter>
    <span><strong>${sureness(value)}</strong> (${percent(value)})</span></p>`;
}

/** A text that needed no deciphering, unless its key is being edited. */
const isUntouched = (candidate) => isPlain(candidate.cipher) && !candidate.original;
const nameIn = (candidate) => (isUntouched(candidate) ? "Plaintext: nothing to decipher" : nameOf(candidate.cipher.type));

function Choice({ candidates, chosen, onChoose, onGoOn }) {
  return html`<fieldset class="readings"><legend>Readings, the likeliest first</legend>${candidates.map((one, i) => html`
    <label><input type="radio" name="reading" checked=${i === chosen} onChange=${() => onChoose(i)} />
      <span><strong>${nameIn(one)}</strong>, ${nameOf(one.language)}, ${one.original ? "edited by hand" : percent(one.confidence)}
      ${!isUntouched(one) && html`<small class="text">${keyInWords(one.cipher)}</small>`}
      <small class="text">${one.text.slice(0, 80)}</small></span></label>`)}</fieldset>`;
}

function Aligned({ pairs }) {
  return html`<div class="aligned text" tabindex="0" role="region" aria-label="Ciphertext above plaintext">${
    chunks(pairs).map(({ above, below }) => html`<span class="chunk"><span>${above}</span><span>${below}</span></span>`)}</div>`;
}

/** Deciphers by a key that was edited by hand; calls onEdited with what changed of the candidate. */
function useEdited({ candidate, source, characters, onEdited, onGoOn }) {
  const [problem, setProblem] = useState(null);
  const timer = useRef(null);
  const control = useRef(null);
  useEffect(() => () => {
    clearTimeout(timer.current);
    control.current?.abort();
  }, []);
  const edit = (cipher) => {
    clearTimeout(timer.current);
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    onEdited({ cipher, original: candidate.original || candidate });
    timer.current = setTimeout(async () => {
      try {
        const said = await post("/decrypt",
          { text: source, cipher, alphabet: candidate.alphabet, characters, language: "auto" }, { signal: mine.signal });
        setProblem(null);
        onEdited({ text: said.text, words: undefined, plausibility: said.plausibility });
      } catch (error) {
        setProblem(error);
      }
    }, PAUSE);
  };
  const undo = () => {
    clearTimeout(timer.current);
    control.current?.abort();
    setProblem(null);
    onEdited({ ...candidate.original, original: undefined, plausibility: undefined });
  };
  return { edit, undo, problem: candidate.original ? problem : null };
}

function View({ view, setView, hasWords, canAlign }) {
  const one = (name, label) => html`<button type="button" class="secondary outline small"
    aria-pressed=${view === name ? "true" : "false"} onClick=${() => setView(name)}>${label}</button>`;
  return (hasWords || canAlign) && html`<div class="row views"><span>Show</span>${one("text", "Text")}
    ${hasWords && one("words", "Words parted")}${canAlign && one("aligned", "Below the ciphertext")}</div>`;
}

/** One reading: its text, and its key to be edited. */
function Candidate({ candidate, run, busy, hints, onHints, onEdited, onGoOn }) {
  const { form = [], ciphertext } = run.answer || {};
  const source = candidate.isPart ? run.part : ciphertext ?? run.source;
  const characters = form.includes("all-characters") || hints.symbols.characters ? "all" : undefined;
  const [wish, setView] = useState("words");
  const { edit, undo, problem } = useEdited({ candidate, source, characters, onEdited, onGoOn });
  const canAlign = source.length <= LONGEST_ALIGNED;
  const pairs = canAlign ? align(source, candidate.text) : null;
  const hasWords = Boolean(candidate.words) && !showsWords(candidate.text);
  const view = wish === "words" && !hasWords || wish === "aligned" && !pairs ? "text" : wish;
  const text = view === "words" ? candidate.words : candidate.text;
  const { original } = candidate;
  return html`
    <p><strong>${nameIn(candidate)}</strong>, ${nameOf(candidate.language)}
      ${!isUntouched(candidate) && keyInWords(candidate.cipher) && html`: <span class="text">${keyInWords(candidate.cipher)}</span>`}</p>
    ${original
      ? html`<p class="confidence" role="status">Key edited by hand.
          ${candidate.plausibility != null && ` Reads like a language: ${percent(candidate.plausibility)}.`}
          <button type="button" class="secondary outline small" onClick=${undo}>Undo the edits</button></p>`
      : html`<${Confidence} value=${candidate.confidence} />`}
    <${View} view=${view} setView=${setView} hasWords=${hasWords} canAlign=${Boolean(pairs)} />
    ${view === "aligned" ? html`<${Aligned} pairs=${pairs} />`
      : html`<div class="plaintext text" tabindex="0" role="region" aria-label="Plaintext">${text}</div>`}
    ${candidate.isPart && html`<p class="muted"><small>This is the beginning: the key fits no longer text.</small></p>`}
    <div class="row">
      <${CopyButton} text=${text} />
      <button type="button" class="secondary outline small" onClick=${() => download("plaintext.txt", text + "\n")}>Download</button>
    </div>
    ${!busy && !isUntouched(candidate) && html`
      <${Letters} pairs=${pairs} type=${candidate.cipher.type} hints=${hints} onChange=${onHints} />
      ${onGoOn && html`<p><button type="button" class="secondary small" onClick=${onGoOn}>Go on from this key</button></p>`}
      <section aria-labelledby="key-heading"><h3 id="key-heading">The key, to be edited by hand</h3>
        <${Key} cipher=${candidate.cipher} onChange=${edit} alphabet=${candidate.alphabet}
          errorAt=${(pointer) => problem?.at?.("/cipher" + pointer)} />
        ${!problem?.at?.("/cipher") && html`<${ProblemNote} problem=${problem} />`}</section>`}`;
}

/** The readings of a run, of which one is looked at. */
export function Readings({ run, busy, hints, onHints, onCandidates, chosen, onChoose, onGoOn }) {
  const { candidates } = run;
  const i = Math.min(chosen, candidates.length - 1);
  const latest = useRef(candidates);
  latest.current = candidates;
  const edited = (changed) =>
    onCandidates(latest.current.map((one, j) => (i === j ? { ...one, ...changed } : one)));
  return html`
    ${candidates.length > 1 && html`<${Choice} candidates=${candidates} chosen=${i} onChoose=${onChoose} />`}
    <${Candidate} key=${i} candidate=${candidates[i]} run=${run} busy=${busy} hints=${hints} onHints=${onHints}
      onEdited=${edited} onGoOn=${onGoOn} />`;
}
