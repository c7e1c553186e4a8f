// Which keys a search can go on from (docs/solving.md, "Hints").

const TYPES = ["substitution", "keyword", "homophonic", "playfair", "four-square", "two-square", "tri-square",
  "seriated-playfair", "phillips", "bifid", "cm-bifid", "trifid", "digrafid", "chaocipher", "enigma", "columnar",
  "double-columnar", "permutation", "amsco", "myszkowski", "redefence", "nihilist-transposition", "grille", "cadenus",
  "swagman", "ubchi"];

/** Whether a search can go on from a key. */
export const canStart = ({ type }) => TYPES.includes(type);
