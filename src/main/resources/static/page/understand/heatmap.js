// A heat map on a canvas, with a cursor that pointer and arrow keys move.
import { html, useEffect, useMemo, useRef, useState } from "../preact.js";
import { useId, useScheme } from "../parts.js";

/** From white over blue to dark, and from orange over white to blue: told apart by every kind of sight. */
const SEQUENTIAL = [[255, 255, 255], [158, 202, 225], [33, 113, 181], [8, 48, 107]];
const DIVERGING = [[179, 88, 6], [253, 184, 99], [247, 247, 247], [128, 177, 211], [5, 48, 97]];

function colour(scale, share) {
  const at = Math.min(Math.max(share, 0), 1) * (scale.length - 1);
  const low = Math.min(Math.floor(at), scale.length - 2);
  return scale[low].map((part, i) => Math.round(part + (at - low) * (scale[low + 1][i] - part)));
}

/** A canvas with a pixel for each cell. */
function pixels(rows, columns, share, scale) {
  const image = new ImageData(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      image.data.set([...colour(scale, share(row, column)), 255], 4 * (row * columns + column));
    }
  }
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [columns, rows];
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/**
 * @param rows, columns how many there are
 * @param share the colour of a cell, from 0 to 1, by row and column
 * @param describe a cell in words, by row and column
 * @param label what the map shows
 * @param diverging whether 0.5 is the middle
 * @param rowNames, columnNames short names at the edges, where there is room for them
 * @param marks columns before which a line stands
 */
export default function Heatmap({ rows, columns, share, describe, label, diverging = false, cell = 16,
    rowNames = [], columnNames = [], marks = [] }) {
  const canvas = useRef(null);
  const [cursor, setCursor] = useState(null);
  const id = useId("heat");
  const size = Math.max(2, Math.min(cell, Math.floor(4096 / Math.max(rows, columns, 1))));
  const edge = rowNames.length && size >= 10 ? 18 : 0;
  const scheme = useScheme();
  // hundreds of thousands of cells, of which a move of the cursor changes none
  const small = useMemo(() => pixels(rows, columns, share, diverging ? DIVERGING : SEQUENTIAL), [rows, columns, share, diverging]);
  useEffect(() => {
    const context = canvas.current.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.current.width, canvas.current.height);
    context.imageSmoothingEnabled = false;
    context.setTransform(1, 0, 0, 1, edge, edge);
    context.drawImage(small, 0, 0, columns * size, rows * size);
    context.fillStyle = getComputedStyle(canvas.current).color;
    context.font = `${Math.min(size - 3, 13)}px monospace`;
    context.textAlign = "center";
    rowNames.forEach((name, row) => context.fillText(name, -edge / 2, (row + 0.75) * size));
    columnNames.forEach((name, column) => context.fillText(name, (column + 0.5) * size, -0.3 * edge));
    context.strokeStyle = "#d4145a";
    for (const mark of marks) {
      context.beginPath();
      context.moveTo(mark * size, 0);
      context.lineTo(mark * size, rows * size);
      context.stroke();
    }
    if (cursor) {
      context.lineWidth = 2;
      context.strokeRect(cursor[1] * size, cursor[0] * size, size, size);
    }
  }, [small, cursor, size, scheme, marks.join()]);
  const clamp = (value, end) => Math.min(Math.max(value, 0), end - 1);
  const point = (event) => {
    const box = canvas.current.getBoundingClientRect();
    setCursor([clamp(Math.floor((event.clientY - box.top - edge) / size), rows),
      clamp(Math.floor((event.clientX - box.left - edge) / size), columns)]);
  };
  const move = (event) => {
    const [down, right] = MOVES[event.key] ?? [];
    if (down !== undefined) {
      event.preventDefault();
      const [row, column] = cursor ?? [0, 0];
      setCursor([clamp(row + down, rows), clamp(column + right, columns)]);
    }
  };
  return html`<div class="heatmap">
    <div class="scroll" tabindex="0" role="application" aria-label=${label + ", a heat map: arrow keys read its cells"}
        aria-describedby=${id} onKeyDown=${move}>
      <canvas ref=${canvas} role="img" aria-label=${label} width=${columns * size + edge} height=${rows * size + edge}
        onPointerMove=${point}></canvas>
    </div>
    <p id=${id} class="text cell" role="status">${cursor && cursor[0] < rows && cursor[1] < columns
      ? describe(cursor[0], cursor[1]) : "Point at a cell, or move by arrow keys, to read it."}</p>
  </div>`;
}
