// Which nodes and edges the filters let through.

/** The kinds or relations that are left out. A path leads over those too that are hidden only until asked for, but not over sources. */
function leftOut(name) {
  const untouched = state.path && sameSet(state[name], [...initialState()[name]]);
  return untouched ? new Set(['source']) : state[name];
}

const hasKind = (node) => !state.kindsOff.has(kindOf(node));

/** Places at and below a place, by the hierarchy whatever relations are shown. */
function placesBelow(place) {
  const found = new Set([place]);
  for (const parent of found) {
    for (const edge of edgesOf(parent)) {
      if (relationOf(edge) === CONTAINED && EDGES.b[edge] === parent) found.add(EDGES.a[edge]);
    }
  }
  return found;
}

/** A place and all below it, their bodies, and the parts of these. */
function groundOf(place) {
  const region = placesBelow(place);
  const grounds = ['zm:jurisdiction', 'org:subOrganizationOf'];
  for (const node of region) {
    for (const edge of edgesOf(node)) {
      if (grounds.includes(relationOf(edge)) && EDGES.b[edge] === node) region.add(EDGES.a[edge]);
    }
  }
  return region;
}

/** The holdings of posts in the bodies of a place and of all places below it. */
const heldIn = (place) => [...groundOf(place)].flatMap((node) => [...edgesOf(node)].filter((edge) => EDGES.b[edge] === node && POSTS.has(relationOf(edge))));

/** Everything tied to a place or below: its bodies, and what is tied to any of these. */
function regionOf(place) {
  const region = groundOf(place);
  for (const node of [...region]) {
    for (const edge of edgesOf(node)) {
      const other = otherEnd(edge, node);
      if (kindOf(other) !== 'place' && kindOf(other) !== 'body') region.add(other);
    }
  }
  return region;
}

/** A source and the articles in it. */
const wholeSource = (source) => new Set([source, ...articlesOf(source)]);

/** The things that facts from these sources are about. */
function endsOfFacts(sources) {
  const ends = new Set();
  const said = proofs().source;
  for (let edge = 0; edge < FACTS; edge += 1) {
    if (!claimsOf(edge).some((claim) => sources.has(said[claim]))) continue;
    ends.add(EDGES.a[edge]).add(EDGES.b[edge]);
  }
  return ends;
}

/** The nodes that the filters let through, as a test. Sources count only where their kind is shown. */
function nodeTest() {
  const kinds = leftOut('kindsOff');
  const region = state.place >= 0 ? regionOf(state.place) : null;
  const sources = state.source >= 0 ? wholeSource(state.source) : null;
  const ends = sources ? endsOfFacts(sources) : null;
  const timely = hasRange() ? timelyNodes() : null;
  const named = (node) => sources.has(node) || ends.has(node) || [...sourcesOf(node)].some((source) => sources.has(source));
  return (node) =>
    !kinds.has(kindOf(node)) &&
    (state.persons || !privatePersons.has(node)) &&
    (!region || region.has(node)) &&
    (!timely || timely.has(node)) &&
    (!sources || named(node));
}

/** The edges that the filters let through, as a test. What has no date passes a date filter by its ends alone; what has no claim passes a source filter by its ends alone. */
function edgeTest() {
  const relations = leftOut('relationsOff');
  const sources = state.source >= 0 ? wholeSource(state.source) : null;
  const said = (edge) => !claimsOf(edge).length || claimsOf(edge).some((claim) => sources.has(proofs().source[claim]));
  const dated = hasRange();
  const timely = (edge) => !hullOfDates(edge)[0] || meets(...hullOfDates(edge));
  return (edge) =>
    !relations.has(relationOf(edge)) &&
    !state.basesOff.has(basisOf(edge)) &&
    confidenceOf(edge) >= state.confidence &&
    (!dated || timely(edge)) &&
    (!sources || said(edge));
}

/** Whether the filters are those of the opening view. */
function atFirst() {
  const first = hiddenAtFirst();
  const sets = sameSet(state.kindsOff, first.kinds) && sameSet(state.relationsOff, first.relations);
  return sets && !state.basesOff.size && !state.confidence && state.source < 0 && state.place < 0 && !state.persons && !hasRange();
}
