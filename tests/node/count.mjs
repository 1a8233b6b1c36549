// Counts the distinct quads of a file: node count.mjs FILE FORM, where FORM is a media type.
import { createReadStream } from "node:fs";
import { JsonLdParser } from "jsonld-streaming-parser";
import { StreamParser, termToId } from "n3";
import { RdfXmlParser } from "rdfxml-streaming-parser";

const [file, format] = process.argv.slice(2);
const parsers = { "application/ld+json": () => new JsonLdParser(), "application/rdf+xml": () => new RdfXmlParser() };
const parser = (parsers[format] ?? (() => new StreamParser({ format })))();
const seen = new Set();
createReadStream(file)
  .pipe(parser)
  .on("data", (quad) => seen.add([quad.subject, quad.predicate, quad.object, quad.graph].map((term) => termToId(term)).join("\n")))
  .on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  })
  .on("end", () => console.log(seen.size));
