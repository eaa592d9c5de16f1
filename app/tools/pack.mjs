// Finishes an export: tells the service worker what to keep, and packs the files once, as small as they go.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = /\.(js|css|html|json|svg|webmanifest|ttf|wasm)$/;
/** Of no use without a network: the service worker keeps them when they are first needed, and not before. */
const NOT_AHEAD = /\.wasm$/;
const HASHED = /^(_expo\/static|assets)\//;
const SMALL = 1024;

const folder = process.argv[2];
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const kept = files.filter((file) => HASHED.test(file) && !NOT_AHEAD.test(file)).map((file) => `/${file}`).sort();
const build = createHash("sha256").update(kept.join()).update(await readFile(join(folder, "index.html"))).digest("hex").slice(0, 12);
const worker = await readFile(join(folder, "sw.js"), "utf8");
await writeFile(join(folder, "sw.js"), worker.replace('"fitzen-dev"', `"fitzen-${build}"`).replace("FILES = []", `FILES = ${JSON.stringify(kept)}`));

let first = 0;
const page = await readFile(join(folder, "index.html"), "utf8");
for (const file of files.filter((each) => TEXT.test(each))) {
  const path = join(folder, file);
  const content = await readFile(path);
  if (content.length < SMALL) continue;
  const packed = gzipSync(content, { level: 9 });
  if (file.endsWith(".js") && page.includes(file)) first += packed.length;
  await writeFile(`${path}.gz`, packed);
  await writeFile(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
}
console.log(`JavaScript at first load: ${Math.round(first / 1000)} kB packed by gzip`);
