// Keys that give each letter tokens of its own.
import { html } from "../preact.js";
import { Drawing } from "./cells.js";

const MOST_LINES = 300;

/** The parameters that share their tokens. */
const TABLES = ["key", "letters", "words"];

/** A table without some tokens, and without the letters that are left with none. */
const without = (table, tokens) => Object.fromEntries(Object.entries(table)
  .map(([letter, list]) => [letter, list.filter((token) => !tokens.includes(token))]).filter(([, list]) => list.length));

/** The tokens of each letter; a token that another letter has is taken from it. */
export function Tokens({ cipher, name, label, symbols, onChange, readOnly }) {
  const value = cipher[name];
  const letters = name === "words" ? Object.keys(value) : [...new Set([...symbols, ...Object.keys(value)])];
  const edit = (letter) => (event) => {
    const tokens = [...new Set(event.target.value.split(/[\s,]+/).filter(Boolean))];
    const taken = Object.fromEntries(TABLES.filter((table) => cipher[table]).map((table) => [table, without(cipher[table], tokens)]));
    const lists = letters.map((one) => [one, one === letter ? tokens : taken[name][one]]);
    onChange({ ...cipher, ...taken, [name]: Object.fromEntries(lists.filter(([, list]) => list?.length)) });
  };
  return html`<${Drawing} label=${label}
      hint=${readOnly ? undefined : "With blanks between them. A token that another letter has is taken from it."}>
    <ul class="tokens">${letters.map((letter) => html`<li key=${letter}><label><b>${letter}</b>
      <input class="text" value=${(value[letter] || []).join(" ")} disabled=${readOnly} spellcheck=${false}
        autocomplete="off" onChange=${edit(letter)} /></label></li>`)}</ul><//>`;
}
Tokens.fits = (value, symbols) => typeof value === "object" && Object.values(value).every(Array.isArray)
  && Object.keys(value).length + symbols.length < MOST_LINES;
