// The chosen source and place among the filters, and the hierarchy of places.

/** The chosen source and place; a place with its ancestors and the places just below it. */
function drawChosen() {
  byId('source-chosen').replaceChildren(...(state.source >= 0 ? [chosen(state.source, 'source')] : []));
  const { place } = state;
  if (place < 0) return byId('place-chosen').replaceChildren();
  const below = edgesOfPlace(place, (edge) => EDGES.b[edge] === place).map((edge) => EDGES.a[edge]);
  return byId('place-chosen').replaceChildren(
    el('p', { class: 'ancestors' }, ...ancestors(place).flatMap((node) => [placeButton(node), ' › '])),
    chosen(place, 'place'),
    below.length ? el('div', { class: 'below' }, `${t('below')}：`, longList(below, placeButton, 20, 'span')) : '');
}

const placeButton = (node) => button(labelOf(node), () => update({ place: node }, true), { class: 'thing place', lang: 'zh' });
const edgesOfPlace = (place, test) => [...edgesOf(place)].filter((edge) => relationOf(edge) === CONTAINED && test(edge));

/** The places that hold a place, from the top. */
function ancestors(place) {
  const chain = [];
  for (let at = place; chain.length < 12; ) {
    const [up] = edgesOfPlace(at, (edge) => EDGES.a[edge] === at);
    if (up === undefined || chain.includes(EDGES.b[up])) break;
    at = EDGES.b[up];
    chain.unshift(at);
  }
  return chain;
}

function chosen(node, name) {
  return el('p', { class: 'chosen' }, el('span', { lang: 'zh' }, labelOf(node)), button('✕', () => update({ [name]: -1 }, true), { 'aria-label': t('remove') }));
}
