// What a training has shown so far, as columns of numbers, and what is made of them.

export const FIGURES = [
  "epoch", "step", "seconds", "trainingLoss", "validationLoss", "accuracy", "exactMessages", "learningRate"];

/** The most points of a line that are drawn: more than there are pixels across. */
const DRAWN = 4000;

/** A history, a column of numbers for each figure. */
export function columnsOf(history) {
  const columns = { length: history.length };
  for (const figure of FIGURES) {
    columns[figure] = Float64Array.from(history, (point) => point[figure]);
  }
  return columns;
}

/** An exponential average that isn't drawn to where it begins. */
export function smooth(values, weight) {
  if (weight === 0) {
    return values;
  }
  const smoothed = new Float64Array(values.length);
  let sum = 0;
  let share = 0;
  values.forEach((value, index) => {
    sum = weight * sum + (1 - weight) * value;
    share = weight * share + (1 - weight);
    smoothed[index] = sum / share;
  });
  return smoothed;
}

/** As many points as can be seen, of each stretch the lowest and the highest. */
export function thin(xs, ys, most = DRAWN) {
  if (xs.length <= most) {
    return [xs, ys];
  }
  const stretch = Math.ceil(2 * xs.length / most);
  const kept = [];
  for (let from = 0; from < xs.length; from += stretch) {
    let low = from;
    let high = from;
    for (let index = from; index < Math.min(from + stretch, xs.length); index++) {
      low = ys[index] < ys[low] ? index : low;
      high = ys[index] > ys[high] ? index : high;
    }
    kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
  }
  if (kept.at(-1) !== xs.length - 1) {
    kept.push(xs.length - 1);
  }
  return [kept.map((index) => xs[index]), kept.map((index) => ys[index])];
}

/** The index of the value that is nearest to x in a column that never falls. */
export function nearest(column, x) {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && x - column[low - 1] < column[low] - x ? low - 1 : low;
}

/** The index of the first of the best values. */
export function bestOf(values, lowest) {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if (lowest ? values[index] < values[best] : values[index] > values[best]) {
      best = index;
    }
  }
  return best;
}

/** Runs as CSV, a line for each epoch of each. */
export function csvOf(runs) {
  const lines = [["job", "model", ...FIGURES].join(",")];
  for (const { job, columns } of runs) {
    for (let index = 0; index < columns.length; index++) {
      lines.push([job.id, job.model, ...FIGURES.map((figure) => columns[figure][index])].join(","));
    }
  }
  return lines.join("\r\n") + "\r\n";
}
