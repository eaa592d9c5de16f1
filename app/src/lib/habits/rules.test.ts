import cases from "./rules.cases.json";
import { dayOfNumber, HabitPlan, mondayOf, numberOfDay, REPETITIONS, strengthAfter, weekdayOf, type HabitBody, type TimeOff } from "./rules";

type Case = { habit: unknown; vacations: unknown; today: string; checkins: Record<string, number | null>; current: number; longest: number; strength: number; slip: string | null; days: string };

const readCase = (each: Case) => ({
  plan: new HabitPlan(each.habit as HabitBody, each.vacations as TimeOff[]),
  said: new Map(Object.entries(each.checkins).map(([day, value]) => [numberOfDay(day), value])),
  today: numberOfDay(each.today),
});

test.each((cases as unknown as Case[]).map((each, place) => [place, each] as const))("habit %i stands as the server says", (_, each) => {
  const { plan, said, today } = readCase(each);
  const found = plan.standing(said, today);
  expect([found.current, found.longest, found.slip === null ? null : dayOfNumber(found.slip)]).toEqual([each.current, each.longest, each.slip]);
  expect(found.strength).toBeCloseTo(each.strength, 3);
  const days = Array.from({ length: 14 }, (_, place) => today - 13 + place);
  const shown = days.map((day) => (plan.missed(said, day, today) ? "m" : plan.done(said, day) ? (plan.due(said, day) ? "D" : "d") : plan.due(said, day) ? "." : "-"));
  expect(shown.join("")).toBe(each.days);
});

test("days are numbers and back, and weeks begin on Monday", () => {
  expect(dayOfNumber(numberOfDay("2026-11-26"))).toBe("2026-11-26");
  expect(weekdayOf(numberOfDay("2026-11-26"))).toBe(4);
  expect(dayOfNumber(mondayOf(numberOfDay("2026-11-29")))).toBe("2026-11-23");
  expect(dayOfNumber(mondayOf(numberOfDay("1969-12-31")))).toBe("1969-12-29");
});

test("66 repetitions make 95 %", () => {
  expect(strengthAfter(0, 1, REPETITIONS)).toBeCloseTo(95, 9);
});
