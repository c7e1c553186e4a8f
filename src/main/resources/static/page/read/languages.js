// How often each letter is used, in percent.
// English: R. E. Lewand, Cryptological Mathematics (2000). German: A. Beutelspacher, Kryptologie (1993).

const list = (values) => Object.fromEntries([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, i) => [letter, values[i]]));

export const USUAL = {
  english: list([8.167, 1.492, 2.782, 4.253, 12.702, 2.228, 2.015, 6.094, 6.966, 0.153, 0.772, 4.025, 2.406, 6.749,
    7.507, 1.929, 0.095, 5.987, 6.327, 9.056, 2.758, 0.978, 2.360, 0.150, 1.974, 0.074]),
  german: list([6.51, 1.89, 3.06, 5.08, 17.40, 1.66, 3.01, 4.76, 7.55, 0.27, 1.21, 3.44, 2.53, 9.78,
    2.51, 0.79, 0.02, 7.00, 7.27, 6.15, 4.35, 0.67, 1.89, 0.03, 0.04, 1.13]),
};

/** The probability that two letters of English, and two by chance, are the same. */
export const COINCIDENCE = { english: 0.066, random: 1 / 26 };
