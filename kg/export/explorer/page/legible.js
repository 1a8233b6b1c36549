// Labels that can be read at any zoom: letters and symbols keep a least size on the screen, and where labels would
// overlap, those of the better connected things stay. Closer up the others appear; of a few things all are named.

const LEAST = 12;
const MOST = 24;
const DOT = 4;
const FEW = 16;
const HUBS = 8; // what is best connected is named even where its name lies on a symbol

/** The size of a node's letters in the units of the network, for a scale of pixels to a unit. */
const lettersOf = (node, scale) => Math.min(MOST, Math.max(LEAST, fontOf(node) * scale)) / scale;

/** How far the label of a node reaches: half its width, and its height. */
function labelReach(node, letters) {
  const lines = broken(labelOf(node)).split('\n');
  return { half: (Math.max(...lines.map(widthOf)) * letters) / 2, height: lines.length * letters * 1.15 };
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label can stand: below its symbol or above it. */
function labelBoxes({ x, y }, radius, { half, height }) {
  const box = (top) => ({ left: x - half, right: x + half, top, bottom: top + height });
  return [box(y + radius), box(y - radius - height)];
}

/** For each node its letters, radius, whether there is room for its label, and how far that is moved up from below. `first` come before all others. */
function legible(nodes, places, scale, first) {
  const order = [...nodes].sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || factCount[b] - factCount[a] || a - b);
  const radii = new Map(order.map((node) => [node, Math.max(sizeOf(node), DOT / scale)]));
  const taken = order.map((node) => symbolBox(places.get(node), radii.get(node)));
  return order.map((node, at) => {
    const [letters, radius] = [lettersOf(node, scale), radii.get(node)];
    const reach = labelReach(node, letters);
    const boxes = labelBoxes(places.get(node), radius, reach);
    const others = at < HUBS ? taken.slice(order.length) : taken.filter((_, which) => which !== at);
    const free = boxes.findIndex((box) => !others.some((other) => overlap(box, other)));
    const shown = free >= 0 || order.length <= FEW || first.has(node);
    if (shown) taken.push(boxes[Math.max(0, free)]);
    return { node, letters, radius, shown, up: free > 0 ? 2 * radius + reach.height + letters / 4 : 0 };
  });
}

/** The room that a symbol takes up; labels may touch its edge. */
function symbolBox({ x, y }, radius) {
  const reach = radius * 0.7;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
