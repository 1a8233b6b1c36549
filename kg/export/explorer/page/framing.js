// How a view of the network fills its frame.

const CLOSE = 1.3;
const MARGIN = 0.97;

/** How far the nodes of a view and their labels reach at a scale: left, top, right, bottom. */
function reachAt(nodes, scale) {
  const reach = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const letters = lettersOf(node, scale);
    const [{ x, y }, radius, { half, height }] = [drawing.places.get(node), sizeOf(node), labelReach(node, letters)];
    const own = [x - Math.max(half, radius), y - radius, x + Math.max(half, radius), y + radius + height + letters / 2];
    own.forEach((end, at) => { reach[at] = Math[at < 2 ? 'min' : 'max'](reach[at], end); });
  }
  return reach;
}

/** The middle of the frame and the scale at which nodes with their labels fill it; labels keep a least size, so the scale is found in two turns. */
function fittingView(nodes) {
  const { clientWidth, clientHeight } = byId('network');
  const view = { position: { x: 0, y: 0 }, scale: 1 };
  if (!nodes.length || !clientWidth) return view;
  for (let turn = 0; turn < 2; turn += 1) {
    const [left, top, right, bottom] = reachAt(nodes, view.scale);
    view.position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    view.scale = Math.min(CLOSE, (MARGIN * clientWidth) / (right - left), (MARGIN * clientHeight) / (bottom - top));
  }
  return view;
}

/** Show the whole view. */
function fitNetwork(animated = true) {
  drawing.touched = false;
  const moves = animated && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawing.network.moveTo({ ...fittingView(shownNodes()), ...(moves ? { animation: { duration: 300 } } : {}) });
  followZoom();
}
