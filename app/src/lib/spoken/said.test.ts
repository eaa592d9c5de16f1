import { readFileSync } from "node:fs";
import { spanish } from "@/lib/exercises/spanish";
import type { Exercise } from "@/lib/exercises/types";
import { speaker } from "./spanish";

const ROOT = `${__dirname}/../../../..`;
const SAID = JSON.parse(readFileSync(`${__dirname}/said.cases.json`, "utf8")) as string[];
const exercises = readFileSync(`${ROOT}/src/fitzen/data/exercises.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Exercise);
const names = new Map(exercises.flatMap((each) => [each.id, each.name].map((name) => [name.toLowerCase(), spanish.said(each).name])));
const speak = speaker("es-ES", (text) => names.get(text.toLowerCase()));
const ENGLISH = /\b(the|and|of|you|your|with|at|is|was|so|not|this|that|week|weeks|days|sets|reps|body|weight|from|for|have|rises|falls|more|less)\b/i;

test("what the server said of many people leaves no English", () => {
  const left = SAID.map((text) => [text, speak(text)] as const).filter(([text, shown]) => shown === text || ENGLISH.test(shown));
  expect(left).toEqual([]);
});
