// The packed columns (see pack.py) as a graph. Nodes, edges, claims and sentences are numbers throughout the page.

const DATA = JSON.parse(document.getElementById('data').textContent);
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const COUNT = NODES.id.length;
const MENTIONS = 'schema:mentions';
const CONTAINED = 'schema:containedInPlace';
const POSTS = new Set(['org:holds', 'zm:proposedOn']);

const numberOf = new Map(NODES.id.map((id, node) => [id, node]));
const privatePersons = new Set(DATA.private);
const kindOf = (node) => DATA.kinds[NODES.kind[node]];
const labelOf = (node) => NODES.label[node] || (kindOf(node) === 'source' ? t('untitled') : NODES.id[node]);
const relationOf = (edge) => DATA.strings[EDGES.relation[edge]];
const basisOf = (edge) => DATA.strings[EDGES.basis[edge]];

/** Title, status and dates of a holding. */
function holdingOf(edge) {
  const [title, status, ...dates] = EDGES.more[edge].map((at) => DATA.strings[at]);
  const names = ['start', 'end', 'attested', 'ended', 'proposed'];
  const stated = names.map((name, at) => [name, dates[at] || '']).filter(([, value]) => value);
  return { title: title || '', status: status || '', dates: stated };
}

/** Add the mentions as edges: a source names a thing. They rest on no claim of their own. */
function addMentions() {
  const relation = DATA.strings.push(MENTIONS) - 1;
  const basis = DATA.strings.indexOf('stated') < 0 ? DATA.strings.push('stated') - 1 : DATA.strings.indexOf('stated');
  const none = [];
  DATA.mentions.forEach((sources, node) => {
    for (const source of sources) {
      EDGES.a.push(source);
      EDGES.b.push(node);
      EDGES.relation.push(relation);
      EDGES.basis.push(basis);
      EDGES.confidence.push(100);
      EDGES.claims.push(none);
      EDGES.more.push(none);
    }
  });
}

/** For each node the numbers of its edges, in two flat arrays. */
function indexEdges() {
  const first = new Uint32Array(COUNT + 1);
  for (const ends of [EDGES.a, EDGES.b]) for (const node of ends) first[node + 1] += 1;
  for (let node = 0; node < COUNT; node += 1) first[node + 1] += first[node];
  const next = first.slice();
  const flat = new Uint32Array(EDGES.a.length * 2);
  for (let edge = 0; edge < EDGES.a.length; edge += 1) {
    flat[next[EDGES.a[edge]]++] = edge;
    flat[next[EDGES.b[edge]]++] = edge;
  }
  return { first, flat };
}

const FACTS = EDGES.a.length;
const factCount = new Uint32Array(COUNT);
for (const ends of [EDGES.a, EDGES.b]) for (const node of ends) factCount[node] += 1;
addMentions();
const ADJACENT = indexEdges();

const edgesOf = (node) => ADJACENT.flat.subarray(ADJACENT.first[node], ADJACENT.first[node + 1]);
const otherEnd = (edge, node) => (EDGES.a[edge] === node ? EDGES.b[edge] : EDGES.a[edge]);

/** Literal facts by node, made when first asked for. */
const literalsOf = (() => {
  let index = null;
  return (node) => {
    if (!index) {
      index = new Map();
      DATA.literals.node.forEach((owner, row) => index.set(owner, [...(index.get(owner) || []), row]));
    }
    return index.get(node) || [];
  };
})();

/** Articles by the document that holds them. */
const articlesOf = (document) => NODES.part_of.flatMap((whole, node) => (whole === document ? [node] : []));

/** The sources that name a node or say something of it. */
function sourcesOf(node) {
  const found = new Set(DATA.mentions[node]);
  for (const claim of DATA.named[node]) if (DATA.claims.source[claim] >= 0) found.add(DATA.claims.source[claim]);
  return found;
}
