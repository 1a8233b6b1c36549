// The filters on the left: kinds, relations, bases and confidence, each with its count.

const tally = { kinds: new Map(), relations: new Map(), bases: new Map() };

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
