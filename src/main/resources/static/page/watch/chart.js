// A chart of some lines by uPlot, with a legend that can be read.
import { html, useEffect, useMemo, useRef, useState } from "../preact.js";
import uPlot from "../../webjars/uplot/dist/uPlot.esm.js";
import { smooth, thin } from "./run.js";
import { useScheme } from "../parts.js";
import { Legend } from "./legend.js";
import { digits } from "./words.js";

const HEIGHT = 260;
/** Steps of an axis of whole numbers. */
const WHOLE = Array.from({ length: 10 }, (ignored, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();
const LINEAR = 1;
const LOG = 3;
/** How much of a curve is seen behind its smoothed one. */
const BEHIND = 0.3;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** As wide as the points, not as the powers of ten around them. */
const tight = (plot, low, high) => (low === high && low !== null ? [low / 2, high * 2] : [low, high]);

/** A share is between 0 and 1, and so is its axis. */
const ofShares = (plot, low, high) => (low === null || low === high ? [0, 1]
  : [Math.max(0, low - (high - low) / 20), Math.min(1, high + (high - low) / 20)]);

/** What is drawn: raw curves behind, if they are smoothed, and then those. */
function drawn(lines, axis, part, logX, smoothing) {
  const end = Math.max(...lines.map(({ run }) => run.columns[axis].at(-1)));
  const from = part < 1 ? end * (1 - part) : -Infinity;
  const series = [];
  const tables = [];
  const add = (line, values, alpha) => {
    let xs = line.run.columns[axis];
    const kept = (ignored, index) => xs[index] >= from && (xs[index] > 0 || !logX);
    [values, xs] = [values.filter(kept), xs.filter(kept)];
    tables.push(thin(xs, values));
    series.push({ ...line, alpha });
  };
  if (smoothing > 0) {
    lines.forEach((line) => add(line, line.values, BEHIND));
  }
  lines.forEach((line) => add(line, smooth(line.values, smoothing), 1));
  return { series, data: tables.length ? uPlot.join(tables) : [[]] };
}

function optionsOf({ chart, series, axis, logX, logY, width, onCursor }) {
  const text = color("--pico-color");
  const grid = { stroke: color("--pico-muted-border-color"), width: 1 };
  const look = { stroke: text, grid, ticks: grid, font: "12px system-ui, sans-serif" };
  // a log axis leaves out the names of most places
  const values = (plot, places) => places.map((place) => (place === null ? "" : digits(place, 3)));
  return {
    width, height: HEIGHT, legend: { show: false },
    cursor: { sync: { key: "watch" }, y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: false, distr: logX ? LOG : LINEAR, ...(logX && { range: tight }) },
      y: { distr: logY ? LOG : LINEAR, ...(chart.format === "accuracy" && !logY && { range: ofShares }) } },
    axes: [{ ...look, values, size: 32, ...(axis !== "seconds" && !logX && { incrs: WHOLE }) }, { ...look, values, size: 60 }],
    series: [{}, ...series.map((line) => ({
      stroke: color(line.color), alpha: line.alpha, dash: line.alpha < 1 ? [] : line.dash, width: line.width,
      points: { show: line.run.columns.length < 2, size: 8 },
    }))],
    hooks: { setCursor: [(plot) => {
      const { left, idx } = plot.cursor;
      onCursor(idx === null || idx === undefined || left < 0 ? null : plot.posToVal(left, "x"));
    }] },
  };
}

/** onPlot is given the plot while there is one, for a picture of it. */
export function Chart({ chart, lines, axis, part, logX, logY, smoothing, onPlot }) {
  const place = useRef(null);
  const plot = useRef(null);
  const [under, setUnder] = useState(null);
  const scheme = useScheme();
  const { series, data } = useMemo(() => drawn(lines, axis, part, logX, smoothing), [lines, axis, part, logX, smoothing]);
  const isAllZero = logY && lines.length > 0 && lines.every((line) => line.values.every((value) => value <= 0));
  const structure = series.map((line) => line.name + line.alpha + (line.run.columns.length < 2)).join("|");
  useEffect(() => {
    const made = new uPlot(
      optionsOf({ chart, series, axis, logX, logY, width: place.current.clientWidth, onCursor: setUnder }), data, place.current);
    plot.current = made;
    onPlot(chart.id, made);
    const sized = new ResizeObserver(() => made.setSize({ width: place.current.clientWidth, height: HEIGHT }));
    sized.observe(place.current);
    return () => {
      sized.disconnect();
      onPlot(chart.id, null);
      made.destroy();
    };
  }, [structure, axis, logX, logY, scheme, chart]);
  useEffect(() => {
    if (plot.current.data !== data) {
      plot.current.setData(data);
    }
  }, [data]);
  return html`<section class="chart" aria-label=${chart.title}>
    <h3>${chart.title}</h3>
    <div class="plot" role="img" ref=${place}
      aria-label=${`Curves of ${lines.map((line) => line.name.toLowerCase()).join(", ")}; their values are in the tables`}></div>
    ${isAllZero && html`<p class="plot-note">All are 0, which a logarithmic axis can't show.</p>`}
    <${Legend} chart=${chart} lines=${lines} axis=${axis} under=${under} />
  </section>`;
}
