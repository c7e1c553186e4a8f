// Which pairs may not go together symbol by symbol, told before they are sent.

/** The ways below, each with so many characters for a symbol: as is first. */
const READINGS = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((ratio) => [0, 1, 2, 3, 4, 5].map((way) => [way, ratio]));

const lettersOf = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const symbolsOf = (text) => [...text].length;

/** What the lengths of a pair may be, in each of the ways in which the service reads pairs: [ciphertext, plaintext]. */
function readings({ ciphertext, plaintext }) {
  const [symbols, letters] = [symbolsOf(plaintext), lettersOf(plaintext)];
  const message = ciphertext.slice(ciphertext.indexOf(":") + 1);
  const words = ciphertext.trim().split(/\s+/).length;
  return [[symbolsOf(ciphertext), symbols], [lettersOf(ciphertext), letters], [words, symbols], [words, letters],
    [symbolsOf(message), symbols], [lettersOf(message), letters]];
}

/**
 * The pairs whose lengths differ in the reading by which the fewest do, as {line, ciphertext, plaintext} with
 * the lengths. Blanks that one side lacks, several characters for each symbol and a key in front differ in none.
 */
export function unequalOf(pairs) {
  const all = pairs.map(readings);
  const isOdd = (lengths, [way, ratio]) => lengths[way][0] !== ratio * lengths[way][1];
  let best = null;
  let fewest = Infinity;
  for (const reading of READINGS) {
    let odd = 0;
    for (let index = 0; index < all.length && odd < fewest; index++) {
      odd += isOdd(all[index], reading);
    }
    if (odd < fewest) {
      [best, fewest] = [reading, odd];
    }
  }
  return pairs.flatMap(({ line }, index) => {
    const [ciphertext, plaintext] = all[index][best[0]];
    return isOdd(all[index], best) ? { line, ciphertext, plaintext } : [];
  });
}
