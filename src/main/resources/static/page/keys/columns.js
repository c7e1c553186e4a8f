// Orders of columns, rails or places, whose heads can be moved; and grilles.
import { html, useEffect, useRef } from "../preact.js";
import { swapped } from "./catalogue.js";
import { Drawing, moveFocus } from "./cells.js";
import { Picked, usePick } from "./grids.js";

const MOST = 40;
const SEVERAL = /^\s*\d{1,4}([\s,;]+\d{1,4})+\s*$/;

/** A key as the items above its columns, numbers or letters, and how such items are written again. */
function itemsOf(value) {
  if (Array.isArray(value)) {
    return [value, (items) => items];
  }
  if (SEVERAL.test(value)) {
    return [value.trim().split(/[\s,;]+/).map(Number), (items) => items.join(" ")];
  }
  return /^[1-9]+$/.test(value) ? [[...value].map(Number), (items) => items.join(items.some((one) => one > 9) ? " " : "")]
    : [[...value.toUpperCase()], (items) => items.join("")];
}

/** The rank of each letter from 1; of the same ones the left has the lower, unless they share it. */
function ranks(items, shared) {
  if (shared) {
    const different = [...new Set(items)].sort();
    return items.map((one) => different.indexOf(one) + 1);
  }
  const order = items.map((one, place) => place).sort((one, other) => (items[one] < items[other] ? -1
    : items[one] > items[other] ? 1 : one - other));
  return items.map((one, place) => order.indexOf(place) + 1);
}

/** Without its last number, and with the others closing the gap. */
function shortened(items) {
  const last = items[items.length - 1];
  const rest = items.slice(0, -1);
  return typeof last === "number" && !rest.includes(last) ? rest.map((one) => (one > last ? one - 1 : one)) : rest;
}

const lengthened = (items) => [...items, typeof items[0] === "number" ? Math.max(...items) + 1 : "Z"];

/** What the heads of a type's lines are called. */
const lineOf = ({ type }) => ({ permutation: "Place", redefence: "Rail", morbit: "Pair" }[type] || "Column");

const MARK_PAIRS = ["..", ".-", ".x", "-.", "--", "-x", "x.", "x-", "xx"];

/** The heads of columns, which can be moved. */
export function Columns({ cipher, name, label, onChange, readOnly }) {
  const [items, write] = itemsOf(cipher[name]);
  const numbers = typeof items[0] === "number" ? items : ranks(items, cipher.type === "myszkowski");
  const line = lineOf(cipher);
  const fixed = cipher.type === "morbit";
  const put = (changed) => onChange({ ...cipher, [name]: write(changed) });
  const heads = useRef(null);
  const moved = useRef(null);
  useEffect(() => {
    if (moved.current !== null) {
      heads.current.querySelectorAll("[data-cell]")[moved.current]?.focus();
      moved.current = null;
    }
  });
  const move = (from, to) => {
    if (to >= 0 && to < items.length) {
      moved.current = to;
      put(swapped(items, from, to));
    }
  };
  const [picked, pick, forget] = usePick(move);
  const press = (index) => (event) => {
    const places = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (places && event.shiftKey) {
      event.preventDefault();
      move(index, index + places);
    } else if (event.key === "Escape") {
      forget();
    } else {
      moveFocus(event, 1, false);
    }
  };
  const button = (index, to, sign, where) => html`<button type="button" class="dial" tabindex="-1"
    disabled=${to < 0 || to >= items.length} aria-label=${`Move ${line.toLowerCase()} ${index + 1} to the ${where}`}
    onClick=${() => move(index, to)}>${sign}</button>`;
  const edit = (text, disabled, changed) => html`<button type="button" class="secondary outline small"
    disabled=${disabled} onClick=${() => put(changed())}>${text}</button>`;
  const content = (item, index) => html`${fixed && html`<span class="over">${MARK_PAIRS[index]}</span>`}
    <b>${numbers[index]}</b>${item !== numbers[index] && html`<span class="over">${item}</span>`}`;
  return html`<${Drawing} label=${label}>
    <ol class="cells heads" ref=${heads}>${items.map((item, index) => html`<li key=${index}>
      ${readOnly ? html`<span class="head">${content(item, index)}</span>`
        : html`<button type="button" class="head" data-cell aria-pressed=${picked === index} onClick=${() => pick(index)}
          aria-label=${`${line} ${index + 1}: ${numbers[index]}${item === numbers[index] ? "" : `, ${item}`}`}
          onKeyDown=${press(index)}>${content(item, index)}</button>`}
      ${!readOnly && html`<span class="moves">${button(index, index - 1, "◀", "left")}
        ${button(index, index + 1, "▶", "right")}</span>`}</li>`)}</ol>
    ${!readOnly && html`<${Picked} name=${picked === null ? undefined : `${line} ${picked + 1}`}
      what=${`Move a ${line.toLowerCase()} by its arrows or by Shift with the arrow keys, or pick two, and they change places.`} />`}
    ${!readOnly && !fixed && html`<div class="row">
      ${edit(`Add a ${line.toLowerCase()}`, items.length >= MOST, () => lengthened(items))}
      ${edit("Remove the last", items.length < 3, () => shortened(items))}</div>`}<//>`;
}
Columns.fits = (value) => {
  const written = typeof value === "string" ? value : Array.isArray(value) && value.every(Number.isInteger) && "array";
  // the words of a key may count
  return Boolean(written) && (!/\s/.test(written) || SEVERAL.test(written)) && itemsOf(value)[0].length > 1
    && itemsOf(value)[0].length <= MOST;
};

const turned = (cell, side) => (cell % side) * side + side - 1 - Math.floor(cell / side);

/** A square with holes; of the four cells that lie on one another when it is turned, one is a hole. */
export function Grille({ cipher, name, label, onChange, readOnly }) {
  const holes = cipher[name].map((one) => one - 1);
  const side = Math.round(Math.sqrt(4 * holes.length));
  const open = (cell) => {
    const orbit = [cell];
    while (orbit.length < 4) {
      orbit.push(turned(orbit[orbit.length - 1], side));
    }
    const others = holes.filter((one) => !orbit.includes(one));
    onChange({ ...cipher, [name]: [...others, cell].sort((one, other) => one - other).map((one) => one + 1) });
  };
  const lines = Array.from({ length: side }, (one, index) => index);
  const hole = (row, column) => {
    const cell = row * side + column;
    const isHole = holes.includes(cell);
    return html`<td key=${column}>${readOnly ? html`<span class="cell">${isHole ? "○" : ""}</span>`
      : html`<button type="button" class="cell" data-cell aria-pressed=${isHole} onClick=${() => open(cell)}
        aria-label=${`Hole, row ${row + 1} column ${column + 1}`}
        onKeyDown=${(event) => moveFocus(event, side)}>${isHole ? "○" : ""}</button>`}</td>`;
  };
  return html`<div class="scroll"><table class="cells board grille"><caption>${label}</caption>
      <thead><tr><td></td>${lines.map((column) => html`<th scope="col">${column + 1}</th>`)}</tr></thead>
      <tbody>${lines.map((row) => html`<tr><th scope="row">${row + 1}</th>
        ${lines.map((column) => hole(row, column))}</tr>`)}</tbody></table></div>
    ${!readOnly && html`<small>A hole that you open closes the one that came to lie on its place.</small>`}`;
}
Grille.fits = (value) => {
  if (!Array.isArray(value) || !value.every(Number.isInteger)) {
    return false;
  }
  const side = Math.sqrt(4 * value.length);
  return Number.isInteger(side) && side >= 2 && side <= 16
    && value.every((one) => one >= 1 && one <= side * side);
};
