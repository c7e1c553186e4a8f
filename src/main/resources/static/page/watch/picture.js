// A picture of the charts as they are seen.

const MARGIN = 16;
const LINE = 20;

/** A PNG of charts, each [title, plot, lines], one below the other. */
export function pictureOf(charts) {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  const ratio = devicePixelRatio;
  const width = Math.max(...charts.map(([, plot]) => plot.width)) + 2 * MARGIN;
  const heights = charts.map(([, plot, lines]) => plot.height + LINE * (1 + lines.length) + MARGIN);
  const canvas = document.createElement("canvas");
  canvas.width = width * ratio;
  canvas.height = (heights.reduce((sum, height) => sum + height, 0) + MARGIN) * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.fillStyle = color("--pico-background-color");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "middle";
  let top = MARGIN;
  charts.forEach(([title, plot, lines], place) => {
    pen.fillStyle = color("--pico-color");
    pen.font = "bold 15px system-ui, sans-serif";
    pen.fillText(title, MARGIN, top + LINE / 2);
    pen.font = "13px system-ui, sans-serif";
    lines.forEach((line, index) => {
      const middle = top + LINE * (index + 1.5);
      pen.strokeStyle = color(line.color);
      pen.lineWidth = line.width;
      pen.setLineDash(line.dash);
      pen.beginPath();
      pen.moveTo(MARGIN, middle);
      pen.lineTo(MARGIN + 32, middle);
      pen.stroke();
      pen.fillText(line.name, MARGIN + 40, middle);
    });
    pen.drawImage(plot.ctx.canvas, MARGIN, top + LINE * (1 + lines.length), plot.width, plot.height);
    top += heights[place];
  });
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}
