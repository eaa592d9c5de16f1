// Writes what is said in Spanish, as the device keeps it, from the server's files: exercises, and its sentences. With --check: compares.
import { readFile, writeFile } from "node:fs/promises";

const linesOf = async (name) => (await readFile(new URL(`../../src/fitzen/data/${name}`, import.meta.url), "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));

async function exercises() {
  const lines = await linesOf("exercises_es.tsv");
  const marked = (mark) => Object.fromEntries(lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1).split("\t")));
  const rows = lines.filter((line) => !/^[=+]/.test(line)).map((line) => line.split("\t"));
  return {
    words: marked("="),
    tags: marked("+"),
    exercises: Object.fromEntries(rows.map(([id, name, aliases, cues]) => [id, [name, aliases ? aliases.split(";") : [], cues.split(" / ")]])),
  };
}

const sentences = async () => (await linesOf("spoken_es.tsv")).map((line) => line.replace(/^\+/, "").split("\t")).filter(([, spanish]) => spanish !== "-");

const MADE = { "exercises/es.json": ["exercises_es.tsv", exercises], "spoken/es.json": ["spoken_es.tsv", sentences] };

for (const [name, [source, make]] of Object.entries(MADE)) {
  const file = new URL(`../src/lib/${name}`, import.meta.url);
  const text = `${JSON.stringify(await make())}\n`;
  if (!process.argv.includes("--check")) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`src/lib/${name} is not what ${source} says: run \`npm run spanish\`.`);
    process.exitCode = 1;
  }
}
