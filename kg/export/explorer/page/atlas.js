// The map of the whole (see atlas.py): every thing in the box of what it belongs to. It is made when first asked for.

const atlas = (() => {
  let made = null;
  return () => {
    made ??= readAtlas(part('atlas')());
    return made;
  };
})();

/** Corners in the whole and sizes of all nodes; a box has a line above its insides. */
function readAtlas({ home, x, y, box, width, height, cell }) {
  const { first, flat } = insidesOf(home);
  const inside = (node) => flat.subarray(first[node + 1], first[node + 2]);
  const [left, top] = [Int32Array.from(x), Int32Array.from(y)];
  const [wide, high] = cell.map((size) => new Int32Array(COUNT).fill(size));
  const line = new Int32Array(COUNT);
  box.forEach((node, at) => { [wide[node], high[node]] = [width[at], height[at]]; });
  for (const node of box) { // outer boxes come first
    line[node] = inside(node).reduce((least, other) => Math.min(least, top[other]), high[node]);
    for (const other of inside(node)) {
      left[other] += left[node];
      top[other] += top[node];
    }
  }
  return { home, cell, left, top, wide, high, line, inside, roots: inside(-1) };
}

/** The nodes by what they are in, in two flat arrays; those in nothing come first. */
function insidesOf(home) {
  const first = new Uint32Array(COUNT + 2);
  for (const box of home) first[box + 2] += 1;
  for (let at = 1; at < first.length; at += 1) first[at] += first[at - 1];
  const [next, flat] = [first.slice(), new Uint32Array(COUNT)];
  home.forEach((box, node) => { flat[next[box + 1]++] = node; });
  return { first, flat };
}

/** The extent of the nodes in no box: left, top, right, bottom. */
function extentOfAtlas() {
  const { roots, left, top, wide, high } = atlas();
  const extent = [0, 0, 1, 1];
  for (const node of roots) {
    extent[2] = Math.max(extent[2], left[node] + wide[node]);
    extent[3] = Math.max(extent[3], top[node] + high[node]);
  }
  return extent;
}

/** The middle of a thing: of its symbol, or of the line of its box. */
function middleOf(node) {
  const { left, top, wide, high, line } = atlas();
  return { x: left[node] + wide[node] / 2, y: top[node] + (line[node] || high[node]) / 2 };
}

/** The innermost thing at a place of the map that `shown` lets through, or -1. */
function thingAt(x, y, shown) {
  const { roots, inside, left, top, wide, high } = atlas();
  const holds = (node) => shown(node) && x >= left[node] && x < left[node] + wide[node] && y >= top[node] && y < top[node] + high[node];
  let found = -1;
  for (let next = roots.find(holds); next !== undefined; next = inside(next).find(holds)) found = next;
  return found;
}

/** The boxes and the other things in a stretch of the map; what is in boxes lower than `least` is passed over. Outer boxes come first. */
function partsIn({ left: west, top: north, right: east, bottom: south }, least, shown) {
  const { roots, inside, left, top, wide, high, line } = atlas();
  const [boxes, cells, open] = [[], [], [roots]];
  while (open.length) {
    for (const node of open.pop()) {
      if (left[node] > east || left[node] + wide[node] < west || top[node] > south || top[node] + high[node] < north) continue;
      if (!line[node]) {
        if (shown(node)) cells.push(node);
        continue;
      }
      boxes.push(node);
      if (high[node] >= least) open.push(inside(node));
    }
  }
  return { boxes, cells };
}
