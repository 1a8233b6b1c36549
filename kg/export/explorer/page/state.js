// What the user asked for, as one object that is written to and read from the fragment of the address: a view can be
// shared, and the browser's own history is back and forward.

const VIEWS = ['network', 'map', 'table', 'matrix'];
const COLOURS = ['kind', 'community'];
const SIZES = ['degree', 'betweenness'];
const PLAIN = ['from', 'to', 'view', 'painter', 'colour', 'size', 'tab', 'sort', 'level'];
const BASES = ['stated', 'context', 'derived', 'table'];

/** Kinds and relations that are hidden until asked for; fewer in a graph that is small enough to be shown whole. */
function hiddenAtFirst() {
  if (GRAPH.whole) return { kinds: ['source'], relations: [] };
  return { kinds: ['source', 'figure', 'event', 'document', 'post'], relations: [CONTAINED] };
}

function initialState() {
  const hidden = hiddenAtFirst();
  return {
    focus: -1,
    steps: 1,
    path: null,
    expanded: [],
    hidden: [],
    kindsOff: new Set(hidden.kinds),
    relationsOff: new Set(hidden.relations),
    basesOff: new Set(),
    confidence: 0,
    source: -1,
    place: -1,
    persons: false,
    selected: -1,
    pair: null,
    from: '',
    to: '',
    pinned: [],
    stated: false,
    view: 'network',
    painter: 'auto',
    colour: 'kind',
    size: 'degree',
    tab: 'things',
    sort: '',
    level: 'prefecture',
    shared: false,
  };
}

const state = initialState();

const ids = (nodes) => nodes.map((node) => idOf(node)).join(',');
const number = (text) => (text ? numberOf(text) : -1);
const numbers = (text) => text.split(',').map(number).filter((node) => node >= 0);
const sameSet = (set, list) => set.size === list.length && list.every((item) => set.has(item));

/** What of a state differs from the opening view, by its name in a fragment; null stands for what does not differ. */
function differing(from) {
  const first = initialState();
  const one = (node) => (node < 0 ? null : idOf(node));
  const many = (nodes) => (nodes?.length ? ids(nodes) : null);
  const except = (name) => (sameSet(from[name], [...first[name]]) ? null : [...from[name]].join(','));
  const plain = (name) => (from[name] === first[name] ? null : from[name]);
  return {
    focus: one(from.focus), steps: from.focus < 0 ? null : plain('steps'), path: many(from.path), open: many(from.expanded), hide: many(from.hidden),
    nokinds: except('kindsOff'), norelations: except('relationsOff'), nobasis: except('basesOff'), confidence: plain('confidence'),
    source: one(from.source), place: one(from.place), persons: from.persons ? 'all' : null, select: one(from.selected), relation: many(from.pair), pin: many(from.pinned),
    stated: from.stated ? '1' : null, shared: from.shared ? '1' : null, ...Object.fromEntries(PLAIN.map((name) => [name, plain(name)])),
  };
}

/** The fragment for a state: only what differs from the opening view, and the language. */
function toFragment(from) {
  const parts = new URLSearchParams(Object.entries(differing(from)).filter(([, value]) => value !== null));
  parts.set('lang', ui.language ? 'en' : 'zh');
  return parts.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
}

const oneOf = (choices, name) => (choices.includes(name) ? name : choices[0]);

/** The items of a list in a fragment, or `first` where the fragment does not name it. */
function listed(parts, name, first) {
  return new Set(parts.has(name) ? parts.get(name).split(',').filter(Boolean) : first);
}

/** Read a fragment into the state. Whatever is unknown in it is passed over. */
function readFragment(fragment) {
  const parts = new URLSearchParams(fragment);
  const first = initialState();
  const [path, pair] = [numbers(parts.get('path') || ''), numbers(parts.get('relation') || '')];
  Object.assign(state, first, {
    focus: number(parts.get('focus')),
    steps: Math.min(3, Math.max(1, Number(parts.get('steps')) || 1)),
    path: path.length === 2 ? path : null,
    expanded: numbers(parts.get('open') || ''),
    hidden: numbers(parts.get('hide') || ''),
    kindsOff: listed(parts, 'nokinds', first.kindsOff),
    relationsOff: listed(parts, 'norelations', first.relationsOff),
    basesOff: listed(parts, 'nobasis', first.basesOff),
    confidence: Math.min(100, Math.max(0, Number(parts.get('confidence')) || 0)),
    source: number(parts.get('source')),
    place: number(parts.get('place')),
    persons: parts.get('persons') === 'all',
    selected: number(parts.get('select')),
    pair: pair.length === 2 ? pair : null,
    pinned: numbers(parts.get('pin') || ''),
    stated: parts.get('stated') === '1',
    from: DATED.test(parts.get('from')) ? parts.get('from') : '',
    to: DATED.test(parts.get('to')) ? parts.get('to') : '',
    view: oneOf(VIEWS, parts.get('view')),
    painter: oneOf(PAINTERS, parts.get('painter')),
    colour: oneOf(COLOURS, parts.get('colour')),
    size: oneOf(SIZES, parts.get('size')),
    tab: oneOf(Object.keys(TABS), parts.get('tab')),
    sort: parts.get('sort') ?? '',
    level: LEVELS.includes(parts.get('level')) ? parts.get('level') : first.level,
    shared: parts.get('shared') === '1',
  });
  if (parts.has('lang')) ui.language = parts.get('lang') === 'en' ? 1 : 0;
}

/** Change the state and show it; `step` makes it a step of the history. */
function update(change, step = false) {
  Object.assign(state, change);
  const address = `#${toFragment(state)}`;
  if (address !== location.hash) {
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
  render();
}
