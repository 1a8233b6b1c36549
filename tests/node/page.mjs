// The modules of the page, loaded as the exporter joins them, over the data of a page that was written by Python.
// `PAGE` names the file. Nothing that draws is called here: tests/export/test_explorer_browser.py does that.

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';

const html = readFileSync(process.env.PAGE, 'utf8');
const [, labels] = /<script type="application\/json" id="labels">(.*?)<\/script>/s.exec(html);
const packed = [...html.matchAll(/<script type="text\/plain" id="(\w+)">([^<]+)<\/script>/g)];
const PARTS = Object.fromEntries(packed.map(([, id, text]) => [id, inflateRawSync(Buffer.from(text, 'base64')).toString()]));
const script = [...html.matchAll(/<script>\n(.*?)\n<\/script>/gs)].at(-1)[1];

/** What the tests look at. */
const names = ['GRAPH', 'state', 'ui', 'numberOf', 'labelOf', 'edgesOf', 'relationOf', 'fold', 'initials', 'findByKind', 'quotesOf', 'piecesOf', 'respeltIn', 'proofs',
  'communitiesOf', 'betweennessOf', 'colleaguesOf', 'hullOfDates', 'meets', 'timelyNodes', 'barsOfYears', 'matrixOf', 'factsOfCell', 'sparqlOf', 'csvCell', 'broken',
  'readFragment', 'toFragment', 'initialState', 'nodeTest', 'edgeTest', 'shortestPaths', 'overview', 'edgesAmong', 'legible', 'drawing', 'bestConnected', 'atlas', 'thingAt', 'partsIn', 'middleOf', 'fitting', 'arrangeNodes', 'FACTS', 'EDGES', 'claimsOf', 'PARTS', 'besideDot', 'crossings', 'isInside', 'heldIn', 'leftOut'];

/** The functions of the page, afresh, over data that are unpacked already. `start()` at the end of the script is left out. */
export function load() {
  const document = { getElementById: () => ({ textContent: labels }), documentElement: {} };
  const begun = script.replace('(async () => {\n\'use strict\';\nconst PARTS = await unpackAll();', '(() => {\n\'use strict\';');
  const body = begun.replace(/start\(\);\n\}\)\(\);$/, `return { ${names.join(', ')} };\n})()`);
  const context = createContext({ document, PARTS: { ...PARTS }, URLSearchParams, URL, console });
  return runInContext(body, context);
}
