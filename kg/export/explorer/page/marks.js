// The map painted on a canvas: boxes, and symbols or spots for what is in no box of its own.

const FRAMED = 14;
const FRAME_IN_FULL = 200; // the height of a box whose frame is drawn as strongly as any
const FAINT = { ground: 0.07, frame: 0.7, spot: 0.5 }; // how strongly boxes are painted; a spot is one whose insides are passed over
const SPOT = { from: 0.15, size: 0.7 }; // of the room of a thing that is too small for a symbol

/** The colour of a thing, as a number: that of its kind, or after all kinds that of what the filters do not let through. */
const paintAt = (node) => (chart.lit[node] < 2 ? GRAPH.kinds.length : NODES.kind[node]);

/** Hand the things that are drawn in one colour to `draw` together, with the name of the colour. */
function byPaint(nodes, draw) {
  const groups = [...GRAPH.kinds, 'line'].map(() => []);
  for (const node of nodes) groups[paintAt(node)].push(node);
  groups.forEach((group, at) => draw(GRAPH.kinds[at] ?? 'line', group));
}

function paintByCanvas(sheet, { open, low, cells }) {
  sheet.pen.fillStyle = colour('ground');
  sheet.pen.fillRect(0, 0, sheet.width, sheet.height);
  drawBoxes(sheet, open);
  if (atlas().cell[1] * chart.scale >= SMALLEST_SYMBOL) drawCells(sheet, cells);
  else stippleAll(sheet, low, cells);
}

/** Boxes as grounds and frames. */
function drawBoxes({ pen, x, y }, boxes) {
  const { wide, high } = atlas();
  byPaint(boxes, (name, nodes) => {
    [pen.fillStyle, pen.strokeStyle] = [colour(name), colour(name)];
    pen.globalAlpha = FAINT.ground;
    for (const node of nodes) pen.fillRect(x(node), y(node), wide[node] * chart.scale, high[node] * chart.scale);
    for (const node of nodes) {
      const height = high[node] * chart.scale;
      if (height < FRAMED) continue;
      pen.globalAlpha = Math.min(FAINT.frame, height / FRAME_IN_FULL);
      pen.strokeRect(Math.round(x(node)) + 0.5, Math.round(y(node)) + 0.5, Math.round(wide[node] * chart.scale), Math.round(height));
    }
  });
  pen.globalAlpha = 1;
}

/** Half the size of a symbol in a cell of a height. */
const reachOf = (high) => Math.min(7, high * 0.28);

/** The things in no box of their own by their symbols. */
function drawCells({ pen, x, y }, cells) {
  const [wide, high] = atlas().cell.map((size) => size * chart.scale);
  const reach = reachOf(high);
  byPaint(cells, (name, nodes) => {
    pen.fillStyle = colour(name);
    for (const node of nodes) fillSymbol(pen, SHAPES[kindOf(node)], x(node) + wide / 2, y(node) + Math.min(high / 2, reach * 2), reach);
  });
}

/** The same things where they are too small for symbols, and the boxes whose insides are passed over, as spots. */
function stippleAll({ pen, width, height, x, y }, boxes, cells) {
  const { cell: [across, down], wide, high } = atlas();
  const ratio = devicePixelRatio;
  const unit = chart.scale * ratio;
  startStipple(Math.round(width * ratio), Math.round(height * ratio));
  byPaint(boxes, (name, nodes) => {
    const pixel = pixelOf(name, FAINT.spot);
    for (const node of nodes) stippleRect(x(node) * ratio, y(node) * ratio, wide[node] * unit, high[node] * unit, pixel);
  });
  byPaint(cells, (name, nodes) => {
    const pixel = pixelOf(name, 1);
    for (const node of nodes) stippleRect(x(node) * ratio + across * SPOT.from * unit, y(node) * ratio + down * SPOT.from * unit, across * SPOT.size * unit, down * SPOT.size * unit, pixel);
  });
  endStipple(pen, width, height);
}

function fillSymbol(pen, shape, x, y, reach) {
  pen.beginPath();
  if (CORNERS[shape]) for (const [dx, dy] of cornersOf(shape)) pen.lineTo(x + dx * reach, y + dy * reach);
  else pen.arc(x, y, reach, 0, 7);
  pen.fill();
}
