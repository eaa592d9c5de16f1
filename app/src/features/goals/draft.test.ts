import { clock, read, secondsOf, typed } from "./amounts";
import { bodyOf, draftOf, emptyDraft, missingIn } from "./draft";

test.each([
  ["25:00", 1500],
  ["1:05:30", 3930],
  ["25", 1500],
  ["4:5x", null],
  ["", null],
])("the time %j is %p seconds", (text, seconds) => expect(secondsOf(text)).toBe(seconds));

test.each([
  [1500, "25:00"],
  [3930, "1:05:30"],
  [59.6, "1:00"],
])("%p seconds are written %s", (seconds, text) => expect(clock(seconds)).toBe(text));

test.each(["metric", "imperial"] as const)("what is typed comes back as it was, %s", (units) => {
  for (const [metric, value] of [["weight_kg", 68], ["waist_cm", 80], ["distance_m", 5000], ["time_s", 1500], ["steps", 9000]] as const) expect(read(units, metric, typed(units, metric, value))! / value).toBeCloseTo(1, 2);
});

test("a run over a distance needs the distance and a time", () => {
  const draft = { ...emptyDraft("cardio"), exerciseId: "running", metric: "time_s" as const };
  expect(missingIn(emptyDraft("cardio"), "metric")).toEqual({ field: "exercise_id", word: "needExercise" });
  expect(missingIn(draft, "metric")).toEqual({ field: "distance_m", word: "needDistance" });
  expect(missingIn({ ...draft, distance: "5" }, "metric")).toEqual({ field: "target_value", word: "needTime" });
  const full = { ...draft, distance: "5", target: "24:30" };
  expect(missingIn(full, "metric")).toBeNull();
  expect(bodyOf(full, "metric")).toMatchObject({ kind: "cardio", metric: "time_s", exercise_id: "running", distance_m: 5000, target_value: 1470 });
});

test("a goal that is changed keeps what the form does not ask for", () => {
  const goal = { id: "g", kind: "custom" as const, title: "Books", target_value: 12, current_value: 4, unit: "books" };
  const draft = draftOf(goal, "metric");
  expect(bodyOf({ ...draft, current: "", target: "20" }, "metric", goal)).toMatchObject({ target_value: 20, current_value: 4, unit: "books" });
});
