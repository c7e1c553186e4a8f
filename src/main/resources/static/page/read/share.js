// A text as a link, and a link as a text.
import { addressOf } from "../state.js";
import { NO_HINTS } from "./hints.js";

// what mail and messengers let through
const LONGEST = 8000;

/** The hints that differ from none. */
function told(hints) {
  const set = Object.entries(hints).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(NO_HINTS[name]));
  return set.length ? JSON.stringify(Object.fromEntries(set)) : undefined;
}

/** A link that opens with this text and hints, or null where it would be too long. */
export function linkOf(text, hints) {
  const link = new URL(addressOf("read", { text, hints: told(hints) }), document.baseURI).href;
  return link.length <= LONGEST ? link : null;
}

const sameKind = (value, example) => typeof value === typeof example && Array.isArray(value) === Array.isArray(example);
const isText = (value) => typeof value === "string";
const isNoneOrText = (value) => value === undefined || isText(value);
const CHECKS = {
  cipher: (value) => value.every(isText),
  language: (value) => value.every(isText),
  cribs: (value) => value.length > 0 && value.every((one) => isText(one?.text) && isText(one.position)),
  known: (value) => Object.values(value).every(isText),
  excluded: (value) => Object.values(value).every(isText),
  symbols: ({ alphabet, characters }) => (isNoneOrText(alphabet) || isText(alphabet?.symbols) && isNoneOrText(alphabet.foreign))
    && isNoneOrText(characters),
};

/** The hints of a link, which anybody may have written: what isn't a hint is left out. */
export function hintsOf(json) {
  let read = {};
  try {
    read = JSON.parse(json) || {};
  } catch {
    // cut off on its way
  }
  return Object.fromEntries(Object.entries(NO_HINTS).map(([name, none]) => {
    const value = read[name];
    const good = value !== undefined && value !== null && sameKind(value, none) && (CHECKS[name]?.(value) ?? true);
    return [name, good ? value : none];
  }));
}
