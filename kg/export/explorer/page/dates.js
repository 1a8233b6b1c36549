// When facts hold, and whether that meets the chosen time. Dates are text, as precise as stated ("2013-05").

const DATED = /^\d{4}(?:-\d{2}){0,2}$/u;

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

/** The first and last date of a holding. */
const hullOfHolding = (edge) => joined(whenHeld(edge).map(hullOfText));

/** The first and last date of a fact: its own, those of a dated thing at its ends, or the first of a document that states it. */
function datesOfFact(edge) {
  const own = hullOfHolding(edge);
  if (own[0]) return own;
  const ends = joined([EDGES.a[edge], EDGES.b[edge]].map(hullOfThing));
  return ends[0] || edge >= FACTS ? ends : hullOfText(EDGES.when[edge]);
}

/** The first and last date of an edge; empty where none is known. */
const hullOfDates = remembered(datesOfFact);

/** Whether a stretch of time meets the chosen one. "~" sorts after all digits and hyphens: "2013~" ends the year. */
const meets = (first, last) => (!state.to || first <= `${state.to}~`) && (!state.from || `${last}~` >= state.from);
const hasRange = () => Boolean(state.from || state.to);

/** Whether a fact is dated in the chosen time. */
function isThen(edge) {
  const [first, last] = hullOfDates(edge);
  return Boolean(first) && meets(first, last);
}

/** The things of which something dated in the chosen time is known. */
function timelyNodes() {
  const found = new Set();
  for (let edge = 0; edge < EDGES.a.length; edge += 1) {
    if (isThen(edge)) found.add(EDGES.a[edge]).add(EDGES.b[edge]);
  }
  for (let node = 0; node < COUNT; node += 1) if (datesOf(node).some((date) => DATED.test(date) && meets(date, date))) found.add(node);
  return found;
}

const yearsIn = (hull) => (hull[0] ? hull.map((date) => Number(date.slice(0, 4))) : null);

/** The first and last year of a holding, or nothing. */
const yearsOf = (edge) => yearsIn(hullOfHolding(edge));

/** The first and last year of each dated fact. */
function yearsOfFacts() {
  const years = [];
  for (let edge = 0; edge < FACTS; edge += 1) {
    const own = yearsIn(hullOfDates(edge));
    if (own) years.push(own);
  }
  return years;
}
