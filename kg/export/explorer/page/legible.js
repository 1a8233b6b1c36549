// Labels that can be read at any zoom: letters and symbols keep a least size on the screen, and where labels would
// overlap, those of the better connected things stay. Closer up the others appear; of a few things all are named.

const LEAST = 12;
const MOST = 24;
const DOT = 4;
const FEW = 16;

/** The size of a node's letters in the units of the network, for a scale of pixels to a unit. */
const lettersOf = (node, scale) => Math.min(MOST, Math.max(LEAST, fontOf(node) * scale)) / scale;

/** The rectangle of a label below its symbol. */
function labelBox(node, { x, y }, radius, letters) {
  const lines = broken(labelOf(node)).split('\n');
  const width = Math.max(...lines.map((line) => [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 1 : 0.55), 0))) * letters;
  return { left: x - width / 2, right: x + width / 2, top: y - radius, bottom: y + radius + lines.length * letters * 1.15 };
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** For each node its letters, radius and whether there is room for its label. `first` come before all others. */
function legible(nodes, places, scale, first) {
  const order = [...nodes].sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || factCount[b] - factCount[a] || a - b);
  const taken = [];
  return order.map((node) => {
    const [letters, radius] = [lettersOf(node, scale), Math.max(sizeOf(node), DOT / scale)];
    const box = labelBox(node, places.get(node), radius, letters);
    const shown = order.length <= FEW || first.has(node) || !taken.some((other) => overlap(box, other));
    if (shown) taken.push(box);
    return { node, letters, radius, shown };
  });
}
