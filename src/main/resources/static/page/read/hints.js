// What a person knows of a text, and how the service is told.
import { html } from "../preact.js";
import { AlphabetFields } from "../alphabet.js";
import { Field } from "../parts.js";
import { nameOf } from "../names.js";

/** A text of which nothing is known. */
export const NO_HINTS = {
  cipher: [], language: [], min: "", max: "", cribs: [{ text: "", position: "" }], known: {}, excluded: {},
  oldSpelling: false, symbols: {}, tokens: "", maxSeconds: 10,
};

const SECONDS = [[5, "5 seconds"], [10, "10 seconds"], [30, "30 seconds"], [60, "a minute"], [600, "10 minutes"],
  [3600, "an hour"], [28800, "8 hours"]];

const number = (text) => (text === "" ? undefined : Number(text));
// people count letters from 1, the service from 0
const fromZero = (text) => (text === "" ? undefined : Number(text) - 1);
const given = (cribs) => cribs.filter(({ text }) => text.trim());
const orNothing = (map) => (Object.keys(map).length ? map : undefined);

/** The request that solves a text. */
export function requestOf(text, hints) {
  const { cipher, language, min, max, cribs, known, excluded, oldSpelling, symbols, tokens, maxSeconds } = hints;
  const crib = given(cribs).map((one) => ({ text: one.text, position: fromZero(one.position) }));
  return {
    text, maxSeconds, words: true,
    cipher: cipher.length ? cipher : undefined,
    language: language.length ? language : undefined,
    keyLength: min === "" && max === "" ? undefined : { min: number(min), max: number(max) },
    crib: crib.length ? crib : undefined,
    known: orNothing(known),
    excluded: orNothing(excluded),
    spelling: oldSpelling ? "old" : undefined,
    ...symbols,
    ciphertext: tokens ? { tokens: tokens === "whitespace" ? tokens : { length: Number(tokens) } } : undefined,
  };
}

/** How many hints there are. */
export function countOf({ cipher, language, min, max, cribs, known, excluded, oldSpelling, symbols, tokens }) {
  return [cipher.length, language.length, min + max, oldSpelling, symbols.alphabet, symbols.characters, tokens]
    .filter(Boolean).length
    + given(cribs).length + Object.keys(known).length + Object.keys(excluded).length;
}

const POINTERS = ["/cipher", "/language", "/keyLength", "/crib", "/known", "/excluded", "/spelling",
  "/alphabet", "/characters", "/ciphertext"];

const TOKENS = [["", "find it out"], ["whitespace", "what stands between blanks"], ["2", "two characters"],
  ["3", "three characters"]];

/** Whether a problem lies in the hints, where it is shown. */
export const isAtHint = (problem) => POINTERS.some((pointer) => problem?.at?.(pointer));

/** Gives the focus to the head of all hints before a button goes away. */
export const toHead = ({ currentTarget }) => currentTarget.closest("details").querySelector("summary").focus();

function Several({ label, hint, options, value, onChange, error, empty }) {
  return html`<${Field} label=${label} hint=${hint} error=${error}>${(control) => html`
    <select ...${control} value="" onChange=${({ target }) => {
      onChange([...value, target.value]);
      target.value = "";
    }}>
      <option value="">${value.length ? "add another …" : empty}</option>
      ${options.filter((one) => !value.includes(one)).map((one) => html`<option value=${one}>${nameOf(one)}</option>`)}
    </select>
    <div class="row chips">${value.map((one) => html`<button type="button" class="secondary small"
      aria-label=${`Remove ${nameOf(one)}`} onClick=${(event) => {
        toHead(event);
        onChange(value.filter((other) => other !== one));
      }}>
      ${nameOf(one)} ×</button>`)}</div>`}<//>`;
}

/** What is wrong with a place, counted from 1 and said of the field; undefined of anything else. */
function placeInWords({ pointer, detail }) {
  if (!pointer.endsWith("/position")) {
    return undefined;
  }
  const [, room] = /room for the crib: (.*)/.exec(detail) || [];
  return room ? `leaves no room for the words: ${room}` : "must be a whole number, at least 1";
}

/** The place of words among those that are sent, or none. */
const headsOf = (crib, sent) => (sent.length > 1 ? [`/crib/${sent.indexOf(crib)}`] : sent[0] === crib ? ["/crib", "/crib/0"] : []);

function Crib({ crib, sent, i, only, problem, onChange, onRemove }) {
  const heads = headsOf(crib, sent);
  const own = problem?.errors?.find(({ pointer }) => heads.some((head) => pointer === head || pointer.startsWith(head + "/")));
  const place = own && placeInWords(own);
  const wrong = place ? undefined : own?.detail;
  return html`<div class="crib">
    <${Field} label=${only ? "Words of the plaintext" : `Words ${i + 1}`} error=${wrong}>${(control) => html`
      <input ...${control} value=${crib.text} autocomplete="off" spellcheck="false"
        onInput=${({ target }) => onChange({ ...crib, text: target.value })} />`}<//>
    <${Field} label="At letter" hint="Counted from 1" error=${place}>${(control) => html`<input ...${control}
      type="number" min="1" placeholder="anywhere" value=${crib.position} onInput=${({ target }) => onChange({ ...crib, position: target.value })} />`}<//>
    ${!only && html`<button type="button" class="secondary outline small" aria-label=${`Remove words ${i + 1}`}
      onClick=${(event) => {
        toHead(event);
        onRemove();
      }}>×</button>`}
  </div>`;
}

function Letters({ hints, problem, set }) {
  const chips = [["known", "is"], ["excluded", "isn't"]].flatMap(([name, verb]) =>
    Object.entries(hints[name]).map(([symbol, letters]) => ({ name, symbol, said: `${symbol} ${verb} ${[...letters].join(", ")}` })));
  const remove = ({ name, symbol }) => {
    const { [symbol]: gone, ...rest } = hints[name];
    set({ [name]: rest });
  };
  const error = problem?.at?.("/known") || problem?.at?.("/excluded");
  return (chips.length > 0 || error) && html`<div class="field">
    <div class="row chips">${chips.map((chip) => html`<button type="button" class="secondary small"
      aria-label=${"Forget that " + chip.said} onClick=${(event) => {
        toHead(event);
        remove(chip);
      }}>${chip.said} ×</button>`)}</div>
    ${error && html`<small class="error" role="alert">${error}</small>`}
  </div>`;
}

/** How long to search. */
export function Seconds({ value, onChange }) {
  return html`<label class="seconds">Search for <select value=${value}
    onChange=${({ target }) => onChange(Number(target.value))}>${SECONDS.map(([seconds, label]) =>
      html`<option value=${seconds}>${label}</option>`)}</select></label>`;
}

/** The form of all hints; calls onChange(hints). */
export function Hints({ hints, onChange, types, languages, problem }) {
  const set = (changed) => onChange({ ...hints, ...changed });
  const at = (pointer) => problem?.at?.(pointer);
  const cribs = given(hints.cribs);
  const setCrib = (i, crib) => set({ cribs: hints.cribs.map((one, j) => (i === j ? crib : one)) });
  const bound = (name, label) => html`<${Field} label=${label}>${(control) => html`<input ...${control} type="number"
    min="1" value=${hints[name]} onInput=${({ target }) => set({ [name]: target.value })} />`}<//>`;
  return html`<div class="columns">
    <div>
      <${Several} label="Kind of cipher" empty="find it out" options=${types} value=${hints.cipher}
        onChange=${(cipher) => set({ cipher })} error=${at("/cipher")} />
      <${Several} label="Language" empty="find it out" options=${languages} value=${hints.language}
        onChange=${(language) => set({ language })} error=${at("/language")} />
      <fieldset class="lengths"><legend>Key length, columns, rails or period</legend>
        <div class="pair">${bound("min", "From")}${bound("max", "To")}</div>
        ${at("/keyLength") && html`<small class="error" role="alert">${at("/keyLength")}</small>`}
      </fieldset>
    </div>
    <div>
      ${hints.cribs.map((crib, i) => html`<${Crib} crib=${crib} sent=${cribs} i=${i} only=${hints.cribs.length === 1}
        problem=${problem} onChange=${(changed) => setCrib(i, changed)}
        onRemove=${() => set({ cribs: hints.cribs.filter((one) => one !== crib) })} />`)}
      <button type="button" class="secondary outline small"
        onClick=${() => set({ cribs: [...hints.cribs, { text: "", position: "" }] })}>More words</button>
      <${Letters} hints=${hints} problem=${problem} set=${set} />
      <label><input type="checkbox" checked=${hints.oldSpelling} onChange=${({ target }) => set({ oldSpelling: target.checked })} />
        Old spelling: one letter for I and J, one for U and V</label>
      ${at("/spelling") && html`<small class="error" role="alert">${at("/spelling")}</small>`}
      <${Field} label="A symbol is" error=${at("/ciphertext")}>${(control) => html`
        <select ...${control} value=${hints.tokens} onChange=${({ target }) => set({ tokens: target.value })}>
          ${TOKENS.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
        </select>`}<//>
      <${AlphabetFields} value=${hints.symbols} onChange=${(symbols) => set({ symbols })} usual="the language's own"
        errorAt=${(name) => at("/" + name)} />
    </div>
  </div>`;
}
