// Writes the exercises in Spanish, as the device keeps them, from the server's file. With --check: compares.
import { readFile, writeFile } from "node:fs/promises";

const SOURCE = new URL("../../src/fitzen/data/exercises_es.tsv", import.meta.url);
const MADE = new URL("../src/lib/exercises/es.json", import.meta.url);

const lines = (await readFile(SOURCE, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
const marked = (mark) => Object.fromEntries(lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1).split("\t")));
const exercises = lines.filter((line) => !/^[=+]/.test(line)).map((line) => line.split("\t"));
const made = {
  words: marked("="),
  tags: marked("+"),
  exercises: Object.fromEntries(exercises.map(([id, name, aliases, cues]) => [id, [name, aliases ? aliases.split(";") : [], cues.split(" / ")]])),
};
const text = `${JSON.stringify(made)}\n`;

if (!process.argv.includes("--check")) await writeFile(MADE, text);
else if ((await readFile(MADE, "utf8").catch(() => "")) !== text) {
  console.error("src/lib/exercises/es.json is not what exercises_es.tsv says: run `npm run spanish`.");
  process.exitCode = 1;
}
