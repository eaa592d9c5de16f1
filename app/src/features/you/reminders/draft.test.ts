import { bodyOf, draftOf, newDraft, withKind } from "./draft";

const NOW = new Date("2026-11-26T17:00:00Z");
const ZONE = "Europe/Madrid";
const draft = newDraft("workout", "2026-11-26");
const made = (changes: Partial<typeof draft>) => bodyOf({ ...draft, ...changes }, "Time to train", ZONE, NOW);

test("is named by what it is of, where nothing was written", () => expect(made({ title: " " })).toMatchObject({ body: { title: "Time to train", at_local: "18:00", once_at: null, only_if_not_done: true, target_id: null } }));

test("all days of the week are every day", () => {
  expect(made({ days: [7, 1, 2, 3, 4, 5, 6] })).toMatchObject({ body: { days: [] } });
  expect(made({ days: [5, 1] })).toMatchObject({ body: { days: [1, 5] } });
});

test("once is a moment where the person is, and to come", () => {
  expect(made({ repeats: false, clock: "7:30", day: "2026-11-27" })).toMatchObject({ body: { at_local: null, days: [], once_at: "2026-11-27T06:30:00.000Z" } });
  expect(made({ repeats: false, clock: "17:00" })).toEqual({ fault: "past" });
  expect(made({ repeats: false, day: "tomorrow" })).toEqual({ fault: "day" });
});

test("says what is wrong", () => {
  expect(made({ clock: "25:00" })).toEqual({ fault: "clock" });
  expect(made({ channels: [] })).toEqual({ fault: "channels" });
  expect(made({ kind: "habit" })).toEqual({ fault: "habit" });
});

test("another kind brings its own time, unless one was typed, and drops what does not fit", () => {
  expect(withKind(draft, "measurement")).toMatchObject({ clock: "07:30", target: "weight_kg", ifNotDone: true });
  expect(withKind({ ...draft, clock: "6:00", target: "x" }, "custom")).toMatchObject({ clock: "6:00", target: null, ifNotDone: false });
});

test("what is stored is written again as it was", () => {
  const stored = { id: "r1", kind: "meal" as const, title: "Lunch", body: "Slowly", at_local: "13:15", days: [1, 2], channels: ["push" as const, "email" as const], snooze: 30, only_if_not_done: true, target_id: "lunch" };
  const { id: _, ...rest } = stored;
  expect(bodyOf(draftOf(stored, null, "2026-11-26"), "", ZONE, NOW)).toEqual({ body: { ...rest, once_at: null } });
});
