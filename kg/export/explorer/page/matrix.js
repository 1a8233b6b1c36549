// Places × programs: where each program is run, and the facts that say so.

const LEVELS = ['', 'county', 'prefecture', 'province'];
const ROWS = 60;
const COLUMNS = 30;
const grid = { turns: 1, of: '' };

const levelOf = (place) => propertiesOf(place).get('level')?.[0] ?? '';

/** The place itself or the one above it that has a level; the topmost known where none has. */
function placeAt(place, level) {
  if (!level) return place;
  const chain = [...ancestors(place), place];
  const wanted = LEVELS.indexOf(level);
  return chain.findLast((one) => LEVELS.indexOf(levelOf(one)) >= wanted) ?? chain[0];
}

/**
 * The facts that tie a program to places: [place, the facts on the way], over its organizer, events, figures and parts. Not over what it
 * is a part of: a campaign of the nation is run in many places, and each of its parts in few.
 */
function tiesOf(program, passesEdge) {
  const ties = [];
  for (const edge of edgesOf(program)) {
    if (edge >= FACTS || !passesEdge(edge)) continue;
    const other = otherEnd(edge, program);
    if (kindOf(other) === 'program' && EDGES.a[edge] === program) continue;
    if (kindOf(other) === 'place') ties.push([other, [edge]]);
    else for (const [place, more] of groundsOf(other, passesEdge)) ties.push([place, [edge, ...more]]);
  }
  return ties;
}

const GROUNDS = new Set(['zm:jurisdiction', 'schema:location', 'schema:observationAbout']);

/** The places that a body, event or figure belongs to. */
function groundsOf(node, passesEdge) {
  return [...edgesOf(node)]
    .filter((edge) => edge < FACTS && EDGES.a[edge] === node && GROUNDS.has(relationOf(edge)) && kindOf(EDGES.b[edge]) === 'place' && passesEdge(edge))
    .map((edge) => [EDGES.b[edge], [edge]]);
}

/** The table: programs in the most places first, places with the most programs first, and the facts of each cell. */
function matrixOf(level, shared, passesNode, passesEdge) {
  const cells = new Map();
  const [places, programs] = [new Map(), new Map()];
  for (let program = 0; program < COUNT; program += 1) {
    if (kindOf(program) !== 'program' || !passesNode(program)) continue;
    for (const [place, facts] of tiesOf(program, passesEdge)) {
      const row = placeAt(place, level);
      const key = `${row}-${program}`;
      if (!cells.has(key)) cells.set(key, new Set());
      facts.forEach((fact) => cells.get(key).add(fact));
      places.set(row, (places.get(row) ?? new Set()).add(program));
      programs.set(program, (programs.get(program) ?? new Set()).add(row));
    }
  }
  const ranked = (map) => [...map.keys()].sort((a, b) => map.get(b).size - map.get(a).size || a - b);
  const columns = ranked(programs).filter((program) => !shared || programs.get(program).size > 1);
  const kept = new Set(columns);
  const rows = ranked(places).filter((place) => [...places.get(place)].some((program) => kept.has(program)));
  return { cells, places: rows, programs: columns };
}

/** How many times as much as at first is shown: what one asked for, until the table is of something else. */
function turnsOf() {
  const of = [state.level, state.shared, baseOf()].join('|');
  if (of !== grid.of) Object.assign(grid, { turns: 1, of });
  return grid.turns;
}

function drawMatrix() {
  const turns = turnsOf();
  const { cells, places, programs } = matrixOf(state.level, state.shared, nodeTest(), edgeTest());
  const [rows, columns] = [places.slice(0, ROWS * turns), programs.slice(0, COLUMNS * turns)];
  const head = el('tr', {}, el('td'), ...columns.map((program) => el('th', { scope: 'col', class: 'slanted' }, thingButton(program))));
  const body = rows.map((place) => el('tr', {}, el('th', { scope: 'row' }, thingButton(place)), ...columns.map((program) => matrixCell(place, program, cells))));
  const caption = t('matrixCaption', rows.length, places.length, columns.length, programs.length);
  const more = button(t('matrixMore'), () => { grid.turns += 1; drawMatrix(); });
  const left = rows.length < places.length || columns.length < programs.length;
  byId('matrix').replaceChildren(matrixTools(), el('p', { class: 'faint' }, programs.length ? caption : t('matrixEmpty'), left ? ' ' : '', left ? more : ''),
    programs.length ? el('table', { class: 'matrix' }, el('thead', {}, head), el('tbody', {}, ...body)) : '');
}

/** A cell: the number of facts, which opens them. */
function matrixCell(place, program, cells) {
  const facts = cells.get(`${place}-${program}`);
  if (!facts) return el('td');
  const open = () => update({ selected: -1, pair: [place, program] });
  return el('td', { class: 'on' }, button(String(facts.size), open, { 'aria-label': t('cellLabel', labelOf(place), labelOf(program), facts.size), 'data-key': `cell-${place}-${program}` }));
}

function matrixTools() {
  const level = el('select', { 'aria-label': t('level'), 'data-key': 'level', onchange: (event) => update({ level: event.target.value }) },
    ...LEVELS.map((one) => el('option', { value: one }, t(`level_${one || 'stated'}`))));
  level.value = state.level;
  const shared = el('input', { type: 'checkbox', 'data-key': 'shared', onchange: (event) => update({ shared: event.target.checked }) });
  shared.checked = state.shared;
  return el('div', { class: 'tabs' }, el('label', {}, `${t('level')} `, level), el('label', {}, shared, ` ${t('sharedOnly')}`));
}

/** The facts of a cell, for the panel. */
function factsOfCell(place, program) {
  const ties = tiesOf(program, edgeTest()).filter(([other]) => placeAt(other, state.level) === place);
  return [...new Set(ties.flatMap(([, facts]) => facts))];
}
