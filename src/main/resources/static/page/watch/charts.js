// Which curves there are.

const share = (value) => 1 - value;
const itself = (value) => value;

const LOSS = {
  id: "loss", title: "Loss (nats a symbol)", format: "loss", isLowestBest: true,
  lines: [["validationLoss", "Validation"], ["trainingLoss", "Training"]], of: itself,
};
const ACCURACY = {
  id: "accuracy", title: "Accuracy", format: "accuracy",
  lines: [["accuracy", "Symbols"], ["exactMessages", "Exact messages"]], of: itself,
};
// the last per mille of an accuracy can't be seen on a log axis; what is left of errors can
const ERRORS = {
  id: "accuracy", title: "Errors", format: "accuracy", isLowestBest: true,
  lines: [["accuracy", "Symbols wrong"], ["exactMessages", "Messages with an error"]], of: share,
};
const RATE = {
  id: "rate", title: "Learning rate", format: "learningRate", lines: [["learningRate", "Learning rate"]], of: itself,
  hasNoBest: true,
};

/** The charts; on a log axis errors stand for accuracy. */
export const chartsFor = (log) => [LOSS, log ? ERRORS : ACCURACY, RATE];

/** What can be along the bottom. */
export const AXES = { epoch: "Epochs", step: "Steps", seconds: "Seconds" };

const DASHES = [[], [9, 4], [2, 3], [10, 3, 2, 3]];

/** The lines of a chart: for each run and figure its name, its look and its values. */
export function linesOf(chart, runs, nameOf) {
  return runs.flatMap((run, place) => chart.lines.map(([figure, label], rank) => {
    const style = runs.length > 1 ? place : rank;
    return {
      run, figure, name: runs.length > 1 ? `${nameOf(run.job)}: ${label.toLowerCase()}` : label,
      color: `--run-${style + 1}`, dash: DASHES[style], width: rank === 0 ? 2.25 : 1.25,
      values: run.columns[figure].map(chart.of),
    };
  }));
}
