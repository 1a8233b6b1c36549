// Unit tests of the page's modules, by node's own runner; tests/export/test_explorer_modules.py writes the page and starts them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const plain = (value) => JSON.parse(JSON.stringify(value));
const labels = (page, nodes) => [...nodes].map(page.labelOf).sort();

test('tone marks, blanks and marks fold away; other letters stay', () => {
  const { fold } = load();
  assert.equal(fold('Zhōu Yùgāng'), 'zhouyugang');
  assert.equal(fold('阿依古丽·热合曼'), '阿依古丽热合曼');
});

test('initials are those of the syllables, also where they are written together', () => {
  const { initials } = load();
  assert.equal(initials('Zhōu Yùgāng'), 'zyg');
  assert.equal(initials("Xī'ān Shì"), 'xas');
  assert.equal(initials('Āyīgǔlì'), 'aygl');
  assert.equal(initials('dang jian'), 'dj');
});

test('what was typed is found by kind, the kind of the best match first', () => {
  const page = load();
  const found = [...page.findByKind('清河')].map(([kind, nodes]) => [kind, labels(page, nodes)]);
  assert.equal(found[0][0], 'source');
  assert.ok(found.length > 1);
  assert.ok(found.every(([kind, names]) => names.every((name) => name.includes('清河')) && kind !== 'person'));
  assert.equal(page.findByKind(' ').size, 0);
});

test('a quotation is cut by code points and its words are marked once, though spans overlap', () => {
  const page = load();
  const gao = page.numberOf('person/gao');
  const [edge] = page.edgesOf(gao);
  const [quote] = page.quotesOf(page.claimsOf(edge)[0]);
  assert.deepEqual(plain(page.piecesOf(quote).filter((piece) => piece.marked).map((piece) => piece.text)), ['原市民政局局长高文𠮷']);
  quote.marks.push([quote.marks[0][0] + 2, quote.marks[0][1]]);
  assert.equal(page.piecesOf(quote).map((piece) => piece.text).join('').split('高文𠮷').length, 2);
});

test('a name that was repaired is shown with the spelling of the document', () => {
  const page = load();
  const [edge] = page.edgesOf(page.numberOf('person/lin'));
  const [quote] = page.quotesOf(page.claimsOf(edge)[0]);
  assert.deepEqual(plain(page.respeltIn(quote).map(({ original, repaired }) => [original, repaired])), [['林晓梅', '林小梅']]);
});

test('dates meet a range as precisely as they are stated', () => {
  const page = load();
  Object.assign(page.state, { from: '2013-04', to: '2013-06' });
  assert.ok(page.meets('2013', '2013'));
  assert.ok(page.meets('2010', '2020'));
  assert.ok(page.meets('2013-06-30', '2013-06-30'));
  assert.ok(!page.meets('2013-07', '2013-07'));
  assert.ok(!page.meets('2012', '2013-03'));
});

test('a date filter keeps what is dated in it, and its ends', () => {
  const page = load();
  Object.assign(page.state, { from: '2011', to: '2011' });
  const passes = page.nodeTest();
  const kept = [...Array(page.GRAPH.nodes.kind.length).keys()].filter(passes);
  assert.deepEqual(labels(page, kept), ['周玉刚', '清河市委'].sort());
});

test('a histogram has a bar for each year, and earlier years in the first', () => {
  const { barsOfYears } = load();
  const bars = plain(barsOfYears([[1921, 1921], [1921, 1980], [2012, 2013], [2014, 2014]]));
  assert.equal(bars.length, 40);
  assert.deepEqual(bars.at(-1), { year: 2014, from: '2014', count: 1 });
  assert.deepEqual(bars[0], { year: 1975, from: '', count: 2 });
  assert.deepEqual(bars.filter(({ count }) => count).map(({ year }) => year), [1975, 1976, 1977, 1978, 1979, 1980, 2012, 2013, 2014]);
  assert.deepEqual(plain(barsOfYears([])), []);
});

test('two cliques on one bridge are two communities, and the bridge lies between most', () => {
  const page = load();
  const edges = [[0, 1], [0, 2], [1, 2], [3, 4], [3, 5], [4, 5], [2, 3]];
  edges.forEach(([a, b], edge) => { page.EDGES.a[edge] = a; page.EDGES.b[edge] = b; });
  const [nodes, numbers] = [new Set([0, 1, 2, 3, 4, 5]), edges.map((_, edge) => edge)];
  assert.deepEqual(plain(page.communitiesOf(nodes, numbers)), [[0, 1, 2], [3, 4, 5]]);
  const score = page.betweennessOf(nodes, numbers);
  assert.equal(score.get(2), 6);
  assert.equal(score.get(0), 0);
});

test('colleagues held posts of the same body in years that meet, or that are not known', () => {
  const page = load();
  const found = page.colleaguesOf(page.numberOf('person/lin'));
  assert.deepEqual(plain(found.map(({ person, overlap }) => [page.labelOf(person), overlap])), [['何立', true], ['罗安', null]]);
});

test('the matrix ties a program to the place of its organizer, by the facts on the way, and no part to the places of the whole', () => {
  const page = load();
  const { cells, places, programs } = page.matrixOf('', false, () => true, () => true);
  assert.deepEqual([labels(page, places), labels(page, programs)], [['清河市'], ['金桥行动']]);
  assert.deepEqual(plain([...cells.values()].map((facts) => [...facts].map(page.relationOf).sort())), [['schema:organizer', 'zm:jurisdiction']]);
});

test('a cell of the matrix opens the facts that it counts, at each level', () => {
  const page = load();
  for (page.state.level of ['', 'county', 'province']) {
    const { cells } = page.matrixOf(page.state.level, false, () => true, page.edgeTest());
    assert.ok(cells.size);
    for (const [cell, facts] of cells) assert.deepEqual(plain(page.factsOfCell(...cell.split('-').map(Number))), plain([...facts]));
  }
  assert.deepEqual(plain(page.factsOfCell(page.numberOf('person/lin'), page.numberOf('person/lin'))), []);
});

test('a path over stated facts only does not use derived ones', () => {
  const page = load();
  const [from, to] = ['person/zhou', 'person/gao'].map(page.numberOf);
  assert.equal(page.shortestPaths(from, to, () => true, (edge) => edge < page.FACTS).length, 4);
  const none = page.shortestPaths(from, to, () => true, (edge) => edge < page.FACTS && page.relationOf(edge) !== 'zm:jurisdiction');
  assert.equal(none.length, -1);
});

test('a fragment brings back the state that it was written from, and what is unknown is passed over', () => {
  const page = load();
  page.readFragment('focus=person/zhou&steps=2&from=2012&to=x&pin=body/committee&stated=1&view=matrix&colour=community&size=nonsense&nobasis=table&tab=facts&sort=-sure&level=&shared=1');
  const { state } = page;
  assert.deepEqual([state.from, state.to, state.stated, state.view, state.colour, state.size], ['2012', '', true, 'matrix', 'community', 'degree']);
  assert.deepEqual([state.tab, state.sort, state.level, state.shared], ['facts', '-sure', '', true]);
  const first = page.toFragment(state);
  page.readFragment(first);
  assert.equal(page.toFragment(page.state), first);
  assert.match(first, /pin=body\/committee/);
});

test('no cell of a table is a formula for a spreadsheet', () => {
  const { csvCell } = load();
  assert.equal(csvCell('=1+1'), "'=1+1");
  assert.equal(csvCell('a,"b"'), '"a,""b"""');
  assert.equal(csvCell(-1), '-1');
});

test('nothing of a document reaches a query: only ids of our own shape', () => {
  const page = load();
  const query = page.sparqlOf([...Array(page.FACTS).keys()]);
  assert.match(query, /<person\/zhou>/);
  assert.doesNotMatch(query, /script|onerror/);
});

test('labels stand below or above their symbols; of many those without room give way to the better connected, of a few all are shown', () => {
  const page = load();
  const crowd = ['place/city', 'place/estate', 'place/province'].map(page.numberOf);
  const all = [...Array(page.GRAPH.nodes.kind.length).keys()];
  const places = new Map(all.map((node) => [node, { x: 500 * node, y: 0 }]));
  crowd.forEach((node, at) => places.set(node, { x: 5 * at - 900, y: at }));
  const looks = (nodes, first) => page.legible(nodes, places, 1, new Set(first));
  const hidden = (nodes, first) => plain(looks(nodes, first).filter(({ shown }) => !shown).map(({ node }) => node));
  assert.ok(all.length > 16);
  assert.equal(hidden(all, []).includes(crowd[0]), false);
  assert.ok(hidden(all, []).length > 0);
  assert.equal(hidden(all, hidden(all, [])).some((node) => hidden(all, []).includes(node)), false);
  assert.deepEqual(hidden(crowd, []), []);
  assert.ok(looks([crowd[0], crowd[1]], []).some(({ up }) => up > 0));
  assert.ok(page.legible([crowd[0]], places, 0.25, new Set())[0].letters * 0.25 >= 12);
});

test('the second line of a label is never of one or two characters', () => {
  const { broken } = load();
  assert.equal(broken('德州市委组织员办公室'), '德州市委组织员\n办公室');
  assert.equal(broken('罗平县公安局交通警察大队'), '罗平县公安局交通警\n察大队');
  assert.equal(broken('清河市民政局'), '清河市民政局');
});

test('the neighbours of a hub keep off its name, and a view that grows leaves what stood where it stood', () => {
  const page = load();
  const nodes = [...Array(18).keys()];
  const places = page.arrangeNodes(new Set(nodes), nodes.slice(1).map((leaf) => [0, leaf]), new Map(), false);
  const hub = places.get(0);
  const far = nodes.slice(1).map((leaf) => Math.hypot(places.get(leaf).x - hub.x, places.get(leaf).y - hub.y));
  assert.ok(Math.min(...far) > 140);
  const grown = page.arrangeNodes(new Set(nodes), [], new Map([[3, { x: 5, y: 7 }]]), true);
  assert.deepEqual(plain(grown.get(3)), { x: 5, y: 7 });
});

test('what is best connected grows as one view and leaves out what stands alone', () => {
  const page = load();
  const all = new Set(Array(page.GRAPH.nodes.kind.length).keys());
  const chosen = page.bestConnected(all, (edge) => edge < page.FACTS, 50);
  assert.ok(chosen.includes(page.numberOf('place/city')));
  assert.ok(!chosen.includes(page.numberOf('person/chen')));
});

test('on the map a thing is found where it stands, in the innermost box', () => {
  const page = load();
  const all = () => true;
  for (const id of ['person/zhou', 'body/committee', 'place/city', 'place/estate', 'program/bridge', 'person/chen']) {
    const { x, y } = page.middleOf(page.numberOf(id));
    assert.equal(page.labelOf(page.thingAt(x, y, all)), page.labelOf(page.numberOf(id)));
  }
  assert.equal(page.thingAt(-1, -1, all), -1);
  const { x, y } = page.middleOf(page.numberOf('person/chen'));
  assert.equal(page.thingAt(x, y, (node) => node !== page.numberOf('person/chen')), -1);
});

test('a stretch of the map holds what meets it, outer boxes first, and passes over the insides of low boxes', () => {
  const page = load();
  const whole = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  const { boxes, cells } = page.partsIn(whole, 0, () => true);
  assert.equal(boxes.length + cells.length, page.GRAPH.nodes.kind.length);
  assert.ok(boxes.indexOf(page.numberOf('place/province')) < boxes.indexOf(page.numberOf('place/city')));
  const high = page.partsIn(whole, 1e6, () => true);
  assert.ok(high.boxes.length < boxes.length);
  const { x, y } = page.middleOf(page.numberOf('person/zhou'));
  const spot = page.partsIn({ left: x, right: x, top: y, bottom: y }, 0, () => true);
  assert.deepEqual(labels(page, spot.cells), ['周玉刚']);
});

test('the map draws the ties that its boxes do not show, under the filters', () => {
  const page = load();
  const { EDGES, crossings, edgesOf, numberOf, state } = page;
  const drawn = crossings();
  assert.ok(drawn.length);
  for (const edge of drawn) for (const [node, box] of [[EDGES.a[edge], EDGES.b[edge]], [EDGES.b[edge], EDGES.a[edge]]]) assert.ok(!page.isInside(node, box));
  assert.ok(page.isInside(numberOf('person/zhou'), numberOf('place/province')));
  state.relationsOff = new Set(drawn.map(page.relationOf));
  assert.deepEqual(plain(crossings()), []);
  assert.ok(edgesOf(numberOf('person/zhou')).length);
});

test('the posts held in a place are those of its bodies and of the places below it', () => {
  const page = load();
  const holders = (place) => new Set(page.heldIn(page.numberOf(place)).map((edge) => page.labelOf(page.EDGES.a[edge])));
  assert.ok(holders('place/city').has('周玉刚'));
  assert.deepEqual([...holders('place/city')], [...holders('place/province')]);
  assert.equal(holders('place/estate').size, 0);
});

test('a path takes what is hidden until asked for, and not what one has ruled out, nor sources', () => {
  const page = load();
  page.readFragment('path=person/zhou,person/gao');
  assert.deepEqual([...page.leftOut('kindsOff')], ['source']);
  page.readFragment('path=person/zhou,person/gao&nokinds=source,event');
  assert.deepEqual([...page.leftOut('kindsOff')], ['source', 'event']);
});

test('a name is cut where its room ends', () => {
  const { fitting } = load();
  assert.equal(fitting('清河市委', 40, 10), '清河市委');
  assert.equal(fitting('清河市委员会', 40, 10), '清河市…');
  assert.equal(fitting('清河市', 9, 10), '');
});

test('the text of a part is let go once it is parsed, and no sooner', () => {
  const page = load();
  assert.equal('graph' in page.PARTS, false);
  assert.equal('proofs' in page.PARTS, true);
  assert.equal(page.proofs(), page.proofs());
  assert.equal('proofs' in page.PARTS, false);
});

test('a name beside a dot on the map stays on the sheet', () => {
  const { besideDot } = load();
  assert.equal(besideDot(100, 80, 600), 108);
  assert.equal(besideDot(580, 80, 600), 492);
  assert.equal(besideDot(50, 80, 120), 58);
});
