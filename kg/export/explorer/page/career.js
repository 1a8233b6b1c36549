// The posts of a person, or the holders of the posts of a body, against the years.

/** A row a post: its title, and points or bars where the sources date it. Nothing where all are of one year. */
function careerOf(edges, node) {
  const rows = edges.map((edge) => ({ edge, years: yearsOf(edge) })).filter(({ years }) => years);
  const [first, last] = [Math.min(...rows.map(({ years }) => years[0])), Math.max(...rows.map(({ years }) => years[1]))];
  if (rows.length < 2 || first === last) return null;
  rows.sort((a, b) => a.years[0] - b.years[0] || a.years[1] - b.years[1] || a.edge - b.edge);
  const scale = last - first + 1;
  return el('div', { class: 'career' },
    ...rows.slice(0, 30).map(({ edge, years }) => careerRow(edge, years, first, scale, node)),
    el('p', { class: 'years', 'aria-hidden': 'true' }, el('span', {}, String(first)), el('span', {}, String(last))));
}

function careerRow(edge, years, first, scale, node) {
  const { title } = holdingOf(edge);
  const stated = years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`;
  const bar = el('i');
  bar.style.left = `${(100 * (years[0] - first)) / scale}%`;
  bar.style.width = `${(100 * (years[1] - years[0] + 1)) / scale}%`;
  const text = EDGES.a[edge] === node ? `${labelOf(EDGES.b[edge])} ${title}` : `${labelOf(EDGES.a[edge])} ${title}`;
  const open = () => update({ selected: -1, pair: [EDGES.a[edge], EDGES.b[edge]] }, true);
  return el('div', { class: 'career-row' }, button(`${stated} ${text}`, open, { class: 'link', lang: 'zh' }), el('span', { class: 'track', 'aria-hidden': 'true' }, bar));
}

/** The colleagues of a person, each with the body and the fact that say so. */
function colleaguesSection(person) {
  const found = colleaguesOf(person);
  if (!found.length) return null;
  const item = ({ person: other, fact, overlap }) => el('li', { class: 'fact' },
    el('div', { class: 'line' }, thingButton(other), thingButton(EDGES.b[fact]), el('strong', { lang: 'zh' }, holdingOf(fact).title),
      el('span', { class: 'chip' }, t(overlap ? 'sameYears' : 'yearsOpen'))),
    proofList(claimsOf(fact)));
  return section(t('colleagues'), new Set(found.map((one) => one.person)).size, longList(found, item, 6, 'ul'));
}
