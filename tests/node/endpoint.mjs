// Asks an endpoint by Comunica: node endpoint.mjs ADDRESS, with {"name": "SELECT …"} on standard input.
// Prints {"name": [{variable: value}, …]}, the rows in the order of the answer.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql";

const engine = new QueryEngine();
const sources = [process.argv[2]];

const answers = {};
for (const [name, query] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const rows = await (await engine.queryBindings(query, { sources })).toArray();
  answers[name] = rows.map((row) => Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value])));
}
console.log(JSON.stringify(answers));
