import { clockAt, momentAt, upcomingOf, type Reminder } from "./upcoming";

const NOW = new Date("2026-11-26T17:00:00Z"); // Thursday, 18:00 in Madrid
const ZONE = "Europe/Madrid";
const train: Reminder = { id: "r1", kind: "workout", title: "Train", at_local: "18:30", days: [1, 4] };
const times = (reminders: Reminder[], quiet?: { start: string; end: string }) => upcomingOf(reminders, NOW, ZONE, quiet).map((each) => each.due_at);

test("comes on its days at the person's time, for a week", () => expect(times([train])).toEqual(["2026-11-26T17:30:00.000Z", "2026-11-30T17:30:00.000Z"]));

test("comes every day where none is named, today only if that is to come", () => {
  expect(times([{ ...train, days: [], at_local: "17:59" }])).toHaveLength(7);
  expect(times([{ ...train, days: [], at_local: "17:59" }])[0]).toBe("2026-11-27T16:59:00.000Z");
});

test("keeps quiet hours, and what is switched off is not there", () => {
  expect(times([{ ...train, days: [5], at_local: "06:15" }], { start: "22:00", end: "07:00" })).toEqual(["2026-11-27T06:00:00.000Z"]);
  expect(times([{ ...train, enabled: false }])).toEqual([]);
});

test("lists the next first", () => expect(upcomingOf([{ ...train, id: "late", days: [5] }, train], NOW, ZONE, null).map((each) => each.reminder_id)).toEqual(["r1", "late", "r1"]));

test("goes between a moment and what clocks show", () => {
  expect(clockAt(new Date("2026-11-26T17:05:30Z"), ZONE)).toBe("18:05");
  expect(momentAt("2026-10-25", "08:00", ZONE).toISOString()).toBe("2026-10-25T07:00:00.000Z");
});
