// Moving over the map, and the keys that do.

const CLOSEST = 8;
const NEAR = 2;

/** The scale at which the whole map fills its frame. */
function wholeScale() {
  const [left, top, right, bottom] = extentOfAtlas();
  const { clientWidth, clientHeight } = byId('map');
  return Math.min(CLOSEST, (0.98 * clientWidth) / (right - left), (0.98 * clientHeight) / (bottom - top));
}

/** The whole map in the frame. */
function fitChart() {
  const [left, top, right, bottom] = extentOfAtlas();
  Object.assign(chart, { touched: false, x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(1e-4, wholeScale()) });
  askForChart();
}

/** The place of the map under a pixel of the page. */
function placeUnder({ clientX, clientY }) {
  const { left, top, width, height } = byId('map-canvas').getBoundingClientRect();
  return { x: chart.x + (clientX - left - width / 2) / chart.scale, y: chart.y + (clientY - top - height / 2) / chart.scale };
}

/** Zoom about a pixel of the page, which stays over the same place. */
function zoomChart(factor, pixel) {
  const before = placeUnder(pixel);
  chart.scale = Math.min(CLOSEST, Math.max(wholeScale() / 2, chart.scale * factor));
  const after = placeUnder(pixel);
  Object.assign(chart, { touched: true, x: chart.x + before.x - after.x, y: chart.y + before.y - after.y });
  askForChart();
}

function zoomChartMiddle(factor) {
  const { left, top, width, height } = byId('map-canvas').getBoundingClientRect();
  zoomChart(factor, { clientX: left + width / 2, clientY: top + height / 2 });
}

function moveChart(dx, dy) {
  Object.assign(chart, { touched: true, x: chart.x - dx / chart.scale, y: chart.y - dy / chart.scale });
  askForChart();
}

/** Bring a thing into the middle, so close that what it is tied to is in the frame, and no closer than to see what stands around it. */
function showOnChart(node) {
  const middle = middleOf(node);
  const far = (axis) => 1 + Math.max(0, ...tiesOnChart(node).map((other) => Math.abs(middleOf(other)[axis] - middle[axis])));
  const { clientWidth, clientHeight } = byId('map');
  const fitting = 0.45 * Math.min(clientWidth / far('x'), clientHeight / far('y'));
  Object.assign(chart, middle, { touched: true, scale: Math.max(wholeScale() / 2, Math.min(NEAR, fitting)) });
  askForChart();
}

/** Select a thing and go to it. */
function findOnChart(node) {
  update({ selected: node, pair: null }, true);
  showOnChart(node);
}

const CHART_KEYS = {
  ArrowLeft: () => moveChart(80, 0),
  ArrowRight: () => moveChart(-80, 0),
  ArrowUp: () => moveChart(0, 80),
  ArrowDown: () => moveChart(0, -80),
  '+': () => zoomChartMiddle(1.25),
  '=': () => zoomChartMiddle(1.25),
  '-': () => zoomChartMiddle(0.8),
  0: () => fitChart(),
  Enter: () => state.selected >= 0 && openNetwork(state.selected),
  Escape: () => update({ selected: -1, pair: null }),
};

function onChartKey(event) {
  const act = CHART_KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}
