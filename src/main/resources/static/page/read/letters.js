// What each symbol stands for in a reading, to be fixed or forbidden by hand.
import { html, useRef, useState } from "../preact.js";
import { counted } from "../parts.js";
import { substitutes } from "./align.js";

/** The types of one alphabet, whose letters may be known. */
const ONE_ALPHABET = ["substitution", "keyword", "homophonic", "caesar", "rot13", "affine", "atbash"];
const MOST = 120;

const without = (map, symbol) => {
  const { [symbol]: gone, ...rest } = map;
  return rest;
};

function Chosen({ one, hints, onChange, onClose }) {
  const { symbol, letter } = one;
  const { known, excluded } = hints;
  const fix = (to) => onChange({ known: { ...known, [symbol]: to }, excluded: without(excluded, symbol) });
  const forbid = () => onChange({
    known: without(known, symbol), excluded: { ...excluded, [symbol]: (excluded[symbol] || "").replace(letter, "") + letter },
  });
  const forget = () => onChange({ known: without(known, symbol), excluded: without(excluded, symbol) });
  return html`<section class="row one-letter" aria-label=${`What ${symbol} stands for`}>
    <strong>${symbol} → ${letter}</strong>
    <button type="button" class="small" onClick=${() => fix(letter)}>${symbol} is ${letter}</button>
    <button type="button" class="secondary small" onClick=${forbid}>${symbol} isn't ${letter}</button>
    <label>${symbol} is <input size="2" maxlength="2" value=${known[symbol] || ""} autocomplete="off"
      onInput=${({ target }) => (target.value.trim() ? fix(target.value.trim().toUpperCase()) : forget())} /></label>
    ${(known[symbol] || excluded[symbol]) && html`
      <button type="button" class="secondary outline small" onClick=${forget}>Forget what is known of ${symbol}</button>`}
    <button type="button" class="secondary outline small" onClick=${onClose}>Close</button>
  </section>`;
}

/** The symbols of a reading as buttons; nothing where a type has more than one alphabet. */
export function Letters({ pairs, type, hints, onChange }) {
  const [chosen, setChosen] = useState(null);
  const buttons = useRef(null);
  if (!pairs || !ONE_ALPHABET.includes(type)) {
    return null;
  }
  const all = substitutes(pairs, type === "homophonic").slice(0, MOST);
  const one = all.find(({ symbol }) => symbol === chosen);
  const close = () => {
    buttons.current.querySelector("[aria-pressed=true]").focus();
    setChosen(null);
  };
  const state = (symbol) => (hints.known[symbol] ? "known" : hints.excluded[symbol] ? "excluded" : "free");
  const said = { known: ", fixed", excluded: ", with letters ruled out", free: "" };
  return html`<section aria-labelledby="letters-title">
    <h3 id="letters-title">Letters</h3>
    <p class="muted"><small>The ciphertext's above the plaintext's. Click on one that you are sure of, or that is wrong;
      then solve again.</small></p>
    <div class="letters" ref=${buttons}>${all.map(({ symbol, letter, count }) => html`<button type="button" class=${"letter " + state(symbol)}
      aria-pressed=${symbol === chosen ? "true" : "false"} title=${counted(count, "time")}
      aria-label=${`${symbol} stands for ${letter}${said[state(symbol)]}`} onClick=${() => setChosen(symbol === chosen ? null : symbol)}>
      <span>${symbol}</span><span>${letter}</span></button>`)}</div>
    ${one && html`<${Chosen} one=${one} hints=${hints} onChange=${onChange} onClose=${close} />`}
  </section>`;
}
