// What is visible, as tables: the text alternative to the drawing, and the way to a spreadsheet.

const tables = { tab: 'things', sort: 0, down: false };

const THING_COLUMNS = ['name', 'kind', 'degree', 'sourceCount'];
const FACT_COLUMNS = ['subject', 'relation', 'object', 'title', 'statusColumn', 'dates', 'basis', 'sure', 'quotesColumn'];

/** The rows of a tab: cells, and what a click selects. */
function tableRows(view) {
  if (tables.tab === 'things') return [...view.nodes].map((node) => ({ cells: thingCells(node), open: () => update({ selected: node, pair: null }) }));
  return view.edges.map((edge) => ({ cells: factCells(edge), open: () => update({ selected: -1, pair: [EDGES.a[edge], EDGES.b[edge]] }) }));
}

function thingCells(node) {
  return [labelOf(node), word('kinds', kindOf(node)), factCount[node], sourcesOf(node).size];
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
  const sign = tables.down ? -1 : 1;
  return rows.sort((a, b) => sign * compareCells(a.cells[tables.sort], b.cells[tables.sort]));
}

function drawTable(view) {
  const columns = tables.tab === 'things' ? THING_COLUMNS : FACT_COLUMNS;
  const rows = sortedRows(view);
  const head = el('tr', {}, ...columns.map((name, at) => headCell(name, at, view)));
  const body = rows.map(({ cells, open }) => el('tr', {}, ...cells.map((cell, at) => rowCell(cell, at, open))));
  byId('table').replaceChildren(
    el('div', { class: 'tabs', role: 'group' }, tabButton('things', view.nodes.size, view), tabButton('facts', view.edges.length, view),
      button(t('csv'), () => saveTable(columns, rows), { id: 'csv' })),
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...body)));
}

/** Show a tab of the table. */
function openTable(tab) {
  Object.assign(tables, { tab, sort: 0, down: false });
  update({ view: 'table' }, true);
}

function tabButton(tab, count, view) {
  const open = () => {
    Object.assign(tables, { tab, sort: 0, down: false });
    drawTable(view);
  };
  return button(`${t(tab)} ${count}`, open, { 'aria-pressed': tables.tab === tab });
}

function headCell(name, at, view) {
  const sort = () => {
    Object.assign(tables, { sort: at, down: tables.sort === at && !tables.down });
    drawTable(view);
  };
  const here = tables.sort === at;
  const order = here ? (tables.down ? 'descending' : 'ascending') : 'none';
  return el('th', { scope: 'col', 'aria-sort': order }, button(`${t(name)}${here ? (tables.down ? ' ↓' : ' ↑') : ''}`, sort));
}

/** The first cell of a row opens it. */
function rowCell(cell, at, open) {
  const text = typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : String(cell);
  const kind = typeof cell === 'number' ? { class: 'figure' } : text.length < 7 ? { class: 'short' } : {};
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
  download(new Blob([csvOf(columns, rows)], { type: 'text/csv' }), `zhengmai-${tables.tab}.csv`);
}
