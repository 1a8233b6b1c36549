// The drawing, by vis-network: physics off, places given. It draws on a canvas, so no text of a document becomes markup.

const SHAPES = {
  person: 'dot', body: 'square', place: 'triangle', program: 'diamond', event: 'star',
  figure: 'hexagon', document: 'triangleDown', post: 'dot', source: 'square',
};
const drawing = { scale: 1, waiting: false, groups: [], groupOf: new Map(), between: null, most: 1, network: null, nodes: null, edges: null, places: new Map(), base: '', shown: '', touched: false };

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Set up the empty network once. */
function startNetwork() {
  drawing.nodes = new vis.DataSet();
  drawing.edges = new vis.DataSet();
  const options = {
    autoResize: true,
    physics: { enabled: false, solver: 'barnesHut', barnesHut: { springLength: 110, avoidOverlap: 0.4 }, stabilization: false },
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 250, keyboard: false, hideEdgesOnDrag: false },
    nodes: { borderWidth: 1.5, chosen: false },
    edges: { smooth: false, chosen: false, arrowStrikethrough: false, selectionWidth: 0 },
  };
  drawing.network = new vis.Network(byId('network'), { nodes: drawing.nodes, edges: drawing.edges }, options);
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

/** Draw a view; the data go to vis-network only when they changed. */
function drawNetwork(view) {
  const shown = [baseOf(), [...view.nodes].join(), view.edges.length, ui.language, state.colour, state.size, state.pinned.join()].join('|');
  if (shown !== drawing.shown) {
    drawing.shown = shown;
    const fresh = placesFor(view);
    readPattern(view);
    const network = drawing.network;
    drawing.nodes = new vis.DataSet([...view.nodes].map((node) => nodeLook(node)));
    drawing.edges = new vis.DataSet(pairsOf(view.edges).map(edgeLook));
    network.setData({ nodes: drawing.nodes, edges: drawing.edges });
    if (fresh) fitNetwork(false);
  }
  markSelection();
  relabel();
}

function fitNetwork(animated = true) {
  drawing.touched = false;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawing.network.fit({ animation: animated && !calm ? { duration: 300 } : false, maxZoomLevel: 1.3 });
  followZoom();
}

function nodeLook(node) {
  const kind = kindOf(node);
  const paint = paintOf(node);
  const point = drawing.places.get(node);
  return {
    id: node, x: point.x, y: point.y, size: sizeOf(node), shape: SHAPES[kind], label: broken(labelOf(node)),
    fixed: state.pinned.includes(node),
    color: { background: paint, border: colour('ground'), hover: { background: paint, border: colour('ink') } },
    font: { ...letterLook(), size: fontOf(node) },
    title: tooltip(node),
  };
}

const GROUPS = 8;

/** The communities or the betweenness of a view, where they are asked for. */
function readPattern({ nodes, edges }) {
  drawing.groups = state.colour === 'community' ? communitiesOf(nodes, edges).filter((group) => group.length > 1) : [];
  drawing.groupOf = new Map(drawing.groups.flatMap((group, at) => group.map((node) => [node, at])));
  drawing.between = state.size === 'betweenness' ? betweennessOf(nodes, edges) : null;
  drawing.most = drawing.between ? Math.max(1, ...drawing.between.values()) : 1;
}

/** The colour of a node: of its kind, or of its community; small communities and loose nodes are grey. */
function paintOf(node) {
  if (state.colour === 'kind') return colour(kindOf(node));
  const group = drawing.groupOf.get(node) ?? GROUPS;
  return colour(group < GROUPS ? `group-${group}` : 'source');
}

/** Half the width of a symbol as drawn. */
const sizeOf = (node) => (drawing.between ? 7 + 17 * Math.sqrt(drawing.between.get(node) / drawing.most) : radiusOf(node));

/** What appears under the pointer: an element made of text. */
function tooltip(node) {
  const kind = el('small', {}, `${word('kinds', kindOf(node))} · ${t('degree')} ${factCount[node]}`);
  return el('div', { class: 'tip' }, el('strong', {}, labelOf(node)), kind);
}

/** Facts between the same two things, drawn as one line. */
function pairsOf(edges) {
  const pairs = new Map();
  for (const edge of edges) {
    const [a, b] = [EDGES.a[edge], EDGES.b[edge]];
    const key = a < b ? `${a}-${b}` : `${b}-${a}`;
    if (!pairs.has(key)) pairs.set(key, { id: key, facts: [] });
    pairs.get(key).facts.push(edge);
  }
  return [...pairs.values()].filter(({ facts }) => EDGES.a[facts[0]] !== EDGES.b[facts[0]]);
}

/** The colour of a line: that of the kind whose ties it belongs to. */
function lineColour(facts) {
  if (facts.some((edge) => POSTS.has(relationOf(edge)))) return colour('line-post');
  if (facts.some((edge) => [kindOf(EDGES.a[edge]), kindOf(EDGES.b[edge])].includes('program'))) return colour('line-program');
  return colour('line');
}

function edgeLook({ id, facts }) {
  const [a, b] = [EDGES.a[facts[0]], EDGES.b[facts[0]]];
  const back = facts.some((edge) => EDGES.a[edge] !== a);
  const shaky = facts.every((edge) => ['derived', 'table'].includes(basisOf(edge)));
  const arrow = { enabled: true, scaleFactor: 0.45 };
  return {
    id, from: a, to: b, facts, width: facts.length > 1 ? 2 : 1.2, dashes: shaky ? [5, 4] : false,
    color: { color: lineColour(facts), hover: colour('accent'), inherit: false },
    arrows: { to: arrow, from: { ...arrow, enabled: back } },
    font: { size: 12, color: colour('muted'), face: colour('face'), strokeWidth: 4, strokeColor: colour('ground'), align: 'middle' },
    title: el('div', { class: 'tip' }, ...facts.slice(0, 6).map((edge) => el('div', {}, briefly(edge)))),
  };
}

/** A fact in a few words: "周某 — 德州市委 · 书记". */
function briefly(edge) {
  const { title } = holdingOf(edge);
  return `${labelOf(EDGES.a[edge])} — ${title || word('relations', relationOf(edge))} — ${labelOf(EDGES.b[edge])}`;
}

/** Ring the selected node, thicken and name its lines. (vis-network keeps an old label unless the new one has a character.) */
function markSelection() {
  const pair = state.pair ? [...state.pair].sort((a, b) => a - b).join('-') : '';
  const mine = drawing.edges.get().filter((edge) => edge.id === pair || edge.from === state.selected || edge.to === state.selected);
  const chosen = new Set(mine.map((edge) => edge.id));
  drawing.edges.update(drawing.edges.get().map((edge) => ({
    id: edge.id,
    width: chosen.has(edge.id) ? 3 : edge.facts.length > 1 ? 2 : 1.2,
    color: { color: chosen.has(edge.id) ? colour('accent') : lineColour(edge.facts), hover: colour('accent'), inherit: false },
    label: chosen.has(edge.id) && mine.length <= 16 ? lineLabel(edge.facts) : ' ',
  })));
  drawing.nodes.update(drawing.nodes.getIds().map((node) => ({ id: node, ...ringOf(node) })));
}

function ringOf(node) {
  const paint = paintOf(node);
  const ends = state.path || [];
  const ring = node === state.selected || (state.pair || []).includes(node) || ends.includes(node) || node === state.focus;
  return { borderWidth: ring ? 4 : 1.5, color: { background: paint, border: ring ? colour('accent') : colour('ground'), hover: { background: paint, border: colour('ink') } } };
}

function lineLabel(facts) {
  const names = new Set(facts.map((edge) => holdingOf(edge).title || word('relations', relationOf(edge))));
  const shown = [...names].slice(0, 2).join('、');
  return names.size > 2 ? `${shown}…` : shown;
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

/** Move the selection to the nearest node in a direction. */
function moveSelection(dx, dy) {
  const at = drawing.places.get(state.selected) ?? drawing.network.getViewPosition();
  let best = { node: -1, cost: Infinity };
  for (const node of drawing.nodes.getIds()) {
    const point = drawing.places.get(node);
    const along = (point.x - at.x) * dx + (point.y - at.y) * dy;
    const aside = Math.abs((point.x - at.x) * dy) + Math.abs((point.y - at.y) * dx);
    if (node !== state.selected && along > 0 && along + aside * 2 < best.cost) best = { node, cost: along + aside * 2 };
  }
  if (best.node < 0) return;
  update({ selected: best.node, pair: null });
  drawing.network.moveTo({ position: drawing.places.get(best.node) });
}

function zoomBy(factor) {
  drawing.touched = true;
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
  followZoom();
}

const NETWORK_KEYS = {
  ArrowLeft: () => moveSelection(-1, 0),
  ArrowRight: () => moveSelection(1, 0),
  ArrowUp: () => moveSelection(0, -1),
  ArrowDown: () => moveSelection(0, 1),
  Enter: () => state.selected >= 0 && focusOn(state.selected),
  e: () => state.selected >= 0 && expand(state.selected),
  c: () => state.selected >= 0 && collapse(state.selected),
  p: () => state.selected >= 0 && pin(state.selected),
  Delete: () => state.selected >= 0 && hide(state.selected),
  Escape: () => update({ selected: -1, pair: null }),
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
};

function onNetworkKey(event) {
  const act = NETWORK_KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}
