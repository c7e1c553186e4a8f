// Keys that are letters in a row, one for each place of a period, each of which can be moved on or back.
import { html, useRef } from "../preact.js";
import { MARKS, modulo, symbolsIn } from "./catalogue.js";
import { Drawing, moveFocus, typed } from "./cells.js";

const MOST = 60;
const DIGITS = [..."0123456789"];

/** The letters as cells. */
export function Cells({ letters, symbols, headings, of = "Letter", onChange, readOnly }) {
  const put = (index, symbol) => onChange(letters.map((one, at) => (at === index ? symbol : one)));
  const move = (index, places) => put(index, symbols[modulo(symbols.indexOf(letters[index]) + places, symbols.length)]);
  const cells = useRef(null);
  const edit = (index) => (event) => {
    const symbol = typed(event, letters[index], symbols);
    if (symbol !== undefined) {
      put(index, symbol);
      cells.current.querySelectorAll("[data-cell]")[index + 1]?.focus();
    }
  };
  const press = (index) => (event) => {
    const places = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (places) {
      event.preventDefault();
      move(index, places);
    } else {
      moveFocus(event, 1, false);
    }
  };
  return html`<ol class="cells dials" ref=${cells}>${letters.map((letter, index) => {
    const label = `${of} ${headings?.[index] ?? index + 1}`;
    const button = (sign, name, places) => html`<button type="button" class="dial" tabindex="-1" aria-label=${label + name}
      onClick=${() => move(index, places)}>${sign}</button>`;
    return html`<li key=${index}>${headings && html`<span class="over" aria-hidden="true">${headings[index]}</span>`}
      ${readOnly ? html`<span class="cell">${letter}</span>` : html`${button("▲", ", on", 1)}
        <input class="cell" data-cell value=${letter} aria-label=${label} autocomplete="off" spellcheck=${false}
          autocapitalize="characters" onFocus=${(event) => event.target.select()} onInput=${edit(index)}
          onKeyDown=${press(index)} />${button("▼", ", back", -1)}`}</li>`;
  })}</ol>`;
}

const symbolsFor = (cipher, symbols) => (cipher.type === "gronsfeld" ? DIGITS : symbols);

const textOf = (value) => (Array.isArray(value) ? value.join("") : value);

/** A key of any length. */
export function Letters({ cipher, name, label, symbols: alphabet, onChange, readOnly }) {
  const symbols = symbolsFor(cipher, alphabet);
  const letters = symbolsIn(textOf(cipher[name]), symbols);
  const put = (changed) => onChange({ ...cipher, [name]: changed.join("") });
  const button = (text, disabled, changed) => html`<button type="button" class="secondary outline small"
    disabled=${disabled} onClick=${() => put(changed)}>${text}</button>`;
  return html`<${Drawing} label=${label}
      hint=${readOnly ? `Period ${letters.length}` : "Write a letter, or move it on or back by the arrow keys up and down."}>
    <${Cells} letters=${letters} symbols=${symbols} readOnly=${readOnly} onChange=${put} />
    ${!readOnly && html`<div class="row">
      ${button("Add a letter", letters.length >= MOST, [...letters, symbols[0]])}
      ${button("Remove the last", letters.length < 2, letters.slice(0, -1))}
      <span class="muted">${letters.length} in all</span></div>`}<//>`;
}
Letters.fits = (value, alphabet, cipher) => {
  const symbols = symbolsFor(cipher, alphabet);
  const written = (typeof value === "string" || cipher.type === "gronsfeld" && Array.isArray(value)) && textOf(value);
  return Boolean(written) && symbolsIn(written, symbols).length > 0 && [...written].length <= MOST;
};

/** A mark of Morse for each digit. */
export function Marks({ cipher, name, label, onChange, readOnly }) {
  const put = (changed) => MARKS.every((mark) => changed.includes(mark)) && onChange({ ...cipher, [name]: changed.join("") });
  return html`<${Drawing} label=${label} hint="Each of the three marks must have a digit.">
    <${Cells} letters=${[...cipher[name].toLowerCase()]} symbols=${MARKS} headings=${[..."1234567890"]} of="Digit"
      readOnly=${readOnly} onChange=${put} /><//>`;
}
Marks.fits = (value) => /^[.x-]{10}$/i.test(value);

/** A letter below each of the alphabet, several of which may be the same. */
export function Phrase({ cipher, name, label, symbols, onChange, readOnly }) {
  return html`<${Drawing} label=${label}>
    <${Cells} letters=${symbolsIn(cipher[name], symbols)} symbols=${symbols} headings=${symbols} of="Below"
      readOnly=${readOnly} onChange=${(changed) => onChange({ ...cipher, [name]: changed.join("") })} /><//>`;
}
Phrase.fits = (value, symbols) => typeof value === "string" && symbolsIn(value, symbols).length === symbols.length;
