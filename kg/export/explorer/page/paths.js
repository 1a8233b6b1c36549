// The shortest ways between two things.

/** Distances from a node over edges that pass, until `goal` is reached. */
function distances(start, goal, passesNode, passesEdge) {
  const far = new Map([[start, 0]]);
  for (const [node, distance] of far) {
    if (far.has(goal) && distance >= far.get(goal)) break;
    for (const edge of edgesOf(node)) {
      const other = otherEnd(edge, node);
      if (!far.has(other) && passesEdge(edge) && (other === goal || passesNode(other))) far.set(other, distance + 1);
    }
  }
  return far;
}

/** The nodes on shortest paths between two things (up to a limit), at which step each is, and the length and number of these paths. */
function shortestPaths(from, to, passesNode, passesEdge) {
  const far = distances(from, to, passesNode, passesEdge);
  if (!far.has(to)) return { nodes: new Set([from, to]), step: new Map(), length: -1, paths: 0 };
  const ways = new Map([[to, 1]]);
  for (const [node] of ways) {
    const before = new Set(edgesOf(node).length ? [...edgesOf(node)].filter(passesEdge).map((edge) => otherEnd(edge, node)) : []);
    for (const other of before) {
      if (far.get(other) === far.get(node) - 1 && (ways.has(other) || ways.size < LIMIT)) {
        ways.set(other, (ways.get(other) || 0) + ways.get(node));
      }
    }
  }
  return { nodes: new Set(ways.keys()), step: new Map([...ways.keys()].map((node) => [node, far.get(node)])), length: far.get(to), paths: ways.get(from) || 0 };
}
