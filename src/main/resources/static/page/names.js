// What types of ciphers, languages and the fields of requests are called in every view.

const NAMES = {
  rot13: "ROT13", rot47: "ROT47", vigenere: "Vigenère", "variant-vigenere": "Variant Vigenère", a1z26: "Numbers for letters",
  adfgx: "ADFGX", adfgvx: "ADFGVX", vic: "VIC", amsco: "AMSCO", ubchi: "Übchi", "m-209": "M-209", "m-94": "M-94",
  "cm-bifid": "CM bifid", "quagmire-1": "Quagmire I", "quagmire-2": "Quagmire II", "quagmire-3": "Quagmire III",
  "quagmire-4": "Quagmire IV", substitution: "Simple substitution", homophonic: "Homophonic substitution",
  columnar: "Columnar transposition", "double-columnar": "Double columnar transposition", morse: "Morse code",
  chain: "Several ciphers in turn", plaintext: "Plain text, not enciphered",
  random: "No pattern: random letters, or a very strong cipher", unknown: "A kind that isn't known here",
};

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** A type of cipher, or a language, as people write it. */
export const nameOf = (type) => NAMES[type] || capital(type.replaceAll("-", " "));

/** A field of a request, or a parameter, as people write it: "squareKey" is "Square key". */
export const fieldName = (name) => capital(name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase()));

/** Whether a type is a cipher's, not "plaintext", "random" or "unknown". */
export const isCipher = (type) => !["plaintext", "random", "unknown"].includes(type);
