// The filters on the left, the tools above the network, and the line below it.

const tally = { kinds: new Map(), relations: new Map(), bases: new Map() };
const pathEnds = [-1, -1];

/** Count kinds, relations and bases once. */
function countAll() {
  const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  for (let node = 0; node < COUNT; node += 1) add(tally.kinds, kindOf(node));
  for (let edge = 0; edge < EDGES.a.length; edge += 1) {
    add(tally.relations, relationOf(edge));
    if (edge < FACTS) add(tally.bases, basisOf(edge));
  }
}

/** A checkbox with a count; `set` is told whether it is on. */
function check(text, count, on, set, kind = '') {
  const box = el('input', { type: 'checkbox', 'data-key': text, onchange: () => set(box.checked) });
  box.checked = on;
  return el('label', {}, box, kind ? el('i', { class: `sign ${kind}`, 'aria-hidden': 'true' }) : null, el('span', {}, text), el('span', { class: 'count' }, commas(count)));
}

/** The set without or with one member. */
function toggled(set, member, on) {
  const next = new Set(set);
  if (on) next.delete(member);
  else next.add(member);
  return next;
}

function drawFilters() {
  const kinds = [...tally.kinds].sort((a, b) => GRAPH.kinds.indexOf(a[0]) - GRAPH.kinds.indexOf(b[0]));
  byId('kinds').replaceChildren(
    ...kinds.map(([kind, count]) => check(word('kinds', kind), count, !state.kindsOff.has(kind), (on) => update({ kindsOff: toggled(state.kindsOff, kind, on) }), kind)),
    ...(privatePersons.size ? [check(t('privatePersons'), privatePersons.size, state.persons, (on) => update({ persons: on }), 'person')] : []));
  const relations = [...tally.relations].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  byId('relations').replaceChildren(
    ...relations.map(([name, count]) => check(word('relations', name), count, !state.relationsOff.has(name), (on) => update({ relationsOff: toggled(state.relationsOff, name, on) }))));
  byId('bases').replaceChildren(
    ...BASES.filter((name) => tally.bases.has(name)).map((name) => check(word('basis', name), tally.bases.get(name), !state.basesOff.has(name), (on) => update({ basesOff: toggled(state.basesOff, name, on) }))));
  byId('stated').checked = state.stated;
  byId('confidence').value = state.confidence;
  byId('confidence-value').textContent = (state.confidence / 100).toFixed(2);
  drawChosen();
}

/** The chosen source and place; a place with its ancestors and the places just below it. */
function drawChosen() {
  byId('source-chosen').replaceChildren(...(state.source >= 0 ? [chosen(state.source, 'source')] : []));
  const { place } = state;
  if (place < 0) return byId('place-chosen').replaceChildren();
  const below = edgesOfPlace(place, (edge) => EDGES.b[edge] === place).map((edge) => EDGES.a[edge]);
  return byId('place-chosen').replaceChildren(
    el('p', { class: 'ancestors' }, ...ancestors(place).flatMap((node) => [placeButton(node), ' › '])),
    chosen(place, 'place'),
    below.length ? el('div', { class: 'below' }, `${t('below')}：`, longList(below, placeButton, 20, 'span')) : '');
}

const placeButton = (node) => button(labelOf(node), () => update({ place: node }, true), { class: 'thing place', lang: 'zh' });
const edgesOfPlace = (place, test) => [...edgesOf(place)].filter((edge) => relationOf(edge) === CONTAINED && test(edge));

/** The places that hold a place, from the top. */
function ancestors(place) {
  const chain = [];
  for (let at = place; chain.length < 12; ) {
    const [up] = edgesOfPlace(at, (edge) => EDGES.a[edge] === at);
    if (up === undefined || chain.includes(EDGES.b[up])) break;
    at = EDGES.b[up];
    chain.unshift(at);
  }
  return chain;
}

function chosen(node, name) {
  return el('p', { class: 'chosen' }, el('span', { lang: 'zh' }, labelOf(node)), button('✕', () => update({ [name]: -1 }, true), { 'aria-label': t('remove') }));
}

/** Where one is: overview, place, source, focus or path. */
function drawCrumbs() {
  const home = { from: '', to: '', focus: -1, path: null, expanded: [], selected: -1, pair: null, place: -1, source: -1 };
  const parts = [button(t('overview'), () => update(home, true))];
  if (hasRange()) parts.push(el('span', {}, `${state.from || '…'}–${state.to || '…'}`));
  if (state.place >= 0) parts.push(crumb(state.place, { focus: -1, path: null }));
  if (state.source >= 0) parts.push(crumb(state.source, { focus: -1, path: null }));
  if (state.focus >= 0 && state.focus !== state.place) parts.push(crumb(state.focus, { selected: state.focus, pair: null, expanded: [] }));
  if (state.path) parts.push(...state.path.map((node) => crumb(node, { selected: node, pair: null })));
  for (const node of state.expanded.slice(-2)) parts.push(crumb(node, { selected: node, pair: null }, '＋'));
  byId('crumbs').replaceChildren(...parts.flatMap((part, at) => (at ? [el('span', { 'aria-hidden': 'true' }, '›'), part] : [part])));
}

const crumb = (node, change, sign = '') => button(sign + labelOf(node), () => update(change, true), { lang: 'zh' });

/** How many steps around the focus. */
function drawSteps() {
  const one = (steps) => button(String(steps), () => update({ steps }, true), { title: t(steps > 1 ? 'stepsOf' : 'step', steps), 'aria-label': t(steps > 1 ? 'stepsOf' : 'step', steps), 'aria-pressed': state.steps === steps, 'data-key': `step-${steps}` });
  byId('steps').replaceChildren(...(state.focus >= 0 && !state.path && state.view !== 'map' ? [1, 2, 3].map(one) : []));
}

function drawLegend(view) {
  const map = state.view === 'map';
  const shown = new Set((map ? nodesOnChart() : [...view.nodes]).map(kindOf));
  const groups = (map ? [] : drawing.groups).slice(0, GROUPS).map((group, at) => groupItem(group, at));
  byId('legend').replaceChildren(...groups, ...GRAPH.kinds.filter((kind) => shown.has(kind)).map((kind) =>
    el('li', {}, el('i', { class: `sign ${kind}${groups.length ? ' plain' : ''}`, 'aria-hidden': 'true' }), word('kinds', kind))));
}

/** A community in the legend, named by its best connected member; a press lists its members. */
function groupItem(group, at) {
  const middle = group.reduce((a, b) => (factCount[b] > factCount[a] ? b : a));
  const title = t('community', labelOf(middle), group.length);
  const sign = el('i', { class: 'sign person', 'aria-hidden': 'true' });
  sign.style.background = colour(`group-${at}`);
  return el('li', {}, sign, button(title, () => showMembers(title, group), { class: 'counter' }));
}

/** What colours and sizes mean. */
function drawLooks() {
  for (const [name, choices] of [['colour', COLOURS], ['size', SIZES]]) {
    const options = choices.map((one) => el('option', { value: one }, t(`${name}_${one}`)));
    byId(name).replaceChildren(...options);
    byId(name).value = state[name];
  }
}

/** The line below the network: what is shown, and above all what is not. */
function drawStatus(view) {
  const all = COUNT - (tally.kinds.get('source') || 0) - (state.persons ? 0 : privatePersons.size);
  const left = all - [...view.nodes].filter((node) => kindOf(node) !== 'source').length;
  const parts = [left > 0 ? t('statusSome', view.nodes.size, view.edges.length, left) : t('statusAll', view.nodes.size, view.edges.length)];
  if (view.path) parts.unshift(view.path.length < 0 ? t('noPath') : t('pathLength', view.path.length, view.path.paths));
  if (!GRAPH.whole && state.focus < 0 && !state.path && (atFirst() || view.nodes.size >= OPENING)) parts.push(t('statusTop'));
  parts.push(t('statusPlain'));
  const again = state.hidden.length ? [t('statusHidden', state.hidden.length), ' ', button(t('unhide'), () => update({ hidden: [] }, true))] : [];
  if (state.view === 'map') parts.splice(0, parts.length, ...chartStatus());
  byId('status').replaceChildren(parts.join(ui.language ? ' ' : ''), ' ', ...again);
}

/** A number that leads to what it counts. */
const countButton = (text, open) => button(text, open, { class: 'counter', 'data-key': `count-${text}` });

/** The list of documents stands in the panel where nothing is selected. */
function showDocuments() {
  update({ selected: -1, pair: null });
  byId('documents').open = true;
  byId('documents').firstElementChild.focus();
}

function drawTop() {
  const sources = tally.kinds.get('source') || 0;
  const articles = wholes.size ? t('articleCount', wholes.size) : '';
  byId('counts').replaceChildren(
    countButton(t('thingCount', COUNT - sources), () => update({ view: 'map' }, true)), ' · ',
    countButton(t('factCount', FACTS), () => openTable('facts')), ' · ',
    countButton(t('documentCount', sources - wholes.size) + articles, showDocuments));
  byId('language').textContent = t('switch');
  for (const view of VIEWS) byId(`view-${view}`).setAttribute('aria-pressed', String(state.view === view));
  byId('look-menu').hidden = state.view !== 'network';
  for (const id of ['fit', 'png', 'svg']) byId(id).hidden = !['network', 'map'].includes(state.view);
}

/** Remember one end of a path; with both the path is shown. */
function setPathEnd(end, node) {
  pathEnds[end] = node;
  byId(end ? 'path-to' : 'path-from').value = labelOf(node);
  if (pathEnds[0] >= 0 && pathEnds[1] >= 0 && pathEnds[0] !== pathEnds[1]) findPath();
}

function findPath() {
  if (pathEnds[0] < 0 || pathEnds[1] < 0 || pathEnds[0] === pathEnds[1]) return;
  update({ path: [...pathEnds], focus: -1, expanded: [], selected: -1, pair: null }, true);
}

/** Back to the opening view. */
function resetAll() {
  pathEnds.fill(-1);
  byId('path-from').value = '';
  byId('path-to').value = '';
  update(initialState(), true);
}

function switchLanguage() {
  ui.language = 1 - ui.language;
  translatePage();
  update({});
}

function toggleFilters() {
  const open = byId('filters').classList.toggle('open');
  byId('show-filters').setAttribute('aria-expanded', String(open));
}

function bindControls() {
  const kindIs = (kind) => (node) => kindOf(node) === kind;
  makePicker(byId('search'), (node) => (state.view === 'map' && canBeOnChart(node) ? findOnChart(node) : focusOn(node)));
  makePicker(byId('source'), (node) => update({ source: node, focus: -1, path: null }, true), kindIs('source'));
  makePicker(byId('place'), (node) => update({ place: node, focus: -1, path: null }, true), kindIs('place'));
  makePicker(byId('path-from'), (node) => setPathEnd(0, node));
  makePicker(byId('path-to'), (node) => setPathEnd(1, node));
  const clicks = {
    'path-go': findPath, reset: resetAll, language: switchLanguage, 'show-filters': toggleFilters, settle, png: savePng, svg: saveSvg, sparql: showSparql, 'query-copy': copySparql, 'query-save': saveSparql, 'query-close': () => byId('query').close(),
    back: () => history.back(), forward: () => history.forward(), fit: () => (state.view === 'map' ? fitChart() : fitNetwork()),
    skip: (event) => { event.preventDefault(); byId('panel').focus(); },
  };
  for (const [id, act] of Object.entries(clicks)) byId(id).addEventListener('click', act);
  for (const view of VIEWS) byId(`view-${view}`).addEventListener('click', () => update({ view }));
  byId('stated').addEventListener('change', ({ target }) => update({ stated: target.checked }));
  byId('confidence').addEventListener('input', (event) => update({ confidence: Number(event.target.value) }));
  byId('network').addEventListener('keydown', onNetworkKey);
  for (const name of ['colour', 'size']) byId(name).addEventListener('change', ({ target }) => update({ [name]: target.value }));
  document.addEventListener('keydown', onPageKey);
  for (const name of ['keydown', 'pointerdown', 'focusin']) document.addEventListener(name, closeMenus);
}

/** A menu closes when one clicks or tabs elsewhere, and by Escape. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    const leaving = event.key === 'Escape' || (event.type !== 'keydown' && !menu.contains(event.target));
    if (!leaving) continue;
    if (event.key === 'Escape' && menu.contains(document.activeElement)) menu.firstElementChild.focus();
    menu.open = false;
  }
}

/** "/" puts the cursor in the search box, unless one is typing. */
function onPageKey(event) {
  if (event.key !== '/' || /^(?:INPUT|TEXTAREA)$/u.test(document.activeElement?.tagName || '')) return;
  event.preventDefault();
  byId('search').focus();
  byId('search').select();
}
