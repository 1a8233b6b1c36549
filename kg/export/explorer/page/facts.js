// Facts and the words they rest on, as elements.

/** One sentence with the quoted words marked, and below it the names that repair has changed. */
function quotation(quote) {
  const block = el('blockquote', { lang: 'zh' });
  for (const { text, marked } of piecesOf(quote)) block.append(marked ? el('mark', {}, text) : text);
  const respelt = respeltIn(quote);
  return respelt.length ? el('div', {}, block, el('p', { class: 'respelt' }, ...respelt.flatMap(respelling))) : block;
}

/** The spelling of the document, and the one that was read. */
function respelling({ original, repaired }, at) {
  const [before, after] = [el('s', { lang: 'zh' }, original), el('b', { lang: 'zh' }, repaired)];
  return [at ? '；' : `${t('respelt')} `, before, ' → ', after];
}

/** A claim: its quotations, the document, and how it was found. */
function evidence(claim) {
  const { source, how, ways } = proofs();
  const [rule, basis, confidence] = ways[how[claim]];
  const quotes = quotesOf(claim);
  return el('div', { class: 'evidence' },
    ...(quotes.length ? quotes.map(quotation) : [el('p', { class: 'faint' }, t('noQuote'))]),
    source[claim] >= 0 ? citation(source[claim]) : null,
    el('p', { class: 'how' }, `${word('basis', basis)} · ${(confidence / 100).toFixed(2)} · ${t('rule')} ${rule}`));
}

/** A document: title (a button), date, publisher, link. An article also names the document that holds it. */
function citation(source) {
  const about = propertiesOf(source);
  const whole = wholes.get(source) ?? -1;
  const inherited = whole >= 0 ? propertiesOf(whole) : new Map();
  const detail = ['date', 'publisher'].map((name) => (about.get(name) || inherited.get(name) || [])[0]).filter(Boolean);
  const [url] = about.get('url') || inherited.get('url') || NONE;
  return el('p', { class: 'citation' },
    thingButton(source),
    detail.length ? ` ${detail.join(' · ')}` : '',
    url ? ' ' : '',
    url ? safeLink(url, t('link')) : '');
}

/** Properties of a node by name; a value that is a number is a node. */
function propertiesOf(node) {
  const { names: kinds, properties } = about();
  return grouped(pairsIn(properties[node]).map(([name, value]) => [kinds[name], value]));
}

/** A thing as a button that selects it. */
function thingButton(node) {
  return button(labelOf(node), () => show(node), { class: `thing ${kindOf(node)}`, lang: 'zh' });
}

/** Select a thing; where it is not on the screen, go to it on the map, or focus on it. */
function show(node) {
  if (state.view === 'map' && canBeOnChart(node)) return findOnChart(node);
  if (isShown(node)) return update({ selected: node, pair: null });
  return focusOn(node);
}

/** The basis and confidence of a fact, as chips. */
function chips(basis, confidence, status = '') {
  return [
    status ? el('span', { class: `chip ${status}` }, word('status', status)) : null,
    basis === 'stated' ? null : el('span', { class: 'chip' }, word('basis', basis)),
    el('span', { class: 'sure', title: t('sure') }, (confidence / 100).toFixed(2)),
  ];
}

/** The claims of a fact behind a fold; they are made when it is opened. */
function proofList(claims, open = false) {
  if (!claims.length) return el('p', { class: 'faint' }, t('noQuote'));
  const quoted = claims.length === 1 ? t('quote') : t('quotes', claims.length);
  const fold = el('details', {}, el('summary', {}, quoted));
  const fill = () => fold.childElementCount === 1 && fold.append(longList(claims, evidence, 5));
  fold.addEventListener('toggle', fill);
  if (open) {
    fill();
    fold.open = true;
  }
  return fold;
}

/** A fact as seen from one of its ends (or from neither). */
function factItem(edge, from, open = false) {
  const { title, status, dates, rank } = holdingOf(edge);
  const ends = from < 0 ? [EDGES.a[edge], EDGES.b[edge]] : [otherEnd(edge, from)];
  const relation = from < 0 && !title ? el('span', { class: 'relation' }, word('relations', relationOf(edge))) : null;
  const when = dates.flatMap(([name, value]) => value.split(' ').map((day) => `${word('dates', name)} ${day}`)).join('，');
  return el('li', { class: 'fact' },
    el('div', { class: 'line' },
      thingButton(ends[0]), relation,
      title ? el('strong', { lang: 'zh' }, title) : null,
      rank ? el('span', { class: 'chip' }, rank.split(' ').map((name) => word('concepts', `rank/${name}`)).join('，')) : null,
      ends.length > 1 ? thingButton(ends[1]) : null,
      ...chips(basisOf(edge), confidenceOf(edge), status)),
    when ? el('p', { class: 'when' }, when) : null,
    relationOf(edge) === MENTIONS ? null : proofList(claimsOf(edge), open));
}

/** The first `size` items of a long list, and a button for more. */
function longList(items, make, size = 12, tag = 'div') {
  const list = el(tag, { class: 'list' });
  const grow = () => {
    const done = list.querySelectorAll(':scope > :not(.grow)').length;
    list.querySelector(':scope > .grow')?.remove();
    list.append(...items.slice(done, done + size).map((item, at) => make(item, done + at)));
    const left = items.length - done - size;
    if (left > 0) list.append(el(tag === 'ul' ? 'li' : 'div', { class: 'grow' }, button(t('more', Math.min(left, size)), grow)));
  };
  grow();
  return list;
}
