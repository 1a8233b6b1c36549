// Springs and repulsion, step by step, and labels pushed off each other.

const SPRING = 80;
const GRAVITY = 1.8;

/** Nodes push each other away, hubs harder, so that their own names stay free. */
function repel(points, charges) {
  const forces = points.map(() => ({ x: 0, y: 0 }));
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const [dx, dy] = [points[i].x - points[j].x, points[i].y - points[j].y];
      const force = (SPRING * SPRING * Math.max(charges[i], charges[j])) / (dx * dx + dy * dy + 0.01);
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
