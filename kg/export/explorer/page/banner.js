// The top of the page: counts that lead to what they count, and the views.

function drawTop() {
  const sources = tally.kinds.get('source') || 0;
  const articles = wholes.size ? t('articleCount', wholes.size) : '';
  byId('counts').replaceChildren(
    countButton(t('thingCount', COUNT - sources), () => update({ view: 'map' }, true)), ' · ',
    countButton(t('factCount', FACTS), () => showFacts(t('facts'), factsWhere(() => true)), 'facts'), ' · ',
    countButton(t('documentCount', sources - wholes.size) + articles, showDocuments));
  byId('language').textContent = t('switch');
  for (const view of VIEWS) byId(`view-${view}`).setAttribute('aria-pressed', String(state.view === view));
  byId('look-menu').hidden = state.view !== 'network';
  for (const id of ['fit', 'png', 'svg']) byId(id).hidden = !['network', 'map'].includes(state.view);
}

/** The list of documents stands in the panel where nothing is selected. */
function showDocuments() {
  update({ selected: -1, pair: null });
  byId('documents').open = true;
  byId('documents').firstElementChild.focus();
}
