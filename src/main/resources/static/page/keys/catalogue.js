// What GET /ciphers says, and the alphabets that keys are made of.
import { useLoaded } from "../state.js";
import { get } from "../http.js";

const FAMILIES = {
  "Substitution": "caesar rot13 rot47 atbash affine substitution keyword homophonic nomenclator key-phrase numbered-key "
    + "tridigital grandpre checkerboard polybius syllabary bacon morse tap-code a1z26",
  "Several alphabets": "vigenere variant-vigenere beaufort porta gronsfeld autokey running-key trithemius progressive "
    + "quagmire-1 quagmire-2 quagmire-3 quagmire-4 alberti vernam interrupted-key gromark periodic-gromark nicodemus "
    + "portax ragbaby condi slidefair nihilist",
  "Several symbols at a time": "hill playfair four-square two-square tri-square seriated-playfair phillips bazeries",
  "Parts of symbols": "bifid cm-bifid trifid digrafid adfgx adfgvx straddling-checkerboard fractionated-morse morbit "
    + "pollux monome-dinome vic",
  "Transposition": "columnar double-columnar myszkowski amsco permutation rail-fence redefence scytale route reverse "
    + "grille cadenus swagman nihilist-transposition ubchi",
  "Machines and cards": "enigma m-209 m-94 chaocipher solitaire",
  "Chains": "chain",
};

/** The marks of Morse code, x between letters. */
export const MARKS = [".", "-", "x"];

let loaded = null;

function load() {
  loaded ??= get("/ciphers").catch((problem) => {
    loaded = null;
    throw problem;
  });
  return loaded;
}

/** The catalogue of ciphers, asked for once, as {data, problem, loading}. */
export const useCatalogue = () => useLoaded(load, []);

/** The types by family, as [label, entries]; those of no family that is known here come last. */
export function byFamily(catalogue) {
  const left = new Map(catalogue.map((entry) => [entry.type, entry]));
  const families = Object.entries(FAMILIES).map(([label, types]) => [label, types.split(" ").flatMap((type) => {
    const entry = left.get(type);
    left.delete(type);
    return entry ? [entry] : [];
  })]);
  return [...families, ["Others", [...left.values()]]].filter(([, entries]) => entries.length);
}

const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const NAMED = { latin26: LATIN, latin27: LATIN + "-", latin25: LATIN.replace("J", ""), latin36: LATIN + "0123456789" };

/** The symbols of an alphabet as the interface names it, A to Z where it names none. */
export const symbolsOf = (alphabet) => [...(NAMED[alphabet] || alphabet?.symbols || LATIN)];

/** A character as a symbol of the alphabet, as the service reads it; undefined for a foreign one. */
export function symbolOf(character, symbols) {
  const same = [character, character.toUpperCase(), character.toLowerCase()].find((one) => symbols.includes(one));
  return same ?? (/^j$/i.test(character) && symbols.length === 25 && symbols.includes("I") ? "I" : undefined);
}

/** The symbols of a key that is a text; what is foreign to the alphabet is no part of it. */
export const symbolsIn = (text, symbols) => [...text].map((one) => symbolOf(one, symbols)).filter(Boolean);

/** An alphabet that begins with a keyword, each symbol once. */
export const keyedAlphabet = (keyword, symbols) => [...new Set([...symbolsIn(keyword, symbols), ...symbols])];

/** A copy of a list with two of its items exchanged. */
export function swapped(list, one, other) {
  const copy = [...list];
  [copy[one], copy[other]] = [copy[other], copy[one]];
  return copy;
}

/** The greatest common divisor of two numbers. */
export const divisor = (one, other) => (other === 0 ? one : divisor(other, one % other));

/** A remainder that is never negative. */
export const modulo = (number, size) => ((number % size) + size) % size;
