// How nodes and lines look: shape and colour by kind, community or relation, size by connections, rings and names by selection.

const SHAPES = {
  person: 'dot', body: 'square', place: 'triangle', program: 'diamond', event: 'star',
  figure: 'hexagon', document: 'triangleDown', post: 'dot', source: 'square',
};
/** A colour (or the typeface) of the style sheet. They are read once for each colour scheme. */
const colour = (() => {
  let [read, dark, scheme] = [new Map(), null, null];
  return (name) => {
    scheme ??= matchMedia('(prefers-color-scheme: dark)');
    if (scheme.matches !== dark) [read, dark] = [new Map(), scheme.matches];
    if (!read.has(name)) read.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return read.get(name);
  };
})();

/** What of a node depends neither on the selection nor on the zoom. */
function nodeLook(node) {
  const { x, y } = drawing.places.get(node);
  return { x, y, shape: SHAPES[kindOf(node)], fixed: state.pinned.includes(node), title: tooltip(node) };
}

/** The label of a node and the size of its symbol. (vis-network keeps an old label unless the new one has a character.) */
function labelLook({ node, letters, radius, shown, up }, aside) {
  const font = { color: colour(aside ? 'muted' : 'ink'), face: colour('face'), strokeWidth: 3, strokeColor: colour('ground'), vadjust: -2 - up, size: letters };
  return { id: node, size: radius, label: shown ? broken(labelOf(node)) : ' ', font, opacity: aside ? 0.3 : 1 };
}

/** The colour of a node, and a ring around what is selected, in focus or at an end of a path. */
function ringOf(node) {
  const paint = paintOf(node);
  const ring = [state.selected, state.focus, ...(state.pair ?? NONE), ...(state.path ?? NONE)].includes(node);
  return { borderWidth: ring ? 4 : 1.5, color: { background: paint, border: colour(ring ? 'accent' : 'ground'), hover: { background: paint, border: colour('ink') } } };
}

/** Whether a line is selected, or ends at what is. */
function isMine({ id, facts: [edge] }) {
  const ends = [EDGES.a[edge], EDGES.b[edge]];
  return ends.includes(state.selected) || (state.pair !== null && id === [...state.pair].sort((a, b) => a - b).join('-'));
}

const MANY = 16;

/** Width, colour and name of a line; chosen lines are named unless there are too many to read. */
function lineMark({ id, facts }, mine) {
  const chosen = mine.has(id);
  return {
    id, width: chosen ? (mine.size > MANY ? 1.6 : 3) : facts.length > 1 ? 2 : 1.2, label: chosen && mine.size <= MANY ? lineLabel(facts) : ' ',
    color: { color: chosen ? colour('accent') : lineColour(facts), hover: colour('accent'), inherit: false, opacity: chosen || !mine.size ? 1 : 0.35 },
  };
}

/** Whether a thing is not tied to what is selected: such things stand back. */
function standsBack(node, first, mine) {
  if (!mine.size || first.has(node)) return false;
  return ![...mine].some((id) => id.startsWith(`${node}-`) || id.endsWith(`-${node}`));
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
  const kind = el('small', {}, `${word('kind', kindOf(node))} · ${t('degree')} ${factCount[node]}`);
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

function edgeLook({ facts }) {
  const [a, b] = [EDGES.a[facts[0]], EDGES.b[facts[0]]];
  const back = facts.some((edge) => EDGES.a[edge] !== a);
  const shaky = facts.every((edge) => ['derived', 'table'].includes(basisOf(edge)));
  const arrow = { enabled: true, scaleFactor: 0.45 };
  return {
    from: a, to: b, dashes: shaky ? [5, 4] : false,
    arrows: { to: arrow, from: { ...arrow, enabled: back } },
    font: { size: 12, color: colour('muted'), face: colour('face'), strokeWidth: 4, strokeColor: colour('ground'), align: 'horizontal' },
    title: el('div', { class: 'tip' }, ...facts.slice(0, 6).map((edge) => el('div', {}, briefly(edge)))),
  };
}

/** A fact in a few words: "周某 — 德州市委 · 书记". */
function briefly(edge) {
  const { title } = holdingOf(edge);
  return `${labelOf(EDGES.a[edge])} — ${title || word('relations', relationOf(edge))} — ${labelOf(EDGES.b[edge])}`;
}

function lineLabel(facts) {
  const names = new Set(facts.map((edge) => holdingOf(edge).title || word('relations', relationOf(edge))));
  const shown = [...names].slice(0, 2).join('、');
  return names.size > 2 ? `${shown}…` : shown;
}
