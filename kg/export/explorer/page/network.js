// The drawing, by vis-network: physics off, places given. It draws on a canvas, so no text of a document becomes markup.

const drawing = {
  network: null, lines: new Map(), looks: null, scale: 1, waiting: false, groups: [], groupOf: new Map(), between: null, most: 1,
  nodes: null, edges: null, places: new Map(), base: '', shown: '', touched: false,
};

/** The nodes that are drawn; none before the first drawing. */
const shownNodes = () => [...(drawing.looks?.nodes.keys() ?? NONE)];
const isShown = (node) => Boolean(drawing.looks?.nodes.has(node));

/** Set up the network with its first data, once the frame has its size. */
function startNetwork(data) {
  const options = {
    autoResize: true,
    physics: { enabled: false, solver: 'barnesHut', barnesHut: { springLength: 110, avoidOverlap: 0.4 }, stabilization: false },
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 250, keyboard: false, hideEdgesOnDrag: false },
    nodes: { borderWidth: 1.5, chosen: false },
    edges: { smooth: false, chosen: false, arrowStrikethrough: false, selectionWidth: 0 },
  };
  drawing.network = new vis.Network(byId('network'), data, options);
  drawing.network.on('click', onClick);
  drawing.network.on('doubleClick', ({ nodes }) => nodes.length && expand(nodes[0]));
  drawing.network.on('dragEnd', keepPlaces);
  for (const name of ['zoom', 'animationFinished']) drawing.network.on(name, followZoom);
  for (const name of ['zoom', 'dragStart']) drawing.network.on(name, () => { drawing.touched = true; });
  // A view that the user has not moved keeps fitting its frame when that changes size.
  drawing.network.on('resize', () => drawing.touched || requestAnimationFrame(() => fitNetwork(false)));
}

function onClick({ nodes, edges }) {
  if (nodes.length) update({ selected: nodes[0], pair: null });
  else if (edges.length) update({ selected: -1, pair: edges[0].split('-').map(Number) });
  else update({ selected: -1, pair: null });
}

/** Remember where things stand on the screen. */
function keepPlaces() {
  for (const [node, point] of Object.entries(drawing.network.getPositions())) drawing.places.set(Number(node), point);
}

/** What the layout depends on: when only this stays the same, things keep their places. */
function baseOf() {
  const { focus, steps, path, confidence, source, place, persons, stated, from, to } = state;
  return JSON.stringify([focus, steps, path, confidence, source, place, persons, stated, from, to,
    ...[state.kindsOff, state.relationsOff, state.basesOff].map((set) => [...set].sort())]);
}

/** Places for the nodes of a view. */
function placesFor(view) {
  const opening = state.focus < 0 && !state.path && atFirst();
  const base = baseOf();
  const same = base === drawing.base;
  drawing.base = base;
  if (!same) drawing.places = new Map();
  if (opening && !same) GRAPH.opening.node.forEach((node, at) => drawing.places.set(node, { x: GRAPH.opening.x[at], y: GRAPH.opening.y[at] }));
  const missing = [...view.nodes].some((node) => !drawing.places.has(node));
  if (missing) {
    const known = new Map([...view.nodes].filter((node) => drawing.places.has(node)).map((node) => [node, drawing.places.get(node)]));
    const links = view.edges.map((edge) => [EDGES.a[edge], EDGES.b[edge]]);
    for (const [node, point] of arrangeNodes(view.nodes, links, known, known.size > 0)) drawing.places.set(node, point);
  }
  return !same;
}

/** Whether a view is another one than is drawn; its communities are read then, which the legend names. */
function readView(view) {
  const shown = [baseOf(), [...view.nodes].join(), view.edges.length, ui.language, state.colour, state.size, state.pinned.join()].join('|');
  if (shown === drawing.shown) return false;
  drawing.shown = shown;
  readPattern(view);
  return true;
}

/** Draw a view; the data go to vis-network only when they are `other` ones, looks and labels with them. */
function drawNetwork(view, other) {
  if (!other) return refresh();
  const fresh = placesFor(view);
  drawing.lines = new Map(pairsOf(view.edges).map((line) => [line.id, line]));
  drawing.looks = looksNow(view.nodes, fresh ? fittingView([...view.nodes]).scale : drawing.network.getScale());
  drawing.nodes = new vis.DataSet([...drawing.looks.nodes.values()].map((look) => ({ ...nodeLook(look.id), ...look })));
  drawing.edges = new vis.DataSet([...drawing.looks.edges.values()].map((look) => ({ ...edgeLook(drawing.lines.get(look.id)), ...look })));
  const data = { nodes: drawing.nodes, edges: drawing.edges };
  if (drawing.network) drawing.network.setData(data);
  else startNetwork(data);
  return fresh ? fitNetwork(false) : undefined;
}

/** What depends on the selection and the zoom, for each node and line. */
function looksNow(nodes, scale) {
  drawing.scale = scale;
  const first = new Set([state.selected, state.focus, ...(state.pair ?? []), ...(state.path ?? []), ...state.pinned]);
  const mine = new Set([...drawing.lines.values()].filter(isMine).map(({ id }) => id));
  return {
    nodes: new Map(legible(nodes, drawing.places, scale, first).map((one) => [one.node, { ...labelLook(one, standsBack(one.node, first, mine)), ...ringOf(one.node) }])),
    edges: new Map([...drawing.lines.values()].map((line) => [line.id, lineMark(line, mine)])),
  };
}

/** Tell vis-network what has changed of selection and labels, and nothing else. */
function refresh(scale = drawing.network.getScale()) {
  const before = drawing.looks;
  drawing.looks = looksNow(shownNodes(), scale);
  const changed = (kind) => [...drawing.looks[kind].values()].filter((look) => JSON.stringify(look) !== JSON.stringify(before[kind].get(look.id)));
  drawing.edges.update(changed('edges'));
  drawing.nodes.update(changed('nodes'));
}

/** Labels follow the zoom, at most once a frame, and when it has changed enough to matter. */
function followZoom() {
  if (drawing.waiting || Math.abs(Math.log(drawing.network.getScale() / drawing.scale)) < 0.08) return;
  drawing.waiting = true;
  requestAnimationFrame(() => {
    drawing.waiting = false;
    refresh();
  });
}

/** Let what is visible move for a moment, then stand still again. */
function settle() {
  drawing.network.setOptions({ physics: { enabled: true } });
  setTimeout(() => {
    drawing.network.setOptions({ physics: { enabled: false } });
    keepPlaces();
    fitNetwork();
  }, 1800);
}
