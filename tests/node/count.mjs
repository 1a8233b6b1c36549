// Counts the distinct quads of a file: node count.mjs FILE FORM, where FORM is a media type.
import { createReadStream } from "node:fs";
import { StreamParser, termToId } from "n3";

const [file, format] = process.argv.slice(2);
const seen = new Set();
createReadStream(file)
  .pipe(new StreamParser({ format }))
  .on("data", (quad) => seen.add([quad.subject, quad.predicate, quad.object, quad.graph].map((term) => termToId(term)).join("\n")))
  .on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  })
  .on("end", () => console.log(seen.size));
