import { ageOn, isZone, readBirth, readClock, readHeight, readWords } from "./read";

test.each([
  ["7:30", "07:30"],
  ["730", "07:30"],
  ["0730", "07:30"],
  ["19h", "19:00"],
  ["7.30 pm", "19:30"],
  ["12 am", "00:00"],
  ["12:15 PM", "12:15"],
  ["23:59", "23:59"],
  ["24:00", undefined],
  ["7:75", undefined],
  ["13 pm", undefined],
  ["", undefined],
  ["noon", undefined],
])("reads a time of day: %s", (text, expected) => expect(readClock(text)).toBe(expected));

test.each([
  ["1994-05-17", "1994-05-17"],
  ["1994/5/7", "1994-05-07"],
  [" ", null],
  ["1994-02-30", undefined],
  ["17-05-1994", undefined],
  ["2026-11-27", undefined],
])("reads a birth date: %s", (text, expected) => expect(readBirth(text, "2026-11-26")).toBe(expected));

test("reads a height in the person's units", () => {
  expect(readHeight("168,5", "metric")).toBe(168.5);
  expect(readHeight("70", "imperial")).toBe(177.8);
  expect(readHeight("", "metric")).toBeNull();
  expect(readHeight("1.68", "metric")).toBeUndefined();
  expect(readHeight("tall", "metric")).toBeUndefined();
});

test("reads words between commas, each once", () => expect(readWords(" nuts, milk;nuts,, ")).toEqual(["nuts", "milk"]));

test("counts a birthday only once it has come", () => {
  expect(ageOn("1994-11-26", "2026-11-26")).toBe(32);
  expect(ageOn("1994-11-27", "2026-11-26")).toBe(31);
});

test("knows a time zone from what is none", () => {
  expect(isZone("Europe/Madrid")).toBe(true);
  expect(isZone("Madrid")).toBe(false);
});
