import { clockAt, momentAt, upcomingOf, weekday, type Reminder } from "./upcoming";

const NOW = new Date("2026-11-26T17:00:00Z"); // Thursday, 18:00 in Madrid
const ZONE = "Europe/Madrid";
const train: Reminder = { id: "r1", kind: "workout", title: "Train", at_local: "18:30", days: [1, 4] };
const times = (reminders: Reminder[], quiet?: { start: string; end: string }) => upcomingOf(reminders, NOW, ZONE, quiet).map((each) => each.due_at);

test("comes on its days at the person's time, for a week", () => expect(times([train])).toEqual(["2026-11-26T17:30:00.000Z", "2026-11-30T17:30:00.000Z"]));

test("comes every day where none is named, later today only if that is to come", () => {
  expect(times([{ ...train, days: [], at_local: "17:59" }])).toHaveLength(7);
  expect(times([{ ...train, days: [], at_local: "17:59" }])[0]).toBe("2026-11-27T16:59:00.000Z");
});

test("comes once where one moment is named, and not when it is off", () => {
  const once = { ...train, at_local: null, days: [], once_at: "2026-11-28T09:00:00+01:00" };
  expect(times([once])).toEqual(["2026-11-28T08:00:00.000Z"]);
  expect(times([{ ...once, enabled: false }])).toEqual([]);
  expect(times([{ ...once, once_at: "2026-12-28T09:00:00+01:00" }])).toEqual([]);
});

test("waits for the end of quiet hours if that is soon, else is left out", () => {
  const quiet = { start: "22:00", end: "07:00" };
  expect(times([{ ...train, days: [5], at_local: "06:15" }], quiet)).toEqual(["2026-11-27T06:00:00.000Z"]);
  expect(times([{ ...train, days: [5], at_local: "23:00" }], quiet)).toEqual([]);
  expect(times([{ ...train, days: [5], at_local: "02:00" }], quiet)).toEqual([]);
});

test("what comes once always waits", () => {
  const once = { ...train, at_local: null, days: [], once_at: "2026-11-28T02:00:00+01:00" };
  expect(times([once], { start: "22:00", end: "07:00" })).toEqual(["2026-11-28T06:00:00.000Z"]);
  expect(times([{ ...once, once_at: "2026-11-28T23:00:00+01:00" }], { start: "22:00", end: "07:00" })).toEqual(["2026-11-29T06:00:00.000Z"]);
});

test("lists the next first", () => expect(upcomingOf([{ ...train, id: "late", days: [5] }, train], NOW, ZONE, null).map((each) => each.reminder_id)).toEqual(["r1", "late", "r1"]));

test("keeps to the clock where the clocks change", () => {
  expect(momentAt("2026-10-24", "08:00", ZONE).toISOString()).toBe("2026-10-24T06:00:00.000Z");
  expect(momentAt("2026-10-25", "08:00", ZONE).toISOString()).toBe("2026-10-25T07:00:00.000Z");
  expect(momentAt("2026-11-26", "08:00", "Asia/Kolkata").toISOString()).toBe("2026-11-26T02:30:00.000Z");
});

test("tells the time of day in a zone", () => expect(clockAt(new Date("2026-11-26T17:05:30Z"), ZONE)).toBe("18:05"));

test("counts the week from Monday", () => expect([weekday("2026-11-23"), weekday("2026-11-29")]).toEqual([1, 7]));
