// Labels that can be read at any zoom: letters and symbols keep a least size on the screen, and where labels would
// overlap, those of the better connected things stay. Closer up the others appear.

const LEAST = 12;
const MOST = 24;
const DOT = 4;

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
    const shown = first.has(node) || !taken.some((other) => overlap(box, other));
    if (shown) taken.push(box);
    return { node, letters, radius, shown };
  });
}

/** Show the labels for which there is room at the present zoom. */
function relabel() {
  const scale = drawing.network.getScale();
  const first = new Set([state.selected, state.focus, ...(state.pair ?? []), ...(state.path ?? []), ...state.pinned]);
  const looks = legible(drawing.nodes.getIds(), drawing.places, scale, first);
  drawing.scale = scale;
  drawing.nodes.update(looks.map(({ node, letters, radius, shown }) => ({
    id: node, size: radius, label: shown ? broken(labelOf(node)) : ' ', font: { ...letterLook(), size: letters },
  })));
}

const letterLook = () => ({ color: colour('ink'), face: colour('face'), strokeWidth: 3, strokeColor: colour('ground'), vadjust: -2 });

/** Labels follow the zoom, at most once a frame, and when it has changed enough to matter. */
function followZoom() {
  if (drawing.waiting || Math.abs(Math.log(drawing.network.getScale() / drawing.scale)) < 0.08) return;
  drawing.waiting = true;
  requestAnimationFrame(() => {
    drawing.waiting = false;
    relabel();
  });
}
