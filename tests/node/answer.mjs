// Answers queries by Comunica: node answer.mjs FILE.ttl, with {"name": "SELECT …"} on standard input.
// Prints {"name": {"columns": […], "rows": [[term or null, …], …]}}, where a term is [type, value, language or datatype].
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql";
import { Parser, Store } from "n3";

const store = new Store(new Parser({ format: "text/turtle" }).parse(readFileSync(process.argv[2], "utf8")));
const queries = JSON.parse(readFileSync(0, "utf8"));
const engine = new QueryEngine();

const shown = (term) => term && [term.termType, term.value, term.language || term.datatype?.value || ""];

const answers = {};
for (const [name, query] of Object.entries(queries)) {
  const result = await engine.query(query, { sources: [store] });
  const columns = (await result.metadata()).variables.map((found) => (found.variable ?? found).value);
  const rows = await (await result.execute()).toArray();
  answers[name] = { columns, rows: rows.map((row) => columns.map((column) => shown(row.get(column)) ?? null)) };
}
console.log(JSON.stringify(answers));
