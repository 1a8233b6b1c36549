// The modules of the page, loaded as the exporter joins them, over the data of a page that was written by Python.
// `PAGE` names the file. Nothing that draws is called here: tests/export/test_explorer_browser.py does that.

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const html = readFileSync(process.env.PAGE, 'utf8');
const json = Object.fromEntries([...html.matchAll(/<script type="application\/json" id="(\w+)">(.*?)<\/script>/gs)].map(([, id, text]) => [id, text]));
const script = [...html.matchAll(/<script>\n(.*?)\n<\/script>/gs)].at(-1)[1];

/** What the tests look at. */
const names = ['GRAPH', 'state', 'ui', 'numberOf', 'labelOf', 'edgesOf', 'relationOf', 'fold', 'initials', 'findByKind', 'quotesOf', 'piecesOf', 'respeltIn', 'proofs',
  'communitiesOf', 'betweennessOf', 'colleaguesOf', 'hullOfDates', 'meets', 'timelyNodes', 'barsOfYears', 'matrixOf', 'sparqlOf', 'csvCell', 'broken',
  'readFragment', 'toFragment', 'initialState', 'nodeTest', 'edgeTest', 'shortestPaths', 'overview', 'edgesAmong', 'legible', 'drawing', 'bestConnected', 'atlas', 'thingAt', 'partsIn', 'middleOf', 'fitting', 'FACTS', 'EDGES', 'claimsOf'];

/** The functions of the page, afresh. `start()` at the end of the script is left out. */
export function load() {
  const document = { getElementById: (id) => ({ textContent: json[id] }), documentElement: {} };
  const body = script.replace(/start\(\);\n\}\)\(\);$/, `return { ${names.join(', ')} };\n})()`);
  const context = createContext({ document, URLSearchParams, URL, console });
  return runInContext(body, context);
}
