// Places for what was not laid out at build time: rings around a focus, and springs and repulsion otherwise,
// in a few steps of plain arithmetic; a view of some 250 nodes takes about a tenth of a second.

const ROUNDS = 110;
const SMALL = 40;
const FEWEST = 12;

/** Centres for all nodes of a view. Nodes in `known` start where they are, and stay there when `fixed`. */
function arrangeNodes(nodes, links, known, fixed) {
  const list = [...nodes];
  const at = new Map(list.map((node, place) => [node, place]));
  const pairs = links.map(([a, b]) => [at.get(a), at.get(b)]).filter(([a, b]) => a !== b);
  const points = startPoints(list, pairs, known);
  const pinned = list.map((node) => fixed && known.has(node));
  const weight = list.map(() => 0);
  for (const [a, b] of pairs) {
    weight[a] += 1;
    weight[b] += 1;
  }
  const charges = weight.map((ties) => Math.max(1, ties / 4));
  for (let round = 0; round < ROUNDS; round += 1) {
    const forces = repel(points, charges);
    attract(points, pairs, weight, forces);
    shift(points, forces, pinned, SPRING * 1.5 * (1 - round / ROUNDS));
  }
  const room = pinned.includes(true) ? 1 : roomFor(list.length);
  points.forEach((point, place) => pinned[place] || Object.assign(point, { x: point.x * room, y: point.y * room }));
  partBoxes(points, list.map(roomOf), pinned);
  return new Map(list.map((node, place) => [node, points[place]]));
}

/** How much wider a small view is: its lines are long enough for what is written on them. */
function roomFor(count) {
  if (count <= FEWEST) return 2.2;
  return count <= SMALL ? 1.5 : 1;
}

/** Where the layout starts: known places, a neighbour's, or a square spiral around the middle. */
function startPoints(list, pairs, known) {
  const spiral = squareSpiral(list.length);
  const points = list.map((node) => (known.has(node) ? { ...known.get(node) } : null));
  pairs.forEach(([a, b], turn) => {
    const [placed, open] = points[a] ? [a, b] : [b, a];
    if (!points[placed] || points[open]) return;
    const offset = spiral[(turn % 24) + 1] || { x: SPRING, y: 0 };
    points[open] = { x: points[placed].x + offset.x * 0.7, y: points[placed].y + offset.y * 0.7 };
  });
  return points.map((point, place) => point || spiral[place]);
}

function squareSpiral(count) {
  const points = [];
  let [x, y, dx, dy] = [0, 0, 1, 0];
  for (let run = 1; points.length < count; run += 1) {
    for (let side = 0; side < 2; side += 1) {
      for (let step = 0; step < run; step += 1) {
        points.push({ x: x * SPRING, y: y * SPRING });
        x += dx;
        y += dy;
      }
      [dx, dy] = [-dy, dx];
    }
  }
  return points;
}
