// Which nodes are on the screen: the overview, a focus with its neighbours, or the shortest paths between two things.

const WHOLE = 150;
const OPENING = 90;
const LIMIT = 200;
const SEEDS = 10;
const FAN = 9;
const NEIGHBOURS = 60;
const MAJOR = new Set(['person', 'body', 'place', 'program', 'source']);

/** Neighbours of each node of `nodes` over edges that pass. */
function neighbourhood(nodes, passesEdge) {
  const near = new Map();
  for (const node of nodes) {
    for (const edge of edgesOf(node)) {
      const other = otherEnd(edge, node);
      if (other === node || !nodes.has(other) || !passesEdge(edge)) continue;
      if (!near.has(node)) near.set(node, new Set());
      near.get(node).add(other);
    }
  }
  return near;
}

/** The best connected nodes and those that tie them together: grown as in choose.py, which chose the opening view. */
function bestConnected(nodes, passesEdge, limit) {
  const near = neighbourhood(nodes, passesEdge);
  const better = (a, b) => near.get(b).size - near.get(a).size || a - b;
  const chosen = new Set([...near.keys()].sort(better).slice(0, SEEDS));
  const [ties, fan] = [new Map(), new Map()];
  const reach = (node) => near.get(node).forEach((other) => chosen.has(other) || ties.set(other, (ties.get(other) || 0) + 1));
  chosen.forEach(reach);
  while (ties.size && chosen.size < limit) {
    let node = -1;
    for (const [other, count] of ties) {
      if (node < 0 || count > ties.get(node) || (count === ties.get(node) && better(other, node) < 0)) node = other;
    }
    const parents = [...near.get(node)].filter((other) => chosen.has(other));
    const crowded = ties.get(node) === 1 && (fan.get(parents[0]) || 0) >= FAN;
    ties.delete(node);
    if (parents.length === 1) fan.set(parents[0], (fan.get(parents[0]) || 0) + 1);
    if (crowded) continue;
    chosen.add(node);
    reach(node);
  }
  return [...chosen].filter((node) => [...near.get(node)].some((other) => chosen.has(other)));
}

/** All that pass where they are few, otherwise the best connected with some of their figures, events and documents; and whether these are `all`. */
function overview(passesNode, passesEdge) {
  if (atFirst()) return { nodes: new Set(GRAPH.opening.node), all: GRAPH.whole };
  const passing = new Set();
  for (let node = 0; node < COUNT; node += 1) if (passesNode(node)) passing.add(node);
  if (passing.size <= WHOLE) return { nodes: passing, all: true };
  const major = new Set([...passing].filter((node) => MAJOR.has(kindOf(node))));
  const pool = major.size ? major : passing;
  const tied = bestConnected(pool, passesEdge, OPENING);
  const chosen = new Set(tied.length ? tied : mostFacts(pool, OPENING));
  for (const node of [...chosen]) {
    for (const other of closest(node, passesNode, passesEdge, 6)) {
      if (!MAJOR.has(kindOf(other)) && chosen.size < LIMIT) chosen.add(other);
    }
  }
  return { nodes: chosen, all: false };
}

/** The nodes with the most facts: what is shown of many where the filters leave no ties between them. */
const mostFacts = (nodes, limit) => [...nodes].sort((a, b) => factCount[b] - factCount[a] || a - b).slice(0, limit);

/** The neighbours of a node over edges that pass, best connected first. */
function closest(node, passesNode, passesEdge, limit) {
  const found = new Set();
  for (const edge of edgesOf(node)) {
    const other = otherEnd(edge, node);
    if (other !== node && passesEdge(edge) && passesNode(other)) found.add(other);
  }
  return [...found].sort((a, b) => edgesOf(b).length - edgesOf(a).length || a - b).slice(0, limit);
}

/** A thing and what lies within so many steps of it. */
function around(focus, steps, passesNode, passesEdge) {
  const found = new Set([focus]);
  let rim = [focus];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const node of rim) {
      for (const other of closest(node, passesNode, passesEdge, step ? 12 : LIMIT)) {
        if (found.has(other) || found.size >= LIMIT) continue;
        found.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return found;
}

/** The nodes and edges of the present view, and how it came about: by a path, or as an overview that holds all that pass the filters or not. */
function currentView() {
  const [passesNode, passesEdge] = [nodeTest(), edgeTest()];
  const view = { nodes: null, edges: [], path: null, all: null };
  const stated = (edge) => passesEdge(edge) && (!state.stated || basisOf(edge) === 'stated');
  if (state.path) {
    view.path = shortestPaths(...state.path, passesNode, stated);
    view.nodes = view.path.nodes;
  } else if (state.focus >= 0) view.nodes = around(state.focus, state.steps, passesNode, passesEdge);
  else Object.assign(view, overview(passesNode, passesEdge));
  for (const node of state.expanded) {
    view.nodes.add(node);
    for (const other of closest(node, passesNode, passesEdge, NEIGHBOURS)) view.nodes.add(other);
  }
  for (const node of state.pinned) view.nodes.add(node);
  for (const node of state.hidden) view.nodes.delete(node);
  view.edges = edgesAmong(view.nodes, view.path ? (edge) => (isBetween(view.path, edge) ? stated(edge) && stepOf(view.path, edge) >= 0 : passesEdge(edge)) : passesEdge);
  return view;
}

/** Whether both ends of an edge are on the paths: then it is drawn only as a step of one. */
const isBetween = ({ step }, edge) => step.has(EDGES.a[edge]) && step.has(EDGES.b[edge]);

/** The edges that pass between nodes of a set. */
function edgesAmong(nodes, passesEdge) {
  const found = [];
  for (const node of nodes) {
    for (const edge of edgesOf(node)) {
      if (EDGES.a[edge] === node && nodes.has(EDGES.b[edge]) && passesEdge(edge)) found.push(edge);
    }
  }
  return found;
}
