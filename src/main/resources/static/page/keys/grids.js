// Cells of which any two can change places: click one, then the other.
import { html, useState } from "../preact.js";
import { moveFocus } from "./cells.js";

/** What two choices of the same kind are made with: the first is kept until the second comes. */
export function usePick(onPair) {
  const [picked, setPicked] = useState(null);
  const pick = (index) => {
    if (picked === null) {
      setPicked(index);
    } else {
      setPicked(null);
      onPair(picked, index);
    }
  };
  return [picked, pick, () => setPicked(null)];
}

/** Says what is picked, or else what can be done. */
export function Picked({ name, what }) {
  return html`<small class="picked" role="status">${name === undefined ? what : `${name} is picked: now pick the other one`}</small>`;
}

/**
 * Cells in rows and columns.
 * @param cells what stands in them, row by row; undefined where nothing does
 * @param onSwap takes the indices of two cells
 * @param rowLabels what stands before each row; its number, if left out
 */
export function Grid({ label, cells, columns, rowLabels, columnLabels, onSwap, readOnly }) {
  const [picked, pick, forget] = usePick((one, other) => one !== other && onSwap(one, other));
  const first = cells.findIndex((one) => one !== undefined);
  const [focused, setFocused] = useState(first);
  const rows = Math.ceil(cells.length / columns);
  const press = (event) => (event.key === "Escape" ? forget() : moveFocus(event, columns));
  const named = (row, column) => `row ${rowLabels?.[row] || row + 1} column ${columnLabels?.[column] ?? column + 1}`;
  const cell = (row, column) => {
    const index = row * columns + column;
    const symbol = cells[index];
    if (symbol === undefined) {
      return html`<td key=${column}></td>`;
    }
    return html`<td key=${column}>${readOnly ? html`<span class="cell">${symbol}</span>`
      : html`<button type="button" class="cell" data-cell aria-label=${`Swap ${symbol}, ${named(row, column)}`}
        aria-pressed=${picked === index} tabindex=${index === focused ? 0 : -1} onFocus=${() => setFocused(index)}
        onClick=${() => pick(index)} onKeyDown=${press}>${symbol}</button>`}</td>`;
  };
  return html`<table class="cells board"><caption>${label}</caption>
    <thead><tr><td></td>${Array.from({ length: columns }, (one, column) => html`
      <th scope="col">${columnLabels?.[column] ?? column + 1}</th>`)}</tr></thead>
    <tbody>${Array.from({ length: rows }, (one, row) => html`<tr>
      <th scope="row">${rowLabels?.[row] ?? row + 1}</th>
      ${Array.from({ length: columns }, (two, column) => cell(row, column))}</tr>`)}</tbody></table>
    ${!readOnly && html`<${Picked} name=${cells[picked]} what="Pick two cells, and they change places." />`}`;
}

/**
 * Cells in one line, which breaks where the page ends.
 * @param under what stands below each, if anything
 * @param onPair takes the indices of two cells, which may be the same
 * @param verb what happens to them, "Swap"
 */
export function Strip({ label, cells, under, onPair, readOnly, verb = "Swap", hint }) {
  const [picked, pick, forget] = usePick(onPair);
  const [focused, setFocused] = useState(0);
  const press = (event) => (event.key === "Escape" ? forget() : moveFocus(event));
  return html`<ol class="cells strip" aria-label=${label}>${cells.map((symbol, index) => html`<li key=${index}>
      ${readOnly ? html`<span class="cell">${symbol}</span>` : html`<button type="button" class="cell" data-cell
        aria-label=${`${verb} ${symbol}, ${under ? under[index] ? `with ${under[index]}` : "free" : `place ${index + 1}`}`}
        aria-pressed=${picked === index} tabindex=${index === focused ? 0 : -1} onFocus=${() => setFocused(index)}
        onClick=${() => pick(index)} onKeyDown=${press}>${symbol}</button>`}
      ${under && html`<span class="over" aria-hidden=${readOnly ? undefined : "true"}>${under[index] || "·"}</span>`}</li>`)}</ol>
    ${!readOnly && html`<${Picked} name=${cells[picked]} what=${hint} />`}`;
}
