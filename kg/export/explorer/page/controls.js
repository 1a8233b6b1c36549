// What the controls of the page do.

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
  makePicker(byId('search'), (node) => (state.view === 'map' && canBeOnChart(node) ? findOnChart(node) : focusOn(node)), { list: showThings });
  makePicker(byId('source'), (node) => update({ source: node, focus: -1, path: null }, true), { allowed: kindIs('source') });
  makePicker(byId('place'), (node) => update({ place: node, focus: -1, path: null }, true), { allowed: kindIs('place') });
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
