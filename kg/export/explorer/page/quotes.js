// The words that a claim rests on, cut out of their document: positions count code points.

const LONG = 320;
const AROUND = 40;

/** The row of a document in the columns of texts. An article has the text of the document that holds it. */
const documentRow = (() => {
  let rows = null;
  return (source) => {
    rows ??= new Map(texts().node.map((node, row) => [node, row]));
    return rows.get(wholes.get(source) ?? source) ?? -1;
  };
})();

/** A cutter for a document: `cut(start, end)` in code points, also where some of them are two units long. */
const cutterOf = (() => {
  const cutters = new Map();
  return (row) => {
    if (!cutters.has(row)) {
      const text = texts().text[row];
      const points = /[\u{10000}-\u{10ffff}]/u.test(text) ? [...text] : null;
      const length = points ? points.length : text.length;
      cutters.set(row, { length, cut: points ? (a, b) => points.slice(a, b).join('') : (a, b) => text.slice(a, b) });
    }
    return cutters.get(row);
  };
})();

/** The number of the last pair in a flat list of starts and ends that starts at or before a place; -1 for none. */
function lastStart(flat, place) {
  let [low, high] = [0, flat.length / 2];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (flat[2 * middle] <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sentences that a quotation touches, or its neighbourhood where there are none or they are very long. */
function hullOf(row, start, end) {
  const flat = texts().sentences[row];
  const [first, last] = [lastStart(flat, start), lastStart(flat, Math.max(start, end - 1))];
  const hull = first < 0 ? [-1, -1] : [flat[2 * first], flat[2 * last + 1]];
  if (hull[1] - hull[0] <= LONG && hull[0] >= 0 && end <= hull[1]) return hull;
  return [Math.max(0, start - AROUND), Math.min(cutterOf(row).length, end + AROUND)];
}

/** The starts and ends of what a claim quotes. */
function spansOf(claim) {
  const { start, end } = proofs();
  return end[claim] > start[claim] ? [[start[claim], end[claim]], ...furtherOf(claim)] : NONE;
}

/** What a claim quotes: for each stretch of text its place and the marks in it. */
function quotesOf(claim) {
  const row = documentRow(proofs().source[claim]);
  const quotes = new Map();
  for (const [start, end] of row < 0 ? NONE : spansOf(claim)) {
    const [from, to] = hullOf(row, start, end);
    const key = `${from}-${to}`;
    if (!quotes.has(key)) quotes.set(key, { row, from, to, marks: [] });
    quotes.get(key).marks.push([start, end]);
  }
  return [...quotes.values()];
}

/** The text of a quotation in pieces, marked or not; blanks at its ends are dropped. */
function piecesOf({ row, from, to, marks }) {
  const { cut } = cutterOf(row);
  const pieces = [];
  const add = (start, end, marked) => start < end && pieces.push({ text: cut(start, end), marked });
  let done = from;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    add(done, start, false);
    add(Math.max(done, start), end, true);
    done = Math.max(done, end);
  }
  add(done, to, false);
  if (pieces.length) pieces[0].text = pieces[0].text.trimStart();
  if (pieces.length) pieces.at(-1).text = pieces.at(-1).text.trimEnd();
  return pieces;
}

/** The names in the quoted words that the document writes otherwise than they were read: original and repaired spelling. */
function respeltIn({ row, marks }) {
  const { respelt, spellings } = texts();
  const flat = respelt[row];
  const found = new Map();
  for (let at = 0; at < flat.length; at += 4) {
    const [node, start, end, spelling] = flat.slice(at, at + 4);
    if (marks.some((mark) => start < mark[1] && mark[0] < end)) found.set(`${start}-${end}`, { node, original: cutterOf(row).cut(start, end), repaired: spellings[spelling] });
  }
  return [...found.values()];
}
