import { answersOf, birthOf, firstDraft, heightOf, weightOf, wordsOf } from "./draft";

const draft = { ...firstDraft(null), units: "metric" as const };

test.each([
  ["1994-05-17", "1994-05-17"],
  ["1994/5/7", "1994-05-07"],
  ["1994-02-30", null],
  ["17-05-1994", null],
  ["2999-01-01", null],
  ["", null],
])("reads a birth date: %s", (birth, expected) => expect(birthOf({ ...draft, birth })).toBe(expected));

test("reads amounts in the person's units, with a point or a comma", () => {
  expect(heightOf({ ...draft, height: "168,5" })).toBe(168.5);
  expect(heightOf({ ...draft, units: "imperial", height: "70" })).toBe(177.8);
  expect(weightOf({ ...draft, units: "imperial", weight: "150" })).toBe(68.04);
  expect(weightOf({ ...draft, weight: "5" })).toBeNull();
  expect(weightOf({ ...draft, weight: "heavy" })).toBeNull();
});

test("reads words between commas", () => expect(wordsOf(" left knee,, lower back ;")).toEqual(["left knee", "lower back"]));

test("sends what was answered up to a step, and nothing after it", () => {
  const answers = answersOf({ ...draft, goal: "gain", injuries: "knee" }, null, 1);
  expect(answers).toMatchObject({ goal: "gain", units: "metric" });
  expect(answers).not.toHaveProperty("health");
  expect(answers).not.toHaveProperty("training_days_per_week");
});
