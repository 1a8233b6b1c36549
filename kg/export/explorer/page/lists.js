// Lists that numbers lead to: they stand in the panel until something is selected.

/** A number that leads to what it counts; `name` tells it from others of the same text. */
const countButton = (text, open, name = text) => button(text, open, { class: 'counter', 'data-key': `count-${name}` });

function showList(title, count, list) {
  const panel = byId('panel');
  if (byId('filters').classList.contains('open')) toggleFilters();
  panel.replaceChildren(el('h2', { class: 'pair' }, title, ' ', el('span', { class: 'sure' }, commas(count))), list);
  panel.classList.remove('empty');
  panel.scrollTop = 0;
  panel.focus();
}

/** Things, the best connected first, each with its number of facts. */
function showThings(title, nodes) {
  const sorted = [...nodes].sort((a, b) => factCount[b] - factCount[a] || a - b);
  const item = (node) => el('li', { class: 'line' }, thingButton(node), el('span', { class: 'sure' }, String(factCount[node])));
  showList(title, sorted.length, longList(sorted, item, 60, 'ul'));
}

/** Facts in the order of the graph, each with the words it rests on. */
function showFacts(title, edges) {
  showList(title, edges.length, longList(edges, (edge) => factItem(edge, -1), 30, 'ul'));
}

const nodesWhere = (test) => [...NODES.kind.keys()].filter(test);
const edgesWhere = (test) => [...EDGES.a.keys()].filter(test);
const factsWhere = (test) => edgesWhere((edge) => edge < FACTS && test(edge));
