// The editor: YASGUI in place of the plain form, the library in its menu, and labels in place of IRIs in its answers.

const root = document.getElementById('yasgui');
const library = document.getElementById('library');
const plain = document.getElementById('plain');
const { home } = root.dataset;
const prefixes = JSON.parse(root.dataset.prefixes);
const PART = 500;

/** The name of a query of the library that the address asks for, or nothing. */
const wanted = new URLSearchParams(location.search).get('name');

/** All queries go to the server that the page is from. */
const requestConfig = { endpoint: new URL('/sparql', location).href, method: 'POST' };

// Of YASQE's completions only that of prefixes needs no other server, and it takes the prefixes of the contract.
Yasgui.Yasqe.forkAutocompleter('prefixes', {
  name: 'contract',
  persistenceId: null,
  get: () => Object.entries(prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`),
});

Yasgui.Yasqe.defaults.autocompleters = ['contract'];

const editor = new Yasgui(root, {
  requestConfig,
  copyEndpointOnNewTab: false,
  persistenceId: 'zhengmai',
  yasqe: { value: plain.elements.query.value },
  yasr: { prefixes },
});

/** Open a query of the library in a tab of its own. */
function open(option) {
  const tab = Yasgui.Tab.getDefaults();
  tab.requestConfig = { ...tab.requestConfig, ...requestConfig };
  editor.addTab(true, { ...tab, name: option.dataset.title, yasqe: { value: option.value } });
}

library.addEventListener('change', () => {
  if (library.value) open(library.selectedOptions[0]);
  library.selectedIndex = 0;
});

// ---- labels

const labels = new Map();
let waiting = new Set();

/** Show the label of a link to a thing, and lead to the page that this server has of it. */
function show(link) {
  const label = labels.get(link.dataset.iri);
  if (label) link.textContent = label;
}

/** Take note of the links of an answer that have just been drawn. */
function note() {
  for (const link of root.querySelectorAll('.yasr a.iri:not([data-iri])')) {
    const iri = link.getAttribute('href');
    link.dataset.iri = iri;
    link.title = iri;
    if (iri.startsWith(home)) link.href = `/id/${iri.slice(home.length).replace('#', '%23')}`;
    if (labels.has(iri)) show(link);
    else waiting.add(iri);
  }
  const iris = [...waiting];
  for (let at = 0; at < iris.length; at += PART) learn(iris.slice(at, at + PART));
  waiting = new Set();
}

/** Learn the labels of some things, and show them wherever these stand. */
async function learn(iris) {
  const answer = await fetch('/labels', { method: 'POST', body: JSON.stringify(iris) });
  const found = answer.ok ? await answer.json() : {};
  for (const iri of iris) labels.set(iri, found[iri] ?? '');
  root.querySelectorAll('.yasr a.iri[data-iri]').forEach(show);
}

new MutationObserver(note).observe(root, { childList: true, subtree: true });

plain.hidden = true;
library.parentElement.hidden = false;
if (wanted) for (const option of library.options) if (option.dataset.name === wanted) open(option);
