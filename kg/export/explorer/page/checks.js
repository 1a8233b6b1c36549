// The filters on the left: kinds, relations, bases and confidence, each with its count.

const tally = { kinds: new Map(), relations: new Map(), bases: new Map() };

/** Count kinds, relations and bases once. Persons without office count apart. */
function countAll() {
  const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  for (let node = 0; node < COUNT; node += 1) if (!privatePersons.has(node)) add(tally.kinds, kindOf(node));
  for (let edge = 0; edge < EDGES.a.length; edge += 1) {
    add(tally.relations, relationOf(edge));
    if (edge < FACTS) add(tally.bases, basisOf(edge));
  }
}

/** A checkbox with a count, which leads to what it counts; `set` is told whether it is on. */
function check(text, count, { on, set, list, kind = '' }) {
  const box = el('input', { type: 'checkbox', 'data-key': text, onchange: () => set(box.checked) });
  box.checked = on;
  const counter = button(commas(count), () => list(text), { class: 'counter count', 'data-key': `list-${text}`, 'aria-label': t('listOf', text, count) });
  return el('p', {}, el('label', {}, box, kind ? el('i', { class: `sign ${kind}`, 'aria-hidden': 'true' }) : null, el('span', {}, text)), counter);
}

/** The set without or with one member. */
function toggled(set, member, on) {
  const next = new Set(set);
  if (on) next.delete(member);
  else next.add(member);
  return next;
}

/** The checkbox of a member of a set of what is left out, and the list behind its count. */
const checkOf = (name, text, member, count, more) =>
  check(text, count, { on: !state[name].has(member), set: (on) => update({ [name]: toggled(state[name], member, on) }), ...more });

const checkOfKind = ([kind, count]) => checkOf('kindsOff', word('kinds', kind), kind, count, { kind, list: (title) => showThings(title, nodesWhere((node) => kindOf(node) === kind && !privatePersons.has(node))) });
const checkOfRelation = ([name, count]) => checkOf('relationsOff', word('relations', name), name, count, { list: (title) => showFacts(title, edgesWhere((edge) => relationOf(edge) === name)) });
const checkOfBasis = (name) => checkOf('basesOff', word('basis', name), name, tally.bases.get(name), { list: (title) => showFacts(title, factsWhere((edge) => basisOf(edge) === name)) });

function drawFilters() {
  const kinds = [...tally.kinds].sort((a, b) => GRAPH.kinds.indexOf(a[0]) - GRAPH.kinds.indexOf(b[0]));
  const persons = { kind: 'person', on: state.persons, set: (on) => update({ persons: on }), list: (title) => showThings(title, privatePersons) };
  byId('kinds').replaceChildren(...kinds.map(checkOfKind), ...(privatePersons.size ? [check(t('privatePersons'), privatePersons.size, persons)] : []));
  const relations = [...tally.relations].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  byId('relations').replaceChildren(...relations.map(checkOfRelation));
  byId('bases').replaceChildren(...BASES.filter((name) => tally.bases.has(name)).map(checkOfBasis));
  byId('stated').checked = state.stated;
  byId('confidence').value = state.confidence;
  byId('confidence-value').textContent = (state.confidence / 100).toFixed(2);
  drawChosen();
}
