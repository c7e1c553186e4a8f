// Keys that are one alphabet below another one.
import { html } from "../preact.js";
import { MARKS, divisor, keyedAlphabet, modulo, swapped, symbolsIn } from "./catalogue.js";
import { Drawing, moveFocus, typed } from "./cells.js";

/** Two alphabets, one below the other; where "onSwap" is given, the lower one can be edited. */
function Pairs({ upper, lower, symbols, onSwap }) {
  const edit = (index) => (event) => {
    const symbol = typed(event, lower[index], symbols);
    if (symbol !== undefined && symbol !== lower[index]) {
      onSwap(index, lower.indexOf(symbol));
    }
  };
  return html`<ul class="cells pairs">${upper.map((one, index) => html`<li key=${index}>
    <span class="over" aria-hidden=${onSwap ? "true" : undefined}>${one}</span>
    ${onSwap ? html`<input class="cell" data-cell value=${lower[index]} aria-label=${one + " becomes"} spellcheck=${false}
        autocomplete="off" autocapitalize="characters" onFocus=${(event) => event.target.select()}
        onInput=${edit(index)} onKeyDown=${(event) => moveFocus(event, 1, false)} />`
      : html`<span class="cell">${lower[index]}</span>`}</li>`)}</ul>`;
}

const SWAP = "Write a letter below another one: the two that are affected change places.";

/** A key that has each symbol once. */
export function Substitution({ cipher, name, label, symbols, onChange, readOnly }) {
  const lower = symbolsIn(cipher[name], symbols);
  const swap = (one, other) => onChange({ ...cipher, [name]: swapped(lower, one, other).join("") });
  return html`<${Drawing} label=${label} hint=${readOnly ? undefined : SWAP}>
    <${Pairs} upper=${symbols} lower=${lower} symbols=${symbols} onSwap=${readOnly ? undefined : swap} /><//>`;
}
Substitution.fits = (value, symbols) => typeof value === "string" && symbols.length === [...value].length
  && new Set(symbolsIn(value, symbols)).size === symbols.length;

function becomes({ type, ...key }, symbols) {
  const size = symbols.length;
  const at = (index) => symbols[modulo(index, size)];
  switch (type) {
    case "rot13": return symbols.map((one, index) => at(index + 13));
    case "rot47": return symbols.map((one, index) => at(index + 47));
    case "atbash": return symbols.map((one, index) => at(-1 - index));
    case "caesar": return symbols.map((one, index) => at(index + key.shift));
    case "affine": return symbols.map((one, index) => at(key.a * index + key.b));
    default: {
      const form = key.form || "K2";
      const first = keyedAlphabet(key.key, symbols);
      const second = form === "K1" ? symbols : form === "K4" ? keyedAlphabet(key.key2 || "", symbols) : first;
      const upper = form === "K2" ? symbols : first;
      return symbols.map((one) => second[modulo(upper.indexOf(one) - (key.shift || 0), size)]);
    }
  }
}

/** A cipher that has no key. */
export function Keyless({ cipher, symbols }) {
  return html`<${Drawing} label="Alphabets">
    <${Pairs} upper=${symbols} lower=${becomes(cipher, symbols)} symbols=${symbols} /><//>`;
}

/** Alphabets that begin with keywords; edited by hand, they are those of form K2. */
export function Keyworded({ cipher, label, symbols, onChange, readOnly }) {
  const lower = becomes(cipher, symbols);
  const swap = (one, other) => {
    const { key2, ...others } = cipher;
    onChange({ ...others, key: swapped(lower, one, other).join(""), form: "K2", shift: 0 });
  };
  return html`<${Drawing} label=${label} hint=${readOnly ? undefined : SWAP}>
    <${Pairs} upper=${symbols} lower=${lower} symbols=${symbols} onSwap=${readOnly ? undefined : swap} /><//>`;
}
Keyworded.fits = (value, symbols, { key2, shift = 0 }) => [value, key2 ?? ""].every((one) => typeof one === "string")
  && Number.isInteger(shift);

/** A number of places by which an alphabet is moved. */
function Slider({ label, value, symbols, onChange, readOnly }) {
  const places = modulo(value, symbols.length);
  return html`<label class="slider">${label} <b>${places}</b>
    <input type="range" min="0" max=${symbols.length - 1} value=${places} disabled=${readOnly}
      onInput=${(event) => onChange(event.target.valueAsNumber)} /></label>`;
}

/** Moved by so many places. */
export function Shift({ cipher, label, symbols, onChange, readOnly }) {
  return html`<${Drawing} label=${label}>
    <${Slider} label="Places" value=${cipher.shift} symbols=${symbols} readOnly=${readOnly}
      onChange=${(shift) => onChange({ ...cipher, shift })} />
    <${Pairs} upper=${symbols} lower=${becomes(cipher, symbols)} symbols=${symbols} /><//>`;
}
Shift.fits = (value) => Number.isInteger(value);

/** Multiplied, and moved. */
export function Affine({ cipher, symbols, onChange, readOnly }) {
  const size = symbols.length;
  const factors = symbols.map((one, index) => index).filter((one) => divisor(size, one) === 1);
  const choose = (event) => onChange({ ...cipher, a: Number(event.target.value) });
  return html`<${Drawing} label="Key">
    <div class="row"><label>Factor a <select value=${modulo(cipher.a, size)} disabled=${readOnly} onChange=${choose}>
        ${factors.map((one) => html`<option value=${one}>${one}</option>`)}</select></label>
      <${Slider} label="Summand b" value=${cipher.b} symbols=${symbols} readOnly=${readOnly}
        onChange=${(b) => onChange({ ...cipher, b })} /></div>
    <${Pairs} upper=${symbols} lower=${becomes(cipher, symbols)} symbols=${symbols} /><//>`;
}
Affine.fits = (value, symbols, { a, b }) => Number.isInteger(a) && Number.isInteger(b);

const TRIGRAMS = MARKS.flatMap((one) => MARKS.flatMap((two) => MARKS.map((three) => one + two + three))).slice(0, -1);

/** A keyed alphabet below groups of three marks of Morse. */
export function MorseAlphabet({ cipher, name, label, onChange, readOnly }) {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const lower = keyedAlphabet(cipher[name], letters);
  const swap = (one, other) => onChange({ ...cipher, [name]: swapped(lower, one, other).join("") });
  return html`<${Drawing} label=${label} hint=${readOnly ? undefined : SWAP}>
    <${Pairs} upper=${TRIGRAMS} lower=${lower} symbols=${letters} onSwap=${readOnly ? undefined : swap} /><//>`;
}
MorseAlphabet.fits = (value) => typeof value === "string";
