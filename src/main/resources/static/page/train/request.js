// What the form says, as the interface takes it.
import { upload, post } from "../http.js";

/** What the form says before anyone has touched it. */
export const EMPTY = {
  source: "cipher", cipher: { type: "vigenere", key: "LEMON" }, symbols: {}, messageLength: "", tokens: {},
  validationFraction: "", model: "", from: "", activate: true, network: {}, training: {},
};

/** A job that has something to show within a minute. */
export const DEMO = {
  model: "demo",
  data: { cipher: { type: "vigenere", key: "LEMON" }, messageLength: 20 },
  training: { examplesPerEpoch: 256, learningRate: 0.002, maxSeconds: 120 },
};

/** Without what nobody has named; undefined where nothing is left. */
function named(object) {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined && value !== "");
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** A number where a text is one, else what it is, for the service to refuse. */
function numberOf(value) {
  if (typeof value !== "string") {
    return value;
  }
  return value.trim() === "" ? undefined : Number.isFinite(Number(value)) ? Number(value) : value;
}

const numbersOf = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, numberOf(value)]));

function ciphertextOf({ form, length, symbols }) {
  return { words: { tokens: "whitespace" }, length: { tokens: { length: numberOf(length ?? "2") } },
    alphabet: { alphabet: { symbols: symbols ?? "" } } }[form];
}

function fromOf(from) {
  const split = from.lastIndexOf("/");
  return split < 0 ? undefined : { model: from.slice(0, split), version: Number(from.slice(split + 1)) };
}

/** The JSON of a form's state. */
export function requestOf(state) {
  const { alphabet, characters } = state.symbols;
  const data = state.source === "pairs"
    ? { alphabet, characters, ciphertext: ciphertextOf(state.tokens), validationFraction: numberOf(state.validationFraction) }
    : { cipher: state.cipher, alphabet, characters, messageLength: numberOf(state.messageLength) };
  return named({
    model: state.model, data: named(data) ?? {}, network: named(numbersOf(state.network)),
    training: named(numbersOf(state.training)),
    from: fromOf(state.from), chooseNetwork: state.chooseNetwork, activate: state.activate ? undefined : false,
  });
}

const idOfFile = (file) => (file ? [file.name, file.size, file.lastModified].join("/") : "");

function randomKey() {
  // not crypto.randomUUID, which a page without TLS doesn't have
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends requests so that one whose answer was lost, or a button pressed twice, makes one
 * job: the same request goes with the same key until it was answered.
 */
export function sender() {
  let last = null;
  return async (json, file) => {
    const text = JSON.stringify(json) + idOfFile(file);
    if (last?.text !== text) {
      last = { text, key: randomKey() };
    }
    const headers = { "Idempotency-Key": last.key };
    let job;
    if (file) {
      const form = new FormData();
      form.append("request", new Blob([JSON.stringify(json)], { type: "application/json" }));
      form.append("pairs", file, file.name);
      job = await upload("/train", form, { headers });
    } else {
      job = await post("/train", json, { headers });
    }
    last = null;
    return job;
  };
}
