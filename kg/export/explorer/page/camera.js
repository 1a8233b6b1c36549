// Moving over the map: by pointer, wheel, pinch and keys.

const CLOSEST = 8;
const NEAR = 2;
const MOVED = 4;
const pointers = new Map();

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

/** Bring a thing into the middle, close enough to see what stands around it. */
function showOnChart(node) {
  Object.assign(chart, middleOf(node), { touched: true, scale: Math.max(chart.scale, NEAR) });
  askForChart();
}

/** Select a thing and go to it. */
function findOnChart(node) {
  update({ selected: node, pair: null }, true);
  showOnChart(node);
}

function onPointerDown(event) {
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, moved: pointers.size > 0 });
  byId('map-canvas').setPointerCapture(event.pointerId);
}

function onPointerMove(event) {
  const pointer = pointers.get(event.pointerId);
  if (pointer) pull(pointer, event);
  else pointAt(event);
}

/** A pressed pointer moves the map; with another one pressed it zooms. */
function pull(pointer, event) {
  const [dx, dy] = [event.clientX - pointer.x, event.clientY - pointer.y];
  if (!pointer.moved && Math.hypot(dx, dy) < MOVED) return;
  const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) pinch(other, pointer, event);
  else moveChart(dx, dy);
  Object.assign(pointer, { x: event.clientX, y: event.clientY, moved: true });
  pointAt(null);
}

/** Two fingers: their distance zooms about the one that rests. */
function pinch(rest, from, to) {
  const far = (point) => Math.hypot(point.x - rest.x, point.y - rest.y);
  zoomChart(far({ x: to.clientX, y: to.clientY }) / Math.max(1, far(from)), { clientX: rest.x, clientY: rest.y });
}

/** A press that did not move selects what is under it; on what is selected already it opens its network. */
function onPointerUp(event) {
  const pointer = pointers.get(event.pointerId);
  pointers.delete(event.pointerId);
  if (!pointer || pointer.moved || event.type !== 'pointerup') return;
  const { x, y } = placeUnder(event);
  const node = thingAt(x, y, isDrawn);
  if (node >= 0 && node === state.selected) openNetwork(node);
  else update({ selected: node, pair: null });
}

/** Leave the map for the network around a thing; back leads to the map again. */
function openNetwork(node) {
  Object.assign(state, { view: 'network' });
  focusOn(node);
}

/** Say what is under the pointer. */
function pointAt(event) {
  const { x, y } = event ? placeUnder(event) : { x: NaN, y: NaN };
  const node = event ? thingAt(x, y, isDrawn) : -1;
  if (node !== chart.hover) askForChart();
  chart.hover = node;
  const tip = byId('map-tip');
  tip.hidden = node < 0;
  if (node < 0) return;
  const box = atlas().home[node];
  tip.replaceChildren(tooltip(node), box < 0 ? '' : el('small', {}, labelOf(box)));
  const frame = byId('map').getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 4)}px`;
  tip.style.top = `${Math.min(event.clientY - frame.top + 14, frame.height - tip.offsetHeight - 4)}px`;
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

function bindChart() {
  const canvas = byId('map-canvas');
  canvas.addEventListener('pointerdown', onPointerDown);
  canvas.addEventListener('pointermove', onPointerMove);
  for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, onPointerUp);
  canvas.addEventListener('pointerleave', () => pointAt(null));
  canvas.addEventListener('keydown', onChartKey);
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomChart(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event);
  }, { passive: false });
  // A map that the user has not moved keeps fitting its frame.
  new ResizeObserver(() => state.view === 'map' && (chart.touched ? askForChart() : fitChart())).observe(byId('map'));
}
