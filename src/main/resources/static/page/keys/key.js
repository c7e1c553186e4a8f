// The key of any cipher as people draw it.
import { html } from "../preact.js";
import { nameOf } from "../names.js";
import { Busy, ProblemNote } from "../parts.js";
import { symbolsOf, useCatalogue } from "./catalogue.js";
import { Affine, Keyless, Keyworded, MorseAlphabet, Shift, Substitution } from "./alphabets.js";
import { Letters, Marks, Phrase } from "./letters.js";
import { Alphabet, Board, Box, Cube, Digrafid, Line, Square } from "./squares.js";
import { Columns, Grille } from "./columns.js";
import { Hill } from "./hill.js";
import { Tokens } from "./tokens.js";
import { Plugboard, Rotors, Windows } from "./enigma.js";
import { Parameters } from "./fields.js";
import { labelOf } from "./values.js";

/** What draws which parameters of which types, in the order in which a key is drawn. */
const DRAWINGS = [
  [Substitution, "key", "substitution"],
  [Keyworded, "key", "keyword"],
  [Shift, "shift", "caesar"],
  [Affine, "a", "affine"],
  [MorseAlphabet, "key", "fractionated-morse"],
  [Phrase, "key", "key-phrase"],
  [Tokens, "key letters words", "homophonic nomenclator"],
  [Alphabet, "alphabetKey ciphertextKey ring key", "quagmire-1 quagmire-2 quagmire-3 quagmire-4 alberti condi"],
  [Alphabet, "left right", "chaocipher"],
  [Line, "key", "ragbaby"],
  [Square, "key key1 key2 key3 squareKey", "playfair bifid four-square two-square tri-square seriated-playfair phillips "
    + "bazeries cm-bifid polybius checkerboard"],
  [Square, "squareKey", "adfgx adfgvx nihilist"],
  [Cube, "key", "trifid"],
  [Digrafid, "key1 key2", "digrafid"],
  [Board, "key", "straddling-checkerboard"],
  [Box, "key", "monome-dinome"],
  [Letters, "key indicator", "vigenere variant-vigenere beaufort porta gronsfeld autokey progressive interrupted-key "
    + "nicodemus portax slidefair nihilist cadenus quagmire-1 quagmire-2 quagmire-3 quagmire-4"],
  [Marks, "key", "pollux"],
  [Columns, "key key1 key2 order", "columnar double-columnar redefence amsco myszkowski nihilist-transposition permutation "
    + "morbit adfgx adfgvx ubchi"],
  [Grille, "holes", "grille"],
  [Hill, "key", "hill"],
  [Rotors, "rotors", "enigma"],
  [Windows, "rings positions", "enigma"],
  [Plugboard, "plugboard", "enigma"],
].map(([drawing, names, types]) => ({ drawing, names: names.split(" "), types: types.split(" ") }));

const KEYLESS = ["atbash", "rot13", "rot47"];

/** What is drawn along with another parameter. */
const TOGETHER = { affine: ["b"] };

/** The symbols that a cipher's keys are made of. */
function symbolsFor(cipher, entry, alphabet) {
  const symbols = symbolsOf(alphabet ?? entry.alphabet);
  const omit = typeof cipher.omit === "string" && alphabet === undefined && symbols.length === 25;
  return omit ? symbolsOf("latin26").filter((one) => one !== cipher.omit.toUpperCase()) : symbols;
}

function drawingsOf(cipher, symbols) {
  return DRAWINGS.filter(({ types }) => types.includes(cipher.type)).flatMap(({ drawing, names }) => names
    .filter((name) => name in cipher && drawing.fits(cipher[name], symbols, cipher)).map((name) => ({ drawing, name })));
}

function Steps({ cipher, onChange, ...options }) {
  const put = (index) => (step) =>
    onChange({ ...cipher, steps: cipher.steps.map((one, at) => (at === index ? step : one)) });
  return html`<div class="key"><ol class="steps">${cipher.steps.map((step, index) => html`<li key=${index}>
    <strong>${nameOf(step.type)}</strong><${Key} cipher=${step} onChange=${put(index)} ...${options} /></li>`)}</ol></div>`;
}

/**
 * Draws a key, and lets it be edited.
 * @param cipher the cipher as the interface has it, {type, …}, with its key
 * @param onChange takes the cipher with each other key
 * @param readOnly whether it is only shown
 * @param alphabet the messages', as the interface names it; the cipher's own if left out
 * @param errorAt what is wrong at a pointer relative to the cipher, "/key"
 * @param drawnOnly whether to leave out the fields of what isn't drawn, where a form beside has them
 */
export default function Key({ cipher, onChange, readOnly = false, alphabet, errorAt, drawnOnly = false }) {
  const { data, problem } = useCatalogue();
  if (!data) {
    return problem ? html`<${ProblemNote} problem=${problem} />` : html`<${Busy}>Fetching the ciphers …<//>`;
  }
  const entry = data.find((one) => one.type === cipher.type);
  if (!entry) {
    return html`<p class="muted">${nameOf(cipher.type)}</p>`;
  }
  if (Array.isArray(cipher.steps)) {
    return html`<${Steps} cipher=${cipher} onChange=${onChange} readOnly=${readOnly} drawnOnly=${drawnOnly} />`;
  }
  const symbols = symbolsFor(cipher, entry, alphabet);
  const drawings = drawingsOf(cipher, symbols);
  const drawn = drawings.flatMap(({ name }) => [name, ...TOGETHER[cipher.type] || []]);
  const parameters = (isDrawn) => entry.parameters.filter(({ name }) => drawn.includes(name) === isDrawn
    && (!readOnly || name in cipher));
  const fields = (chosen) => html`<${Parameters} entry=${entry} parameters=${chosen} cipher=${cipher} onChange=${onChange}
    readOnly=${readOnly} errorAt=${errorAt} />`;
  const empty = drawings.length > 0 || KEYLESS.includes(cipher.type) ? ""
    : entry.parameters.length === 0 ? "This cipher has no key." : drawnOnly ? "This key is written, not drawn." : "";
  return html`<div class="key" key=${cipher.type}>
    ${KEYLESS.includes(cipher.type) && html`<${Keyless} cipher=${cipher} symbols=${symbols} />`}
    <div class="drawings">${drawings.map(({ drawing, name }) => html`<div class="drawn" key=${name}>
      <${drawing} cipher=${cipher} name=${name} label=${labelOf(name)} symbols=${symbols} onChange=${onChange}
        readOnly=${readOnly} />
      ${/^key\d$/.test(name) && html`<small>${entry.parameters.find((one) => one.name === name).description}.</small>`}
    </div>`)}</div>
    ${!drawnOnly && fields(parameters(false))}
    ${!drawnOnly && drawings.length > 0 && html`<details><summary>As text</summary>${fields(parameters(true))}</details>`}
    ${empty && html`<p class="muted">${empty}</p>`}
  </div>`;
}
