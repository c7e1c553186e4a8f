// What the service's names are called in words.

const NAMES = {
  rot13: "ROT13", rot47: "ROT47", vigenere: "Vigenère", "variant-vigenere": "Variant Vigenère", a1z26: "Numbers for letters",
  adfgx: "ADFGX", adfgvx: "ADFGVX", vic: "VIC", amsco: "AMSCO", ubchi: "Übchi", "m-209": "M-209", "m-94": "M-94",
  "cm-bifid": "CM bifid", "quagmire-1": "Quagmire I", "quagmire-2": "Quagmire II", "quagmire-3": "Quagmire III",
  "quagmire-4": "Quagmire IV", substitution: "Simple substitution", homophonic: "Homophonic substitution",
  columnar: "Columnar transposition", "double-columnar": "Double columnar transposition", morse: "Morse code",
  chain: "Two ciphers in turn", plaintext: "Plain text, not enciphered",
  random: "No pattern: random letters, or a very strong cipher", unknown: "A kind that isn't known here",
};

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** A type of cipher, or a language, as people write it. */
export const nameOf = (type) => NAMES[type] || capital(type.replaceAll("-", " "));

/** Whether a type is a cipher's, not "plaintext", "random" or "unknown". */
export const isCipher = (type) => !["plaintext", "random", "unknown"].includes(type);

function valueInWords(value) {
  if (Array.isArray(value)) {
    return value.map(valueInWords).join(" ");
  }
  if (value && typeof value === "object") {
    return Object.entries(value).map(([name, one]) => `${name}: ${valueInWords(one)}`).join(", ");
  }
  return String(value);
}

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
