// Where one is, above the view: the breadcrumb, and the steps around the focus.

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
