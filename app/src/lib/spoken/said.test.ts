import { readFileSync } from "node:fs";
import { spanish } from "@/lib/exercises/spanish";
import type { Exercise } from "@/lib/exercises/types";
import sheet from "./es.json";
import { speakerOf, type Row } from "./match";
import { speaker } from "./spanish";
import { writingIn } from "./writing";

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

test("no figure is lost or changed", () => {
  const figures = (text: string) => [...text.matchAll(/\d+(?:[.,:]\d+)*/g)].map(([figure]) => figure);
  const wrong = SAID.flatMap((text) => {
    const shown = speak(text);
    const left = figures(shown.replace(/(\d)\.(?=\d{3})/g, "$1"));
    const lost = figures(text).filter((figure) => {
      const at = left.indexOf(figure.includes(":") ? figure : figure.replace(/,(?=\d{3})/g, "").replace(/\.0$/, "").replace(".", ","));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return lost.length ? [[text, shown, lost]] : [];
  });
  expect(wrong).toEqual([]);
});

test("a screen full of reasons takes no time that anybody notices", () => {
  const fresh = speakerOf(sheet as unknown as readonly Row[], writingIn("es-ES", () => undefined));
  const start = performance.now();
  for (const text of SAID.slice(0, 100)) fresh(text);
  expect((performance.now() - start) / 100).toBeLessThan(20); // some 1 ms where nothing else runs
});
