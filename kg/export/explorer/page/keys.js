// The network by keys.

/** Move the selection to the nearest node in a direction. */
function moveSelection(dx, dy) {
  const at = drawing.places.get(state.selected) ?? drawing.network.getViewPosition();
  let best = { node: -1, cost: Infinity };
  for (const node of shownNodes()) {
    const point = drawing.places.get(node);
    const along = (point.x - at.x) * dx + (point.y - at.y) * dy;
    const aside = Math.abs((point.x - at.x) * dy) + Math.abs((point.y - at.y) * dx);
    if (node !== state.selected && along > 0 && along + aside * 2 < best.cost) best = { node, cost: along + aside * 2 };
  }
  if (best.node < 0) return;
  update({ selected: best.node, pair: null });
  drawing.network.moveTo({ position: drawing.places.get(best.node) });
}

const STEP = 24;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Move the selected node itself, as dragging it does. */
function moveNode(dx, dy) {
  const at = drawing.places.get(state.selected);
  if (!at) return;
  const point = { x: at.x + dx * STEP, y: at.y + dy * STEP };
  drawing.places.set(state.selected, point);
  drawing.network.moveNode(state.selected, point.x, point.y);
}

function zoomBy(factor) {
  drawing.touched = true;
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
  followZoom();
}

const NETWORK_KEYS = {
  Enter: () => state.selected >= 0 && focusOn(state.selected),
  e: () => state.selected >= 0 && expand(state.selected),
  c: () => state.selected >= 0 && collapse(state.selected),
  p: () => state.selected >= 0 && pin(state.selected),
  Delete: () => state.selected >= 0 && hide(state.selected),
  Escape: () => update({ selected: -1, pair: null }),
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  0: () => fitNetwork(),
};

function onNetworkKey(event) {
  const arrow = ARROWS[event.key];
  const act = arrow ? () => (event.shiftKey ? moveNode : moveSelection)(...arrow) : NETWORK_KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}
