import { deviceLocale, deviceTimeZone } from "@/lib/locale";
import { answersOf, birthOf, firstDraft, heightOf, weightOf, wordsOf, type User } from "./draft";

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

test("sends what was passed, and what was given beyond it; never what was only proposed", () => {
  const answers = answersOf({ ...draft, goal: "gain", injuries: "knee" }, null, 1);
  expect(answers).toMatchObject({ goal: "gain", units: "metric", health: { injuries: ["knee"] } });
  expect(answers).not.toHaveProperty("training_days_per_week");
  expect(answers).not.toHaveProperty("dietary");
  expect(answersOf({ ...draft, days: 4 }, null, 1)).toMatchObject({ training_days_per_week: 4 });
  expect(answersOf(draft, null, 4)).toMatchObject({ training_days_per_week: 3, session_minutes: 45 });
});

test("what cannot be read is not sent", () => expect(answersOf({ ...draft, birth: "17-05-1994", height: "7" }, null, 2)).toMatchObject({ birth_date: null, height_cm: null }));

describe("the language and the time zone", () => {
  const place = (me: Partial<User> | null) => {
    const { locale, time_zone } = answersOf(draft, me as User | null, 0);
    return { locale, time_zone };
  };
  const device = { locale: deviceLocale(), time_zone: deviceTimeZone() };

  test("are the device's where the profile has none yet", () => {
    expect(place(null)).toEqual(device);
    expect(place({ onboarding_completed: false, locale: "en", time_zone: "UTC" })).toEqual(device);
  });

  test("stay what they are where it has", () => {
    expect(place({ onboarding_completed: false, locale: "es-MX", time_zone: "America/Mexico_City" })).toEqual({ locale: "es-MX", time_zone: "America/Mexico_City" });
    expect(place({ onboarding_completed: true, locale: "es", time_zone: "Pacific/Auckland" })).toEqual({ locale: undefined, time_zone: undefined });
  });
});
