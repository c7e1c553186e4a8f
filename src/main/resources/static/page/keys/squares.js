// Squares, cubes, boards and rings: an alphabet that a keyword mixes, each symbol in a cell of its own.
import { html } from "../preact.js";
import { keyedAlphabet, swapped } from "./catalogue.js";
import { Drawing } from "./cells.js";
import { Grid, Strip } from "./grids.js";

/** The columns of the rectangle that is nearest to a square. */
export function columnsOf(size) {
  let rows = Math.floor(Math.sqrt(size));
  while (size % rows) {
    rows--;
  }
  return size / rows;
}

/** The letters that words give to each of some lines: "KNIFE WOMAN" gives K or W to the first. */
function fromWords(words, lines) {
  const lists = words?.split(/\s+/).filter(Boolean).map((word) => [...word]) || [];
  return lists.length && lists.every((list) => list.length === lines)
    ? lists[0].map((one, index) => lists.map((list) => list[index]).join("/")) : undefined;
}

function labelsOf({ type, ...key }, rows, columns) {
  switch (type) {
    case "adfgx": return [[..."ADFGX"], [..."ADFGX"]];
    case "adfgvx": return [[..."ADFGVX"], [..."ADFGVX"]];
    case "polybius": return [fromWords(key.labels, rows), fromWords(key.columnLabels || key.labels, columns)];
    case "checkerboard": return [fromWords(key.rows, rows), fromWords(key.columns, columns)];
    default: return [];
  }
}

const isKeyword = (value, symbols) => typeof value === "string" && symbols.length > 1;

/** A square, or another rectangle. */
export function Square({ cipher, name, label, symbols, onChange, readOnly }) {
  const cells = keyedAlphabet(cipher[name], symbols);
  const columns = Number.isInteger(cipher.columns) ? cipher.columns : columnsOf(cells.length);
  const [rowLabels, columnLabels] = labelsOf(cipher, cells.length / columns, columns);
  return html`<${Grid} label=${label} cells=${cells} columns=${columns} readOnly=${readOnly} rowLabels=${rowLabels}
    columnLabels=${columnLabels}
    onSwap=${(one, other) => onChange({ ...cipher, [name]: swapped(cells, one, other).join("") })} />`;
}
Square.fits = (value, symbols, cipher) => isKeyword(value, symbols)
  && (!Number.isInteger(cipher.columns) || symbols.length % cipher.columns === 0);

/** A grid whose cells stand elsewhere than in the order of the key; "places" has the place of each in the key. */
function Placed({ cipher, name, keyed, places, onChange, ...others }) {
  return html`<${Grid} cells=${places.map((place) => keyed[place])} ...${others}
    onSwap=${(one, other) => onChange({ ...cipher, [name]: swapped(keyed, places[one], places[other]).join("") })} />`;
}

/** A cube, its layers side by side. */
export function Cube({ cipher, name, label, symbols, onChange, readOnly }) {
  const keyed = keyedAlphabet(cipher[name], symbols);
  const side = Math.round(Math.cbrt(keyed.length));
  const columns = side * side;
  const places = keyed.map((one, index) => {
    const [row, layer, column] = [Math.floor(index / columns), Math.floor((index % columns) / side), index % side];
    return layer * columns + row * side + column;
  });
  const columnLabels = Array.from({ length: columns }, (one, index) => `${Math.floor(index / side) + 1}.${(index % side) + 1}`);
  return html`<${Placed} cipher=${cipher} name=${name} label=${label + ": layer and column above"} keyed=${keyed}
    places=${places} columns=${columns} columnLabels=${columnLabels} onChange=${onChange} readOnly=${readOnly} />`;
}
Cube.fits = (value, symbols) => isKeyword(value, symbols) && Math.round(Math.cbrt(symbols.length)) ** 3 === symbols.length;

/** Digrafid's tables: one of three rows, and one of three columns that is written column by column. */
export function Digrafid({ cipher, name, label, symbols, onChange, readOnly }) {
  const keyed = keyedAlphabet(cipher[name], symbols);
  const long = keyed.length / 3;
  const places = keyed.map((one, index) => (name === "key1" ? index : (index % 3) * long + Math.floor(index / 3)));
  return html`<${Placed} cipher=${cipher} name=${name} label=${label} keyed=${keyed} places=${places}
    columns=${name === "key1" ? long : 3} onChange=${onChange} readOnly=${readOnly} />`;
}
Digrafid.fits = (value, symbols) => isKeyword(value, symbols) && symbols.length % 3 === 0;

/** A board whose top row lacks cells below some digits, which begin the other rows. */
export function Board({ cipher, name, label, symbols, onChange, readOnly }) {
  const digits = [...(cipher.digits || "0123456789")];
  const blanks = [...cipher.blanks];
  const keyed = boardAlphabet(cipher, symbols);
  const places = [];
  digits.forEach((digit) => places.push(blanks.includes(digit) ? undefined : places.filter((one) => one !== undefined).length));
  for (let place = digits.length - blanks.length; place < keyed.length; place++) {
    places.push(place);
  }
  return html`<${Placed} cipher=${cipher} name=${name} label=${label} keyed=${keyed} places=${places}
    columns=${digits.length} rowLabels=${["top", ...blanks]} columnLabels=${digits} onChange=${onChange}
    readOnly=${readOnly} />`;
}

function boardAlphabet(cipher, symbols) {
  const shift = cipher.shift || "/";
  return keyedAlphabet(cipher.key, symbols.includes(shift) ? symbols.filter((one) => !/\d/.test(one)) : symbols);
}

Board.fits = (value, symbols, cipher) => isKeyword(value, symbols) && typeof cipher.blanks === "string"
  && boardAlphabet(cipher, symbols).length === 10 + 9 * [...cipher.blanks].length;

/** Three rows of eight letters; digits stand above the columns and before the last two rows. */
export function Box({ cipher, name, label, onChange, readOnly }) {
  const cells = keyedAlphabet(cipher[name], [..."ABCDEFGHIKLMNOPQRSTUVWXY"]);
  const digits = /^\d{10}$/.test(cipher.digits) ? [...cipher.digits] : undefined;
  return html`<${Grid} label=${label} cells=${cells} columns=${8} readOnly=${readOnly}
    rowLabels=${digits && ["top", ...digits.slice(0, 2)]} columnLabels=${digits?.slice(2)}
    onSwap=${(one, other) => onChange({ ...cipher, [name]: swapped(cells, one, other).join("") })} />`;
}
Box.fits = (value) => typeof value === "string";

/** An alphabet in one line, such as a ring or a wheel. */
export function Alphabet({ cipher, name, label, symbols, onChange, readOnly }) {
  const cells = keyedAlphabet(cipher[name], symbols);
  return html`<${Drawing} label=${label}><${Strip} label=${label} cells=${cells} readOnly=${readOnly}
    hint="Pick two letters, and they change places."
    onPair=${(one, other) => one !== other && onChange({ ...cipher, [name]: swapped(cells, one, other).join("") })} /><//>`;
}
Alphabet.fits = (value, symbols) => isKeyword(value, symbols)
  && [...value.toUpperCase()].every((one) => one === " " || symbols.includes(one));

/** Ragbaby's line of 24 letters, or of all. */
export function Line({ symbols, ...others }) {
  return html`<${Alphabet} symbols=${lineSymbols(symbols, others.cipher)} ...${others} />`;
}

const lineSymbols = (symbols, { letters = 24 }) => (letters === 24 ? symbols.filter((one) => !/[JX]/.test(one)) : symbols);

Line.fits = (value, symbols, cipher) => Alphabet.fits(value, lineSymbols(symbols, cipher));
