// Writes what follows from docs/openapi.json: the client's types and what sync may send. With --check: compares.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const DOCUMENT = new URL("../../docs/openapi.json", import.meta.url);
const at = (path) => new URL(`../src/${path}`, import.meta.url);
const HEAD = "// Made by `npm run api` from docs/openapi.json: change it there.\n";

const document = JSON.parse(await readFile(DOCUMENT, "utf8"));
const kinds = Object.entries(document["x-sync"]).map(([kind, fields]) => `  ["${kind}", new Set(${JSON.stringify(fields)})],\n`);
const made = {
  "api/schema.d.ts": HEAD + astToString(await openapiTS(document, { defaultNonNullable: false })),
  "sync/writable.ts": `${HEAD}
/** The fields that a phone may send of each kind, in the order in which it gives back what a server lost. */
export const WRITABLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
${kinds.join("")}]);
`,
};

for (const [path, text] of Object.entries(made)) {
  if (!process.argv.includes("--check")) await writeFile(at(path), text);
  else if ((await readFile(at(path), "utf8").catch(() => "")) !== text) {
    console.error(`src/${path} is not what docs/openapi.json says: run \`npm run api\`.`);
    process.exitCode = 1;
  }
}
