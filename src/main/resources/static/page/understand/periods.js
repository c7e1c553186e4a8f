// Which units count: how much of a unit's state is told by the place within a period alone.

/** So many positions a phase must be met to say anything of it. */
const VISITS = 4;

/** A divisor that explains this share of what a period does is meant: its multiples explain as much, and some by chance. */
const NEARLY = 0.5;

/** Below it a unit isn't said to follow a period, in however long a message. */
const FOLLOWS = 0.3;

/** Standard deviations that are beyond chance, with dozens of units and of periods tried. */
const BEYOND_CHANCE = 5;

/** The longest period that a text of this many positions can show. */
const longestPeriod = (positions) => Math.min(40, Math.floor(positions / VISITS));

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

/**
 * The strength that chance doesn't reach. Where the phase explains nothing, R² has a beta
 * distribution: its standard deviation, on the scale of the adjusted R², grows with the
 * period and falls with the message's length.
 */
function threshold(positions, period) {
  const deviation = Math.sqrt(2 * (period - 1) / ((positions - period) * (positions + 1)));
  return Math.max(FOLLOWS, BEYOND_CHANCE * deviation);
}

/** The period that explains most, or a divisor that nearly does: {period, strength}, period 0 if none is beyond chance. */
export function periodOf(values) {
  const all = [];
  for (let period = 2; period <= longestPeriod(values.length); period++) {
    all.push({ period, strength: strength(values, period) });
  }
  const beyond = all.filter((one) => one.strength >= threshold(values.length, one.period));
  const most = (some) => some.reduce((best, one) => (one.strength > best.strength ? one : best), { period: 0, strength: 0 });
  const best = most(beyond);
  return best.period === 0 ? { period: 0, strength: most(all).strength }
    : all.find((one) => best.period % one.period === 0 && one.strength >= NEARLY * best.strength);
}
