// The SPARQL query that yields the facts of the view from graph.ttl, whatever filters made it.

const PREFIXES = [
  'BASE <https://w3id.org/zhengmai/id/>',
  'PREFIX zm: <https://w3id.org/zhengmai/ontology#>',
  'PREFIX org: <http://www.w3.org/ns/org#>',
  'PREFIX schema: <https://schema.org/>',
  'PREFIX dcterms: <http://purl.org/dc/terms/>',
  'PREFIX skos: <http://www.w3.org/2004/02/skos/core#>',
];

/** The ids of our own making hold nothing that could end an IRI; another one is left out. */
const iri = (node) => (/^[\w./-]+$/u.test(idOf(node)) ? `<${idOf(node)}>` : null);

/** A block of VALUES with a row for each different pair of ends (and its relation, but for holdings). */
function valuesOf(variables, edges, row) {
  const rows = new Set(edges.map(row).filter((one) => !one.includes(null)).map((one) => `    (${one.join(' ')})`));
  return `  VALUES (${variables}) {\n${[...rows].join('\n')}\n  }`;
}

/** A holding: a membership of the person in the body, or in the post where the body is open. */
function holdingsPart(edges) {
  const values = valuesOf('?a ?b', edges, (edge) => [iri(EDGES.a[edge]), iri(EDGES.b[edge])]);
  return `${values}
  ?membership org:member ?a ; zm:post ?post .
  OPTIONAL { ?membership org:organization ?body }
  FILTER(COALESCE(?body, ?post) = ?b)
  OPTIONAL { ?post skos:prefLabel ?title }
  OPTIONAL { ?membership zm:status ?status }`;
}

function triplesPart(edges) {
  const values = valuesOf('?a ?relation ?b', edges, (edge) => [iri(EDGES.a[edge]), relationOf(edge), iri(EDGES.b[edge])]);
  return `${values}\n  ?a ?relation ?b .`;
}

/** The query for edges: each fact with the names of both ends, of a holding with post and status. */
function sparqlOf(edges) {
  const held = edges.filter((edge) => holdings.has(edge));
  const other = edges.filter((edge) => !holdings.has(edge));
  const parts = [held.length && holdingsPart(held), other.length && triplesPart(other)].filter(Boolean);
  const where = parts.length ? parts.map((part) => `  {\n${part.replaceAll(/^/gmu, '  ')}\n  }`).join('\n  UNION\n') : '  FILTER(false)';
  const names = '  OPTIONAL { ?a skos:prefLabel ?nameA }\n  OPTIONAL { ?b skos:prefLabel ?nameB }';
  return `${PREFIXES.join('\n')}\n\nSELECT DISTINCT ?a ?nameA ?relation ?title ?status ?b ?nameB WHERE {\n${where}\n${names}\n}\n`;
}

/** The query for things: each with its name. */
function sparqlOfThings(nodes) {
  const values = nodes.map(iri).filter(Boolean).map((one) => `    ${one}`);
  return `${PREFIXES.join('\n')}\n\nSELECT ?thing ?name WHERE {\n  VALUES ?thing {\n${values.join('\n')}\n  }\n  OPTIONAL { ?thing skos:prefLabel ?name }\n}\n`;
}

/** The query of the present view. */
const queryNow = () => (state.view === 'map' ? sparqlOfThings(nodesOnChart()) : sparqlOf(currentView().edges));

const READABLE = 60000;

/** Show the query, chosen as a whole. Of one that is too long to be read only the beginning is shown: it is copied and saved whole. */
function showSparql() {
  const query = queryNow();
  byId('query-text').value = query.length > READABLE ? `${query.slice(0, READABLE)}\n# …` : query;
  byId('query-length').textContent = query.length > READABLE ? t('sparqlLong', query.length) : '';
  byId('query-copy').textContent = t('copy');
  byId('query').showModal();
  byId('query-text').select();
  byId('query-text').scrollTop = 0;
}

/** Copy the query where the browser lets a page do so, and save it where not. */
async function copySparql() {
  byId('query-text').select();
  try {
    await navigator.clipboard.writeText(queryNow());
  } catch {
    if (byId('query-length').textContent || !document.execCommand('copy')) return saveSparql();
  }
  byId('query-copy').textContent = t('copied');
  return undefined;
}

function saveSparql() {
  download(new Blob([queryNow()], { type: 'application/sparql-query' }), 'zhengmai.rq');
}
