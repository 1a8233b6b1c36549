// The histogram of when facts hold, and the filter by date.

const BARS = 40;

/** The bars: every year of the last forty that are known, and all earlier ones in the first (then its `from` is open). A fact counts in each year that it spans. */
function barsOfYears(years) {
  const last = years.reduce((most, [, end]) => Math.max(most, end), -Infinity);
  const earliest = years.reduce((least, [start]) => Math.min(least, start), Infinity);
  const first = Math.max(earliest, last - BARS + 1);
  const bars = Array.from({ length: years.length ? last - first + 1 : 0 }, (_, at) => ({ year: first + at, from: at || earliest === first ? String(first + at) : '', count: 0 }));
  for (const span of years) {
    const [from, to] = span.map((year) => Math.max(first, year));
    for (let year = from; year <= to; year += 1) bars[year - first].count += 1;
  }
  return bars;
}

const bars = (() => {
  let made = null;
  return () => {
    made ??= barsOfYears(yearsOfFacts());
    return made;
  };
})();

function drawTimeline() {
  byId('dates').hidden = !bars().length;
  if (!bars().length) return;
  const most = Math.max(...bars().map(({ count }) => count));
  byId('histogram').replaceChildren(...bars().map((bar) => barOf(bar, most)));
  byId('years').replaceChildren(el('span', {}, String(bars()[0].year)), el('span', {}, String(bars().at(-1).year)));
  byId('date-from').value = state.from;
  byId('date-to').value = state.to;
  byId('date-clear').hidden = !hasRange();
  byId('date-facts').replaceChildren(...(hasRange() ? [factsThen()] : []));
}

/** How many facts are dated in the chosen time, which leads to them. */
function factsThen() {
  const facts = factsWhere(isThen);
  return countButton(t('factCount', facts.length), () => showFacts(`${state.from || '…'}–${state.to || '…'}`, facts), 'then');
}

/** A bar; a pull from one to another chooses the years between. The fields below do the same from the keyboard. */
function barOf({ year, from, count }, most) {
  const inside = meets(from, String(year));
  const bar = el('div', { class: `bar-year${inside ? '' : ' out'}`, title: t('yearCount', `${from ? '' : '…'}${year}`, count), 'data-year': year, 'data-from': from });
  bar.append(el('i'));
  bar.firstChild.style.height = `${count ? Math.max(4, (100 * count) / most) : 0}%`;
  return bar;
}

function bindTimeline() {
  let start = null;
  const barAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-year]')?.dataset;
  byId('histogram').addEventListener('pointerdown', (event) => { start = barAt(event); });
  byId('histogram').addEventListener('pointerup', (event) => {
    if (!start) return;
    const [first, last] = [start, barAt(event) ?? start].sort((a, b) => a.year - b.year);
    update({ from: first.from, to: last.year }, true);
  });
  for (const [id, name] of [['date-from', 'from'], ['date-to', 'to']]) {
    byId(id).addEventListener('change', ({ target }) => update({ [name]: DATED.test(target.value.trim()) ? target.value.trim() : '' }, true));
  }
  byId('date-clear').addEventListener('click', () => update({ from: '', to: '' }, true));
}
