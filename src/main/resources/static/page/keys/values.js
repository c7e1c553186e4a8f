// Values of parameters as people write them, and back.
import { fieldName } from "../names.js";

/** What is wrong with a field's text. */
export class Unreadable extends Error {}

const NUMBERS = ["lengths", "wordLengths", "generatrices"];

const isNumbers = (value) => Array.isArray(value) && value.every(Number.isInteger);

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable("must be JSON, for example {\"E\": [\"01\", \"17\"]}");
  }
}

const integer = {
  format: (value) => String(value),
  parse(text) {
    if (!/^\s*[+-]?\d+\s*$/.test(text)) {
      throw new Unreadable("must be a whole number");
    }
    return Number(text);
  },
};

const text = { format: (value) => String(value), parse: (written) => written, isEmpty: (written) => !written };

/** A text, or an order as numbers; it stays what it was where it can. */
const key = {
  format: (value) => (Array.isArray(value) ? value.join(" ") : String(value)),
  parse: (written, before) => (isNumbers(before) && /^\s*\d+([\s,]+\d+)*\s*$/.test(written)
    ? written.trim().split(/[\s,]+/).map(Number) : written),
};

const words = {
  format: (value) => value.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "),
  parse: (written) => written.split(/[\s,]+/).filter(Boolean),
};

const numbers = {
  format: (value) => value.join(" "),
  parse: (written) => words.parse(written).map((one) => integer.parse(one)),
};

const tokens = {
  format: (value) => Object.entries(value).map(([symbol, list]) => symbol + " = " + list.join(" ")).join("\n"),
  parse(written) {
    if (/^\s*\{/.test(written)) {
      return parseJson(written);
    }
    const lines = written.split("\n").filter((line) => line.trim());
    return Object.fromEntries(lines.map((line) => {
      const [, symbol, list] = /^\s*(\S.*?|)\s*=\s+(.*)$/.exec(line) || [];
      if (!symbol || !list.trim()) {
        throw new Unreadable(`must have lines such as "E = 01 17 22"; "${line.trim()}" is none`);
      }
      return [symbol, list.trim().split(/\s+/)];
    }));
  },
};

const json = { format: (value) => JSON.stringify(value), parse: parseJson };

/**
 * How a parameter is written: {format(value), parse(text, valueBefore), isEmpty(text), empty}. "parse" may throw
 * Unreadable; "empty" is the value of an empty text, undefined where that leaves the parameter out.
 */
export function writingOf(parameter) {
  switch (parameter.type) {
    case "integer": return integer;
    case "string": return text;
    // a plugboard that is left out would be drawn
    case "key": return parameter.optional && parameter.name !== "plugboard" ? key : { ...key, empty: "" };
    case "rotors": return words;
    case "list": return NUMBERS.includes(parameter.name) ? numbers : words;
    case "homophones": return tokens;
    default: return json;
  }
}

/** Whether a parameter's text has lines. */
export const hasLines = (parameter) => parameter.type === "homophones";

/** Whether a parameter can be left to chance. */
export const canBeDrawn = (parameter) => ["key", "homophones", "rotors"].includes(parameter.type)
  && parameter.name !== "words";

const WORDS = { key1: "first key", key2: "second key", key3: "third key", a: "factor a", b: "summand b" };

/** A parameter's name as people write it. */
export const labelOf = (name) => fieldName(WORDS[name] ?? name);
