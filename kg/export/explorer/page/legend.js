// What is seen: the legend, the choice of colours and sizes, and the line below that says what is not shown.

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
  const title = t('community', labelOf(middle));
  const sign = el('i', { class: 'sign person', 'aria-hidden': 'true' });
  sign.style.background = colour(`group-${at}`);
  return el('li', {}, sign, countButton(`${title}（${group.length}）`, () => showThings(title, group)));
}

/** What colours and sizes mean. */
function drawLooks() {
  for (const [name, choices] of [['colour', COLOURS], ['size', SIZES]]) {
    const options = choices.map((one) => el('option', { value: one }, t(`${name}_${one}`)));
    byId(name).replaceChildren(...options);
    byId(name).value = state[name];
  }
}

/** Whether a thing is among those that the line below the network counts. */
const isCounted = (node) => kindOf(node) !== 'source' && (state.persons || !privatePersons.has(node));

/** The line below the network: what is shown, and above all what is not. */
function drawStatus(view) {
  const all = COUNT - (tally.kinds.get('source') || 0) - (state.persons ? 0 : privatePersons.size);
  const left = all - [...view.nodes].filter((node) => kindOf(node) !== 'source').length;
  const shown = t(left > 0 ? 'statusSome' : 'statusAll', view.nodes.size, view.edges.length);
  const parts = [countButton(shown, () => openTable('things'), 'shown')];
  if (left > 0) parts.push(countButton(t('statusLeft', left), () => showThings(t('notShown'), nodesWhere((node) => isCounted(node) && !view.nodes.has(node))), 'left'));
  if (view.path) parts.unshift(view.path.length < 0 ? t('noPath') : t('pathLength', view.path.length, view.path.paths));
  if (view.all === false) parts.push(t('statusTop'));
  else if (view.all && left > state.hidden.length) parts.push(t('statusPassing'));
  parts.push(t('statusPlain'));
  const again = state.hidden.length ? [t('statusHidden', state.hidden.length), ' ', button(t('unhide'), () => update({ hidden: [] }, true))] : [];
  if (!view.nodes.size) {
    parts.splice(0, parts.length, t('statusNone'));
    again.push(button(t('reset'), resetAll));
  }
  if (state.view === 'map') parts.splice(0, parts.length, ...chartStatus());
  byId('status').replaceChildren(...parts.flatMap((part) => [part, ui.language ? ' ' : '']), ' ', ...again);
}
