// Which signs of a ciphertext stand above which letters of its plaintext.

const signs = (text) => [...text].filter((sign) => sign.trim());

/**
 * The pairs [ciphertext, plaintext] of a reading in order, with [" ", " "] between words; null
 * where the two don't go side by side.
 */
export function align(source, text) {
  const above = [...source];
  const below = [...text];
  if (above.length === below.length) {
    return above.map((sign, i) => [sign, below[i]]);
  }
  const letters = signs(text);
  const tokens = source.trim().split(/\s+/);
  if (tokens.length === letters.length) {
    return tokens.flatMap((token, i) => [[token, letters[i]], [" ", " "]]);
  }
  const marks = signs(source);
  const each = marks.length / letters.length;
  if (!Number.isInteger(each) || each > 8) {
    return null;
  }
  return letters.flatMap((letter, i) => [[marks.slice(i * each, (i + 1) * each).join(""), letter], [" ", " "]]);
}

const isLetter = (sign) => /\p{L}/u.test(sign);

/**
 * What each symbol of a ciphertext stands for: {symbol, letter, count}, by name.
 * @param areSigns whether a symbol is any sign, so that k is another one than K
 */
export function substitutes(pairs, areSigns) {
  const found = new Map();
  for (const [above, below] of pairs) {
    if (!above.trim() || !isLetter(below) || !areSigns && !isLetter(above)) {
      continue;
    }
    const symbol = areSigns ? above : above.toUpperCase();
    const one = found.get(symbol);
    if (one) {
      one.count++;
    } else {
      found.set(symbol, { symbol, letter: below.toUpperCase(), count: 1 });
    }
  }
  return [...found.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
}

const WIDEST = 12;

/** Pairs as words of at most some signs, each {above, below}, which a line can break between. */
export function chunks(pairs) {
  const found = [];
  let above = "";
  let below = "";
  let size = 0;
  const close = () => {
    if (size) {
      found.push({ above, below });
    }
    above = below = "";
    size = 0;
  };
  for (const [sign, letter] of pairs) {
    if (!sign.trim()) {
      close();
      continue;
    }
    const width = Math.max([...sign].length, [...letter].length);
    above += sign.padEnd(width);
    below += letter.padEnd(width);
    if (++size >= WIDEST) {
      close();
    }
  }
  close();
  return found;
}

/** Whether the blanks of a text part its words, not groups of one length or nothing at all. */
export function showsWords(text) {
  const words = text.trim().split(/\s+/).slice(0, 200);
  const lengths = new Set(words.slice(0, -1).map((word) => word.length));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters / words.length <= 12 && (lengths.size > 1 || words.length < 3);
}
