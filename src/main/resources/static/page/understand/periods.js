// Which units count: how much of a unit's state is told by the place within a period alone.

/** So many positions a phase must be met to say anything of it. */
const VISITS = 3;

/** A multiple of a period explains as much and what chance adds. */
const NEARLY = 0.8;

/** Below it a unit isn't said to follow a period. */
const FOLLOWS = 0.1;

/** The longest period that a text of this many positions can show. */
export const longestPeriod = (positions) => Math.min(40, Math.floor(positions / VISITS));

/**
 * The share of a unit's variance that the phase explains, as adjusted R² of a one-way
 * analysis of variance: about 0 for a unit that doesn't know the period, 1 for one that
 * knows nothing else.
 * @param values the unit's states by position
 */
export function strength(values, period) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  let total = 0;
  values.forEach((value, i) => {
    sums[i % period] += value - mean;
    counts[i % period]++;
    total += (value - mean) ** 2;
  });
  if (total < 1e-9) {
    return 0;
  }
  const between = sums.reduce((sum, one, phase) => sum + one * one / counts[phase], 0);
  return Math.max(0, 1 - (1 - between / total) * (n - 1) / (n - period));
}

/** The shortest period that nearly explains as much as any: {period, strength}, period 0 if none does. */
export function periodOf(values) {
  const all = [];
  for (let period = 2; period <= longestPeriod(values.length); period++) {
    all.push(strength(values, period));
  }
  const best = Math.max(0, ...all);
  return best < FOLLOWS ? { period: 0, strength: best }
    : { period: 2 + all.findIndex((one) => one >= NEARLY * best), strength: best };
}
