// What an empty panel offers: help, a way in, and the documents.

/** What an empty panel offers: help and a way in. */
function welcome() {
  return [
    el('p', { class: 'lead' }, t('welcome')),
    el('p', { class: 'faint' }, t('help1')),
    el('p', { class: 'faint' }, t('help2')),
    el('h2', { class: 'small' }, t('best')),
    ...['person', 'body', 'place', 'program'].map(bestOf),
    documentList(),
  ];
}

/** The best connected things of a kind, each with its number of facts. */
function bestOf(kind) {
  const all = [...NODES.kind.keys()].filter((node) => kindOf(node) === kind && factCount[node] && !privatePersons.has(node));
  const best = all.sort((a, b) => factCount[b] - factCount[a] || a - b).slice(0, 4);
  const item = (node) => el('li', {}, thingButton(node), el('span', { class: 'sure' }, String(factCount[node])));
  return best.length ? el('section', {}, el('h3', {}, word('kinds', kind)), el('ol', { class: 'best' }, ...best.map(item))) : null;
}

/** All documents behind a fold, each with its articles, the latest first; made when it is opened. */
function documentList() {
  const fold = el('details', { id: 'documents' }, el('summary', {}, t('documentCount', (tally.kinds.get('source') ?? 0) - wholes.size)));
  fold.addEventListener('toggle', () => fold.childElementCount === 1 && fold.append(longList(documentsInOrder(), documentItem, 20, 'ul')));
  return fold;
}

function documentsInOrder() {
  const documents = [...NODES.kind.keys()].filter((node) => kindOf(node) === 'source' && !wholes.has(node));
  const dateOf = (node) => [...datesOf(node)].sort().at(-1) ?? '';
  return documents.sort((a, b) => dateOf(b).localeCompare(dateOf(a)) || a - b);
}

const documentItem = (node) => el('li', { class: 'fact' }, citation(node), ...articlesOf(node).map((article) => el('p', { class: 'citation part' }, thingButton(article))));
