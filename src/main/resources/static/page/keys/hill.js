// The matrix of a Hill cipher.
import { html, useState } from "../preact.js";
import { divisor, modulo } from "./catalogue.js";

const NUMBERS = /^\s*-?\d+([\s,;]+-?\d+)+\s*$/;

function numbersOf(value, symbols) {
  if (Array.isArray(value)) {
    return value;
  }
  return NUMBERS.test(value) ? value.trim().split(/[\s,;]+/).map(Number)
    : [...value.toUpperCase()].map((one) => symbols.indexOf(one)).filter((one) => one >= 0);
}

function determinant(rows) {
  return rows.length === 1 ? rows[0][0] : rows[0].reduce((sum, factor, column) => sum + (column % 2 ? -1 : 1) * factor
    * determinant(rows.slice(1).map((row) => row.filter((one, at) => at !== column))), 0);
}

/** Whether a square matrix, row by row, can be undone modulo a size. */
function isInvertible(numbers, size) {
  const side = Math.sqrt(numbers.length);
  const rows = Array.from({ length: side }, (one, row) => numbers.slice(row * side, (row + 1) * side));
  return divisor(size, modulo(determinant(rows), size)) === 1;
}

/** Numbers in rows and columns, each with the symbol that it stands for. */
export function Hill({ cipher, name, label, symbols, onChange, readOnly }) {
  const size = symbols.length;
  const given = numbersOf(cipher[name], symbols).map((one) => modulo(one, size));
  // a matrix on its way to another one that has an inverse too
  const [draft, setDraft] = useState(null);
  const numbers = draft?.of === cipher[name] ? draft.numbers : given;
  const side = Math.sqrt(numbers.length);
  const lines = Array.from({ length: side }, (one, index) => index);
  const edit = (index) => (event) => {
    const number = event.target.valueAsNumber;
    if (!Number.isInteger(number)) {
      return;
    }
    const changed = numbers.map((one, at) => (at === index ? modulo(number, size) : one));
    if (isInvertible(changed, size)) {
      const letters = typeof cipher[name] === "string" && !NUMBERS.test(cipher[name]);
      onChange({ ...cipher, [name]: letters ? changed.map((one) => symbols[one]).join("") : changed });
    }
    setDraft({ numbers: changed, of: cipher[name] });
  };
  return html`<table class="cells board"><caption>${label}</caption>
      <thead><tr><td></td>${lines.map((column) => html`<th scope="col">${column + 1}</th>`)}</tr></thead>
      <tbody>${lines.map((row) => html`<tr><th scope="row">${row + 1}</th>${lines.map((column) => {
        const index = row * side + column;
        return html`<td><input type="number" class="number" value=${numbers[index]} disabled=${readOnly}
          aria-label=${`Row ${row + 1}, column ${column + 1}`} onInput=${edit(index)} />
          <span class="over" aria-hidden="true">${symbols[numbers[index]]}</span></td>`;
      })}</tr>`)}</tbody></table>
    <small class="bad" role="status">${isInvertible(numbers, size) ? ""
      : `This matrix has no inverse modulo ${size}: change another number too.`}</small>`;
}
Hill.fits = (value, symbols) => (typeof value === "string" || Array.isArray(value) && value.every(Number.isInteger))
  && [4, 9, 16, 25].includes(numbersOf(value, symbols).length);
