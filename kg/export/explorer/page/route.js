// The panel of the shortest ways between two things: the facts of each step, with their evidence.

/** What is shown where a path is asked for and nothing is selected. */
function routePanel(path, edges) {
  const [from, to] = state.path;
  const steps = Array.from({ length: Math.max(0, path.length) }, (_, step) => edges.filter((edge) => stepOf(path, edge) === step));
  return [
    el('p', { class: 'badge' }, t('path')),
    el('h2', { lang: 'zh', class: 'pair' }, thingButton(from), ' — ', thingButton(to)),
    el('p', {}, path.length < 0 ? t('noPath') : t('pathLength', path.length, path.paths)),
    el('p', { class: 'faint' }, t('pathOverAll')),
    path.length < 0 && leftOut('kindsOff').has('source') ? button(t('pathOverSources'), () => update({ kindsOff: new Set() }, true)) : null,
    ...steps.map((facts, step) => section(t('stepNumber', step + 1), facts.length, longList(facts, (edge) => factItem(edge, -1, facts.length < 2), 12, 'ul'))),
  ];
}

/** Which step of the ways a fact is, counted from 0; -1 where it is none. */
function stepOf({ step }, edge) {
  const ends = [EDGES.a[edge], EDGES.b[edge]].map((node) => step.get(node) ?? NaN);
  return Math.abs(ends[0] - ends[1]) === 1 ? Math.min(...ends) : -1;
}
