// The packed columns (see pack.py) as a graph. Nodes, edges, claims and documents are numbers throughout the page.
// `graph` is parsed when the page opens; the other parts when they are first asked for.

/** A part of the data, parsed at the first call; its text is then let go. */
function part(name) {
  let data = null;
  return () => {
    if (data) return data;
    data = JSON.parse(PARTS[name]);
    delete PARTS[name];
    return data;
  };
}

const GRAPH = part('graph')();
const [names, about, proofs, texts] = ['names', 'about', 'proofs', 'texts'].map(part);
const NODES = GRAPH.nodes;
const EDGES = withMentions(GRAPH.edges, GRAPH.mentions);
const COUNT = NODES.kind.length;
const FACTS = GRAPH.edges.a.length;
const MENTIONS = 'schema:mentions';
const CONTAINED = 'schema:containedInPlace';
const POSTS = new Set(['org:holds', 'zm:proposedOn']);
const NONE = Object.freeze([]);

const kindOf = (node) => GRAPH.kinds[NODES.kind[node]];
const idOf = (node) => names().id[node];
const aliasesOf = (node) => names().aliases[node];
const labelOf = (node) => NODES.label[node] || (kindOf(node) === 'source' ? t('untitled') : idOf(node));
const privatePersons = new Set(GRAPH.private);
const wholes = new Map(pairsIn(NODES.parts));
const holdings = new Map(EDGES.held.map((edge, at) => [edge, EDGES.more[at]]));

const relationOf = (edge) => (edge < FACTS ? EDGES.looks[EDGES.look[edge]][0] : MENTIONS);
const basisOf = (edge) => (edge < FACTS ? EDGES.looks[EDGES.look[edge]][1] : 'stated');
const confidenceOf = (edge) => (edge < FACTS ? EDGES.looks[EDGES.look[edge]][2] : 100);
const claimsOf = (edge) => (edge < FACTS ? [EDGES.claims[edge]].flat() : NONE);

/** A flat list of two by two as pairs. */
function pairsIn(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
}

/** The facts, and after them the mentions as edges from source to thing. They rest on no claim of their own. */
function withMentions(edges, mentions) {
  const join = (first, second) => {
    const all = new Int32Array(first.length + second.length);
    all.set(first);
    all.set(second, first.length);
    return all;
  };
  return { ...edges, a: join(edges.a, mentions.source), b: join(edges.b, mentions.thing) };
}

const DATES = ['start', 'end', 'attested', 'ended', 'proposed'];

/** The dates of a holding, as numbers of strings that are not empty. */
const whenHeld = (edge) => (holdings.get(edge) ?? NONE).slice(2, 2 + DATES.length).filter(Boolean);

/** Title, status, dates and rank of a holding. */
function holdingOf(edge) {
  const [title, status, ...more] = (holdings.get(edge) ?? NONE).map((at) => GRAPH.strings[at]);
  const dates = DATES.map((name, at) => [name, more[at] || '']).filter(([, value]) => value);
  return { title: title || '', status: status || '', dates, rank: more[DATES.length] || '' };
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

const factCount = new Uint32Array(COUNT);
for (const ends of [GRAPH.edges.a, GRAPH.edges.b]) for (const node of ends) factCount[node] += 1;
const ADJACENT = indexEdges();

const edgesOf = (node) => ADJACENT.flat.subarray(ADJACENT.first[node], ADJACENT.first[node + 1]);
const otherEnd = (edge, node) => (EDGES.a[edge] === node ? EDGES.b[edge] : EDGES.a[edge]);

/** A function of a node that looks into an index, which is made when first asked for. */
function indexed(make) {
  let index = null;
  return (node) => {
    index ??= make();
    return index.get(node) ?? NONE;
  };
}

/** Group `[key, value]` pairs: each key with all its values. */
function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) {
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Literal facts of a node; the articles of a document; the dates of a thing or source. */
const literalsOf = indexed(() => grouped(GRAPH.literals.node.map((owner, row) => [owner, row])));
const articlesOf = indexed(() => grouped([...wholes].map(([article, whole]) => [whole, article])));
const datesOf = indexed(() => grouped(pairsIn(NODES.dates).map(([node, at]) => [node, GRAPH.strings[at]])));

/** The claims that say what a node is, which are the last ones; the quotations of a claim beyond its first. */
const namingOf = indexed(() => {
  const { source, named } = proofs();
  return grouped(named.map((node, at) => [node, source.length - named.length + at]));
});
const furtherOf = indexed(() => {
  const { further } = proofs();
  return grouped(Array.from({ length: further.length / 3 }, (_, at) => [further[3 * at], further.slice(3 * at + 1, 3 * at + 3)]));
});

/** The node with an id, or -1. */
const numberOf = (() => {
  let index = null;
  return (id) => {
    index ??= new Map(names().id.map((one, node) => [one, node]));
    return index.get(id) ?? -1;
  };
})();

/** The sources that name a node or say something of it. */
function sourcesOf(node) {
  const { source } = proofs();
  const found = new Set(namingOf(node).map((claim) => source[claim]).filter((at) => at >= 0));
  for (const edge of edgesOf(node)) if (edge >= FACTS && EDGES.b[edge] === node) found.add(EDGES.a[edge]);
  return found;
}
