// The map by pointer, pinch and wheel.

const MOVED = 4;
const pointers = new Map();

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
