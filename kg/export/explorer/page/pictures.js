// The view as a picture: PNG from the canvas, SVG made of the same places.

/** The picture as a PNG on the page's ground. The map may lie on two canvases, of which WebGL's holds its picture only until it is shown. */
function savePng() {
  if (state.view === 'map') drawChart();
  const canvases = byId(state.view === 'map' ? 'map' : 'network').querySelectorAll('canvas');
  const copy = el('canvas', { width: canvases[0].width, height: canvases[0].height });
  const pen = copy.getContext('2d');
  pen.fillStyle = colour('ground');
  pen.fillRect(0, 0, copy.width, copy.height);
  for (const canvas of canvases) pen.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, 'zhengmai.png'), 'image/png');
}

const SVG = 'http://www.w3.org/2000/svg';

/** A new SVG element; text reaches it through textContent alone. */
function drawn(tag, attributes, text = '') {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

const CORNERS = { square: [4, 45], triangle: [3, -90], triangleDown: [3, 90], diamond: [4, 0], star: [5, -90], hexagon: [6, 0] };

/** The corners of a symbol of radius 1 about its middle. A star has its inner corners half way out. */
const cornersOf = (() => {
  const made = new Map();
  return (shape) => {
    if (!made.has(shape)) made.set(shape, madeCorners(shape));
    return made.get(shape);
  };
})();

function madeCorners(shape) {
  const [corners, turn] = CORNERS[shape];
  const inner = shape === 'star' ? 2 : 1;
  return Array.from({ length: corners * inner }, (_, at) => {
    const angle = ((turn + (360 * at) / (corners * inner)) * Math.PI) / 180;
    const reach = at % inner ? 0.5 : 1;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

/** The outline of a symbol. */
function symbolOf(shape, x, y, radius, paint) {
  if (!CORNERS[shape]) return drawn('circle', { cx: x, cy: y, r: radius, fill: paint });
  const points = cornersOf(shape).map(([dx, dy]) => `${(x + radius * dx).toFixed(1)},${(y + radius * dy).toFixed(1)}`);
  return drawn('polygon', { points: points.join(' '), fill: paint });
}

/** The view as SVG: lines, symbols and labels, in the units of the network. */
function svgOf(view) {
  const at = (node) => drawing.places.get(node);
  const [xs, ys] = [[...view.nodes].map((node) => at(node).x), [...view.nodes].map((node) => at(node).y)];
  const [left, top] = [Math.min(...xs) - 90, Math.min(...ys) - 50];
  const [width, height] = [Math.max(...xs) + 90 - left, Math.max(...ys) + 80 - top];
  const svg = emptySvg([left, top, width, height], 'middle');
  for (const { facts } of pairsOf(view.edges)) svg.append(lineOf(facts, at));
  for (const node of view.nodes) svg.append(symbolOf(SHAPES[kindOf(node)], at(node).x, at(node).y, sizeOf(node), paintOf(node)), ...labelLines(node, at(node)));
  return svg;
}

function lineOf(facts, at) {
  const [a, b] = [at(EDGES.a[facts[0]]), at(EDGES.b[facts[0]])];
  const line = drawn('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: lineColour(facts), 'stroke-width': facts.length > 1 ? 2 : 1.2 });
  line.append(drawn('title', {}, facts.slice(0, 6).map(briefly).join('\n')));
  return line;
}

function labelLines(node, { x, y }) {
  const size = fontOf(node);
  return broken(labelOf(node)).split('\n').map((line, at) => drawn('text', {
    x, y: y + sizeOf(node) + size * (1.05 + 1.15 * at), 'font-size': size, fill: colour('ink'), stroke: colour('ground'), 'stroke-width': 3, 'paint-order': 'stroke',
  }, line));
}

/** A line of the map between two things. */
function tieOf(node, other, look) {
  const [from, to] = [node, other].map(middleOf);
  return drawn('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, 'stroke-width': 0.5, ...look });
}

/** What the frame shows of the map, in the units of the map. */
function svgOfChart() {
  const { left, top, wide, high, line, cell } = atlas();
  const stretch = stretchOf(startSheet());
  const { boxes, cells } = partsIn(stretch, SMALLEST_BOX / chart.scale, isDrawn);
  const svg = emptySvg([stretch.left, stretch.top, stretch.right - stretch.left, stretch.bottom - stretch.top], 'start');
  const paint = (node) => colour(chart.lit[node] < 2 ? 'line' : kindOf(node));
  for (const node of boxes) svg.append(drawn('rect', { x: left[node], y: top[node], width: wide[node], height: high[node], fill: paint(node), 'fill-opacity': 0.07, stroke: paint(node), 'stroke-width': 0.4 }));
  for (const node of cells) svg.append(symbolOf(SHAPES[kindOf(node)], left[node] + cell[0] / 2, top[node] + cell[1] / 2, 3, paint(node)));
  for (const edge of crossings()) svg.append(tieOf(EDGES.a[edge], EDGES.b[edge], { stroke: lineColour([edge]), 'stroke-opacity': crossingStrength() }));
  if (state.selected >= 0) for (const other of tiesOnChart(state.selected)) svg.append(tieOf(state.selected, other, { stroke: colour('accent') }));
  for (const node of boxes) svg.append(drawn('text', { x: left[node] + 2, y: top[node] + line[node] * 0.75, 'font-size': line[node] * 0.7, fill: paint(node) }, fitting(labelOf(node), wide[node], line[node] * 0.7)));
  drawChart();
  return svg;
}

/** A picture of a stretch: left, top, width, height. */
function emptySvg([x, y, width, height], anchor) {
  const svg = drawn('svg', { xmlns: SVG, viewBox: [x, y, width, height].map(Math.round).join(' '), 'font-family': colour('face'), 'text-anchor': anchor });
  svg.append(drawn('title', {}, document.title), drawn('rect', { x, y, width, height, fill: colour('ground') }));
  return svg;
}

function saveSvg() {
  const text = new XMLSerializer().serializeToString(state.view === 'map' ? svgOfChart() : svgOf(currentView()));
  download(new Blob([text], { type: 'image/svg+xml' }), 'zhengmai.svg');
}
