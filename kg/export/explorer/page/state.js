// What the user asked for, as one object that is written to and read from the fragment of the address: a view can be
// shared, and the browser's own history is back and forward.

const VIEWS = ['network', 'map', 'table', 'matrix'];
const COLOURS = ['kind', 'community'];
const SIZES = ['degree', 'betweenness'];
const PLAIN = ['from', 'to', 'view', 'colour', 'size'];
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
    colour: 'kind',
    size: 'degree',
  };
}

const state = initialState();

const ids = (nodes) => nodes.map((node) => idOf(node)).join(',');
const number = (text) => (text ? numberOf(text) : -1);
const numbers = (text) => text.split(',').map(number).filter((node) => node >= 0);
const sameSet = (set, list) => set.size === list.length && list.every((item) => set.has(item));

/** The fragment for a state: only what differs from the opening view. */
function toFragment(from) {
  const first = hiddenAtFirst();
  const parts = new URLSearchParams();
  if (from.focus >= 0) parts.set('focus', idOf(from.focus));
  if (from.focus >= 0 && from.steps > 1) parts.set('steps', from.steps);
  if (from.path) parts.set('path', ids(from.path));
  if (from.expanded.length) parts.set('open', ids(from.expanded));
  if (from.hidden.length) parts.set('hide', ids(from.hidden));
  if (!sameSet(from.kindsOff, first.kinds)) parts.set('nokinds', [...from.kindsOff].join(','));
  if (!sameSet(from.relationsOff, first.relations)) parts.set('norelations', [...from.relationsOff].join(','));
  if (from.basesOff.size) parts.set('nobasis', [...from.basesOff].join(','));
  if (from.confidence) parts.set('confidence', from.confidence);
  if (from.source >= 0) parts.set('source', idOf(from.source));
  if (from.place >= 0) parts.set('place', idOf(from.place));
  if (from.persons) parts.set('persons', 'all');
  if (from.selected >= 0) parts.set('select', idOf(from.selected));
  if (from.pair) parts.set('relation', ids(from.pair));
  if (from.pinned.length) parts.set('pin', ids(from.pinned));
  if (from.stated) parts.set('stated', '1');
  for (const name of PLAIN) if (from[name] !== initialState()[name]) parts.set(name, from[name]);
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
    colour: oneOf(COLOURS, parts.get('colour')),
    size: oneOf(SIZES, parts.get('size')),
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
