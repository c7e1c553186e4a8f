// Messages that a version can be asked about: made by its own cipher where that is known.
import { post } from "../http.js";
import { symbolsOf } from "../keys/catalogue.js";

/** An English text to be enciphered, long enough to show a period. */
const SENTENCE = "IT IS A TRUTH THAT EVERY LETTER SENT IN HASTE IS READ AT LEISURE AND THAT A KEY USED TWICE TELLS MORE THAN THE "
  + "ONE WHO CHOSE IT WOULD HAVE LIKED TO SAY ";

/** The cipher that a version learned, with a random key where it takes any, and the name of that key. */
function cipherOf(version) {
  const cipher = version.request?.data?.cipher;
  if (!cipher) {
    return {};
  }
  const free = Object.keys(cipher).find((name) => cipher[name]?.any !== undefined);
  return free ? { free, cipher: { ...cipher, [free]: { random: cipher[free].any === true ? {} : cipher[free].any } } }
    : { cipher };
}

async function encipher(text, version, signal) {
  const { cipher, free } = cipherOf(version);
  const options = { ...(version.request.data.characters ? { characters: version.request.data.characters } : {}) };
  const answer = await post("/encrypt", { text, cipher, alphabet: version.alphabet, ...options }, { signal });
  const key = free ? String(answer.cipher[free]) + ":" : "";
  // what a cipher has to be given is the prepared text, padding and all
  const plain = await post("/decrypt", { text: answer.text, cipher: answer.cipher ?? cipher, alphabet: version.alphabet,
    ...options }, { signal });
  return { ciphertext: key + answer.text, plaintext: plain.text };
}

function lengthOf(version) {
  const length = version.request.data.messageLength ?? 32;
  return typeof length === "number" ? length : length.max ?? length[1] ?? 32;
}

/** Whether the version's own cipher can make messages. */
export const isKnown = (version) => Boolean(version.request?.data?.cipher);

/**
 * Pairs as the version was trained on: random plaintexts, which it has seen none of.
 * @param many how many
 */
export async function randomPairs(version, many, signal) {
  const symbols = symbolsOf(version.alphabet);
  const length = lengthOf(version);
  const message = () => Array.from({ length }, () => symbols[Math.floor(Math.random() * symbols.length)]).join("");
  const pairs = [];
  const next = async () => {
    while (pairs.length < many) {
      pairs.push(await encipher(message(), version, signal));
    }
  };
  await Promise.all([next(), next(), next(), next()]);
  return pairs.slice(0, many);
}

/** A ciphertext to look at the network with. */
export async function example(version, signal) {
  const symbols = symbolsOf(version.alphabet);
  if (!isKnown(version)) {
    return Array.from({ length: 120 }, () => symbols[Math.floor(Math.random() * symbols.length)]).join("");
  }
  const blank = symbols.includes(" ") ? " " : symbols.includes("-") ? "-" : "";
  const prose = SENTENCE.replaceAll(" ", blank).repeat(2).slice(0, 200);
  const block = version.request.data.cipher.type !== "vigenere" && version.request.data.messageLength;
  const text = block ? prose.slice(0, lengthOf(version)) : prose;
  return (await encipher(text, version, signal)).ciphertext;
}
