// What is visible, as tables: the text alternative to the drawing, and the way to a spreadsheet.

const TABS = {
  things: ['name', 'kind', 'degree', 'sourceCount'],
  facts: ['subject', 'relation', 'object', 'title', 'statusColumn', 'dates', 'basis', 'sure', 'quotesColumn'],
};

/** Which column the rows are sorted by, and whether from the end; the state has it as "degree" or "-degree". */
function order() {
  const down = state.sort.startsWith('-');
  return { at: Math.max(0, TABS[state.tab].indexOf(state.sort.slice(Number(down)))), down };
}

/** The rows of a tab: cells, and what a click selects. */
function tableRows(view) {
  if (state.tab === 'things') return [...view.nodes].map((node) => ({ cells: thingCells(node), open: () => update({ selected: node, pair: null }) }));
  return view.edges.map((edge) => ({ cells: factCells(edge), open: () => update({ selected: -1, pair: [EDGES.a[edge], EDGES.b[edge]] }) }));
}

function thingCells(node) {
  return [labelOf(node), word('kind', kindOf(node)), factCount[node], sourcesOf(node).size];
}

function factCells(edge) {
  const { title, status, dates } = holdingOf(edge);
  return [
    labelOf(EDGES.a[edge]), word('relations', relationOf(edge)), labelOf(EDGES.b[edge]), title, status ? word('status', status) : '',
    dates.map(([name, value]) => `${word('dates', name)} ${value}`).join('；'), word('basis', basisOf(edge)),
    confidenceOf(edge) / 100, claimsOf(edge).length,
  ];
}

function compareCells(a, b) {
  return typeof a === 'number' ? a - b : String(a).localeCompare(String(b), 'zh');
}

function sortedRows(view) {
  const rows = tableRows(view);
  const { at, down } = order();
  return rows.sort((a, b) => (down ? -1 : 1) * compareCells(a.cells[at], b.cells[at]));
}

function drawTable(view) {
  const columns = TABS[state.tab];
  const rows = sortedRows(view);
  const head = el('tr', {}, ...columns.map(headCell));
  const body = rows.map(({ cells, open }) => el('tr', {}, ...cells.map((cell, at) => rowCell(cell, at, open))));
  byId('table').replaceChildren(
    el('div', { class: 'tabs', role: 'group' }, tabButton('things', view.nodes.size), tabButton('facts', view.edges.length),
      button(t('csv'), () => saveTable(columns, rows), { id: 'csv' })),
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...body)));
}

/** Show a tab of the table. */
function openTable(tab) {
  update({ view: 'table', tab, sort: '' }, true);
}

function tabButton(tab, count) {
  return button(`${t(tab)} ${count}`, () => update({ tab, sort: '' }), { 'aria-pressed': state.tab === tab, 'data-key': `tab-${tab}` });
}

/** The head of a column sorts by it, and pressed again from its end. */
function headCell(name, at) {
  const { at: here, down } = order();
  const [direction, sign] = here === at ? (down ? ['descending', ' ↓'] : ['ascending', ' ↑']) : ['none', ''];
  const sort = () => update({ sort: here === at && !down ? `-${name}` : name });
  return el('th', { scope: 'col', 'aria-sort': direction }, button(`${t(name)}${sign}`, sort, { 'data-key': `sort-${name}` }));
}

/** The first cell of a row opens it. */
function rowCell(cell, at, open) {
  const text = typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : String(cell);
  const kind = typeof cell === 'number' ? { class: 'figure' } : { class: text.length < 7 ? 'short' : 'long' };
  return el('td', kind, at ? text : button(String(cell), open, { class: 'link', 'data-key': `row-${cell}` }));
}

/** A cell as CSV: quoted, and never taken for a formula by a spreadsheet. */
function csvCell(cell) {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf(columns, rows) {
  const lines = [columns.map((name) => t(name)), ...rows.map(({ cells }) => cells)];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function saveTable(columns, rows) {
  download(new Blob([csvOf(columns, rows)], { type: 'text/csv' }), `zhengmai-${state.tab}.csv`);
}
