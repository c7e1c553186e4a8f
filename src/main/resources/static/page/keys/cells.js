// What all drawings of keys share: cells, and how the arrow keys move among them.
import { html } from "../preact.js";
import { symbolOf } from "./catalogue.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * Moves the focus to a neighbour of a cell.
 * @param columns how many cells a row has
 * @param vertical whether the keys up and down move too
 * @returns whether the key was one that moves
 */
export function moveFocus(event, columns = 1, vertical = true) {
  const upright = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (!STEPS[event.key] || (upright && !vertical) || event.altKey || event.ctrlKey || event.metaKey) {
    return false;
  }
  const cells = [...event.currentTarget.closest(".cells").querySelectorAll("[data-cell]")];
  const next = cells[cells.indexOf(event.currentTarget) + STEPS[event.key] * (upright ? columns : 1)];
  event.preventDefault();
  next?.focus();
  return true;
}

/** The symbol that was typed over another one; undefined where it is none of these. */
export function typed(event, before, symbols) {
  const written = [...event.target.value];
  event.target.value = before;
  const other = written.filter((one) => one !== before).pop() ?? written.pop();
  return other && symbolOf(other, symbols);
}

/** Whatever is drawn, under its name. */
export function Drawing({ label, hint, children }) {
  return html`<fieldset class="drawing"><legend>${label}</legend>${children}
    ${hint && html`<small>${hint}</small>`}</fieldset>`;
}
