// How much of a text is looked at.

const LONG = 20000;
const PART = 4000;

/** The beginning of a text that is too long to be searched, which shows its key; undefined of any other. */
export function partOf(text) {
  if (text.length <= LONG) {
    return undefined;
  }
  const part = text.slice(0, PART);
  // not half a character
  return part.isWellFormed?.() === false ? text.slice(0, PART - 1) : part;
}
