// When facts hold: a histogram by year, and the filter by date. Dates are text, as precise as stated ("2013-05").

const DATED = /^\d{4}(?:-\d{2}){0,2}$/u;
const BARS = 40;

/** A stretch of time made wide enough for more dates; what is no date that begins with a year is passed over. */
function widened(hull, dates) {
  for (const date of dates) {
    if (!DATED.test(date)) continue;
    if (!hull[0] || date < hull[0]) hull[0] = date;
    if (date > hull[1]) hull[1] = date;
  }
  return hull;
}

/** What `make` gives for a number, made once. */
function remembered(make) {
  const made = [];
  return (at) => {
    made[at] ??= make(at);
    return made[at];
  };
}

const hullOfThing = remembered((node) => widened(['', ''], datesOf(node)));
const hullOfText = remembered((at) => widened(['', ''], GRAPH.strings[at].split(' ')));

/** The stretch that holds all of some stretches. */
const joined = (hulls) => hulls.filter(([first]) => first).reduce((all, hull) => (all[0] ? widened([...all], hull) : hull), ['', '']);

/** The first and last date of a fact: its own, those of a dated thing at its ends, or the first of a document that states it. */
function datesOfFact(edge) {
  const own = joined(whenHeld(edge).map(hullOfText));
  if (own[0]) return own;
  const ends = joined([EDGES.a[edge], EDGES.b[edge]].map(hullOfThing));
  return ends[0] || edge >= FACTS ? ends : hullOfText(EDGES.when[edge]);
}

/** The first and last date of an edge; empty where none is known. */
const hullOfDates = remembered(datesOfFact);

/** Whether a stretch of time meets the chosen one. "~" sorts after all digits and hyphens: "2013~" ends the year. */
const meets = (first, last) => (!state.to || first <= `${state.to}~`) && (!state.from || `${last}~` >= state.from);
const hasRange = () => Boolean(state.from || state.to);

/** The things of which something dated in the chosen time is known. */
function timelyNodes() {
  const found = new Set();
  for (let edge = 0; edge < EDGES.a.length; edge += 1) {
    const [first, last] = hullOfDates(edge);
    if (first && meets(first, last)) found.add(EDGES.a[edge]).add(EDGES.b[edge]);
  }
  for (let node = 0; node < COUNT; node += 1) if (datesOf(node).some((date) => DATED.test(date) && meets(date, date))) found.add(node);
  return found;
}

/** How many facts there are of each year; a fact of several years counts in its last one. */
const factsByYear = (() => {
  let years = null;
  return () => {
    if (years) return years;
    years = new Map();
    for (let edge = 0; edge < FACTS; edge += 1) {
      const year = Number(hullOfDates(edge)[1].slice(0, 4));
      if (year) years.set(year, (years.get(year) ?? 0) + 1);
    }
    return years;
  };
})();

/** The bars: every year of the last forty that are known, all earlier ones in the first. */
function barsOfYears(counts) {
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - BARS + 1);
  const bars = Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, count: counts.get(first + at) ?? 0 }));
  for (const [year, count] of counts) if (year < first) bars[0].count += count;
  return bars;
}

function drawTimeline() {
  const counts = factsByYear();
  byId('dates').hidden = !counts.size;
  if (!counts.size) return;
  const bars = barsOfYears(counts);
  const most = Math.max(...bars.map(({ count }) => count));
  byId('histogram').replaceChildren(...bars.map((bar) => barOf(bar, most)));
  byId('years').replaceChildren(el('span', {}, String(bars[0].year)), el('span', {}, String(bars.at(-1).year)));
  byId('date-from').value = state.from;
  byId('date-to').value = state.to;
  byId('date-clear').hidden = !hasRange();
}

/** A bar; a pull from one to another chooses the years between. The fields below do the same from the keyboard. */
function barOf({ year, count }, most) {
  const inside = meets(String(year), String(year));
  const bar = el('div', { class: `bar-year${inside ? '' : ' out'}`, title: t('yearCount', String(year), count), 'data-year': year });
  bar.append(el('i'));
  bar.firstChild.style.height = `${count ? Math.max(4, (100 * count) / most) : 0}%`;
  return bar;
}

function bindTimeline() {
  let start = '';
  const yearAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-year]')?.dataset.year;
  byId('histogram').addEventListener('pointerdown', (event) => { start = yearAt(event) ?? ''; });
  byId('histogram').addEventListener('pointerup', (event) => {
    const [from, to] = [start, yearAt(event) ?? start].sort();
    if (from) update({ from, to }, true);
  });
  for (const [id, name] of [['date-from', 'from'], ['date-to', 'to']]) {
    byId(id).addEventListener('change', ({ target }) => update({ [name]: DATED.test(target.value.trim()) ? target.value.trim() : '' }, true));
  }
  byId('date-clear').addEventListener('click', () => update({ from: '', to: '' }, true));
}
