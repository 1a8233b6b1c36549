// Places for what was not laid out at build time: rings around a focus, and springs and repulsion otherwise,
// in a few steps of plain arithmetic; a view of some 250 nodes takes about a tenth of a second.

const SPRING = 80;
const GRAVITY = 1.8;
const ROUNDS = 110;
const LINE = 9;
const SMALL = 40;
const FEWEST = 12;

/** A label in lines of a few characters, at most two; what is cut can be read in the panel. */
function broken(label) {
  const characters = [...label];
  const wide = characters.filter((character) => character > '\u2e7f').length * 2 > characters.length;
  const line = wide ? LINE : LINE * 2;
  if (characters.length <= line) return label;
  const rest = characters.slice(line);
  return `${characters.slice(0, line).join('')}\n${rest.length > line ? `${rest.slice(0, line - 1).join('')}…` : rest.join('')}`;
}

/** The width of text, in widths of a Chinese character. */
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0);

/** The size of letters: larger for what is well connected. */
const fontOf = (node) => 14 + Math.min(9, Math.floor(Math.sqrt(factCount[node])));

/** Half the width of a symbol. */
const radiusOf = (node) => 8 + Math.min(12, Math.floor((Math.floor(Math.sqrt(factCount[node])) * 7) / 5));

/** The room that a node and its label take up. */
function roomOf(node) {
  const [lines, font] = [broken(labelOf(node)).split('\n'), fontOf(node)];
  const width = font * Math.max(...lines.map(widthOf));
  return [12 + Math.max(40, width), 6 + 2 * radiusOf(node) + (font + 2) * lines.length];
}

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
  for (let round = 0; round < ROUNDS; round += 1) {
    const forces = repel(points);
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

function repel(points) {
  const forces = points.map(() => ({ x: 0, y: 0 }));
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const [dx, dy] = [points[i].x - points[j].x, points[i].y - points[j].y];
      const force = (SPRING * SPRING) / (dx * dx + dy * dy + 0.01);
      forces[i].x += dx * force;
      forces[i].y += dy * force;
      forces[j].x -= dx * force;
      forces[j].y -= dy * force;
    }
  }
  return forces;
}

/** Links pull (softer at hubs, so that their fans open), and everything is drawn to the middle. */
function attract(points, pairs, weight, forces) {
  for (const [a, b] of pairs) {
    const [dx, dy] = [points[a].x - points[b].x, points[a].y - points[b].y];
    const pull = Math.sqrt(dx * dx + dy * dy) / SPRING / Math.sqrt(Math.min(weight[a], weight[b]));
    forces[a].x -= dx * pull;
    forces[a].y -= dy * pull;
    forces[b].x += dx * pull;
    forces[b].y += dy * pull;
  }
  points.forEach((point, place) => {
    forces[place].x -= point.x * GRAVITY;
    forces[place].y -= point.y * GRAVITY;
  });
}

function shift(points, forces, pinned, reach) {
  points.forEach((point, place) => {
    const { x, y } = forces[place];
    const force = Math.sqrt(x * x + y * y);
    if (!force || pinned[place]) return;
    point.x += (x * Math.min(reach, force)) / force;
    point.y += (y * Math.min(reach, force)) / force;
  });
}

/** Push labels off each other, each pair along the axis on which it overlaps less. */
function partBoxes(points, rooms, pinned) {
  let moved = true;
  for (let round = 0; round < 50 && moved; round += 1) {
    moved = false;
    for (let i = 0; i < points.length; i += 1) {
      for (let j = i + 1; j < points.length; j += 1) {
        if (partPair(points[i], points[j], rooms[i], rooms[j], pinned[i], pinned[j])) moved = true;
      }
    }
  }
}

function partPair(a, b, room, other, aPinned, bPinned) {
  const overX = (room[0] + other[0]) / 2 - Math.abs(a.x - b.x);
  const overY = (room[1] + other[1]) / 2 - Math.abs(a.y - b.y);
  if (overX <= 0 || overY <= 0 || (aPinned && bPinned)) return false;
  const axis = overX < overY ? 'x' : 'y';
  const push = (Math.min(overX, overY) / (aPinned || bPinned ? 1 : 2) + 0.5) * (a[axis] >= b[axis] ? 1 : -1);
  if (!aPinned) a[axis] += push;
  if (!bPinned) b[axis] -= push;
  return true;
}
