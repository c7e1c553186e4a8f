// What the service says of a text, in words.
import { nameOf } from "../names.js";

function valueInWords(value) {
  if (Array.isArray(value)) {
    return value.map(valueInWords).join(" ");
  }
  if (value && typeof value === "object") {
    return Object.entries(value).map(([name, one]) => `${name}: ${valueInWords(one)}`).join(", ");
  }
  return String(value);
}

/** Whether a cipher changes nothing: what was solved was plaintext. */
export const isPlain = ({ type, shift }) => type === "caesar" && shift === 0;

/** A key on one line: "key LEMON, period 5". */
export function keyInWords(cipher) {
  if (cipher.type === "chain") {
    return cipher.steps.map((step) => `${nameOf(step.type)} ${keyInWords(step)}`.trim()).join(", then ");
  }
  const parts = Object.entries(cipher).filter(([name, value]) => name !== "type" && value !== null);
  const words = parts.map(([name, value]) =>
    name.replace(/([A-Z0-9])/g, " $1").toLowerCase() + " " + valueInWords(value)).join(", ");
  return words.length > 120 ? words.slice(0, 119) + "…" : words;
}

/** How sure a probability is, for people. */
export function sureness(confidence) {
  return confidence >= 0.98 ? "almost certain" : confidence >= 0.9 ? "very likely" : confidence >= 0.6 ? "likely"
    : confidence >= 0.2 ? "doubtful" : "hardly more than a guess";
}

const FORMS = {
  base64: "Base64", base32: "Base32", hex: "hexadecimal", binary: "binary", decimal: "decimal codes", octal: "octal codes",
  url: "URL escapes", morse: "Morse code", digits: "numbers for letters", groups: "groups of one length",
  reversed: "written backwards", "reversed-words": "each word backwards", title: "a title in front",
  "all-characters": "blanks and punctuation enciphered too",
};

/** What was taken off a text, in words. */
export const formInWords = (form) => form.map((one) => FORMS[one] || one).join(", ");
