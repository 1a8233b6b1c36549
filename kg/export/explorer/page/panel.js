// The right-hand panel: everything known of the selected thing or relation, with its evidence.

function drawPanel(view) {
  const panel = byId('panel');
  const parts = partsOfPanel(view);
  if (panel.firstChild) panel.scrollTop = 0; // asked of an empty panel it would only cost a layout
  panel.replaceChildren(...(parts ?? welcome()).filter(Boolean));
  panel.classList.toggle('empty', !parts);
}

/** What the panel tells: of a relation, a thing, a path, or of the place or document that one has narrowed the view to. */
function partsOfPanel({ path, edges }) {
  if (state.pair) return pairPanel(...state.pair);
  if (state.selected >= 0) return thingPanel(state.selected);
  if (path) return routePanel(path, edges);
  const narrowed = Math.max(state.place, state.source);
  return narrowed >= 0 ? thingPanel(narrowed) : null;
}

function thingPanel(node) {
  const kind = kindOf(node);
  return [
    el('p', { class: `badge ${kind}` }, word('kind', kind)),
    el('h2', { lang: 'zh' }, labelOf(node)),
    aliasesOf(node).length ? el('p', { class: 'aliases' }, `${t('aliases')}：`, ...namesInLine(aliasesOf(node))) : null,
    actions(node),
    properties(node),
    ...(kind === 'source' ? sourceSections(node) : thingSections(node)),
  ];
}

/** Aliases parted by commas, each with the language that its letters suggest. */
function namesInLine(names) {
  return names.flatMap((name, at) => [at ? '，' : '', el('span', { lang: isLatin(name) ? 'zh-Latn' : 'zh' }, name)]);
}

function actions(node) {
  const all = [
    button(t('focus'), () => focusOn(node)),
    button(t('expand'), () => expand(node)),
    button(t('collapse'), () => collapse(node)),
    button(t('hide'), () => hide(node)),
    button(t('pin'), () => pin(node), { 'aria-pressed': state.pinned.includes(node), 'data-key': 'pin' }),
    button(t('pathFrom'), () => setPathEnd(0, node)),
    button(t('pathTo'), () => setPathEnd(1, node)),
  ];
  if (kindOf(node) === 'source') all.push(button(t('onlySource'), () => update({ source: node, focus: -1, path: null }, true)));
  if (kindOf(node) === 'place') all.push(button(t('onlyPlace'), () => update({ place: node, focus: -1, path: null }, true)));
  return el('div', { class: 'actions' }, ...all);
}

/** The properties that no document states: they come from the tables of divisions and campaigns. */
const FROM_TABLE = { place: ['code', 'level'], program: ['start', 'end'] };

/** Literal properties; the value of one that is a thing becomes a button, of `url` a link. */
function properties(node) {
  const rows = [];
  for (const [name, values] of propertiesOf(node)) {
    const known = (FROM_TABLE[kindOf(node)] ?? NONE).includes(name) ? [' ', el('span', { class: 'chip' }, word('basis', 'table'))] : NONE;
    rows.push(el('dt', {}, word('properties', name)), el('dd', {}, ...values.flatMap((value, at) => [at ? '，' : '', propertyValue(name, value)]), ...known));
  }
  for (const row of literalsOf(node)) {
    const { relation, value, basis, confidence, claims } = GRAPH.literals;
    rows.push(el('dt', {}, word('relations', relation[row])),
      el('dd', {}, value[row], ' ', ...chips(basis[row], confidence[row]).filter(Boolean), proofList(claims[row])));
  }
  return rows.length ? el('dl', {}, ...rows) : null;
}

function propertyValue(name, value) {
  if (typeof value === 'number') return thingButton(value);
  if (name === 'url') return safeLink(value, value);
  return el('span', {}, LABELS.concepts[`${name}/${value}`]?.[ui.language] ?? word('values', value));
}

/** The facts of a thing: posts and holders first, then by relation and direction, then where it is named. */
function thingSections(node) {
  const groups = new Map();
  for (const edge of edgesOf(node)) {
    const relation = relationOf(edge);
    if (relation === MENTIONS) continue;
    const key = POSTS.has(relation) ? (EDGES.a[edge] === node ? '0posts' : '1holders') : `${EDGES.a[edge] === node ? '2' : '3'}${relation}`;
    groups.set(key, [...(groups.get(key) || []), edge]);
  }
  const sections = [...groups.keys()].sort().map((key) => factSection(key, groups.get(key), node));
  return [kindOf(node) === 'place' ? heldSection(node) : null, ...sections, kindOf(node) === 'person' ? colleaguesSection(node) : null, namedSection(node)];
}

/** Who holds posts in a place: in its bodies, and in those of the places below it. */
function heldSection(place) {
  const held = heldIn(place).sort((a, b) => byStanding(a) - byStanding(b) || latest(b).localeCompare(latest(a)) || a - b);
  return held.length ? section(t('heldHere'), held.length, longList(held, (edge) => factItem(edge, -1), 8, 'ul')) : null;
}

function factSection(key, edges, node) {
  const [direction, relation] = [key.charAt(0), key.slice(1)];
  const inverse = direction === '3' && LABELS.inverse[relation] ? 'inverse' : 'relations';
  const heading = direction < '2' ? t(relation) : word(inverse, relation);
  const sorted = direction < '2' ? edges.sort((a, b) => byStanding(a) - byStanding(b) || latest(b).localeCompare(latest(a)) || a - b) : edges;
  const career = direction < '2' ? careerOf(edges, node) : null;
  return section(heading, edges.length, el('div', {}, career ?? '', longList(sorted, (edge, at) => factItem(edge, node, at === 0 && edges.length < 40), 12, 'ul')));
}

const STANDING = ['current', 'acting', 'proposed', '', 'then', 'former'];
const byStanding = (edge) => STANDING.indexOf(holdingOf(edge).status);
const latest = (edge) => holdingOf(edge).dates.map(([, value]) => value.split(' ').pop()).sort().pop() || '';

function section(heading, count, content) {
  return el('section', {}, el('h3', {}, heading, ' ', el('span', { class: 'sure' }, String(count))), content);
}

/** Where each source first names the thing, and the sources that only mention it. */
function namedSection(node) {
  const claims = namingOf(node);
  const quoted = new Set(claims.map((claim) => proofs().source[claim]));
  const others = [...sourcesOf(node)].filter((source) => !quoted.has(source));
  if (!claims.length && !others.length) return null;
  const list = el('div', {}, claims.length ? longList(claims, evidence, 3) : '', others.length ? longList(others, citation, 8) : '');
  return section(t('named'), claims.length + others.length, list);
}

/** What a source names, by kind, and its articles. */
function sourceSections(source) {
  const named = [...new Set([...edgesOf(source)].filter((edge) => EDGES.a[edge] === source).map((edge) => EDGES.b[edge]))];
  const parts = [];
  const articles = articlesOf(source);
  if (articles.length) parts.push(section(t('articles'), articles.length, longList(articles, (article) => el('li', {}, thingButton(article)), 12, 'ul')));
  for (const [kind, nodes] of groupByKind(named)) {
    parts.push(section(`${t('mentions')}：${word('kinds', kind)}`, nodes.length, longList(nodes, (node) => el('li', {}, thingButton(node)), 20, 'ul')));
  }
  return parts;
}

/** All facts between two things. */
function pairPanel(a, b) {
  const direct = [...new Set(edgesOf(a))].filter((edge) => otherEnd(edge, a) === b);
  const facts = kindOf(a) === 'place' && kindOf(b) === 'program' ? [...new Set([...direct, ...factsOfCell(a, b)])] : direct;
  return [
    el('p', { class: 'badge' }, t('facts')),
    el('h2', { lang: 'zh', class: 'pair' }, thingButton(a), ' — ', thingButton(b)),
    longList(facts, (edge, at) => factItem(edge, -1, at < 3), 12, 'ul'),
  ];
}
