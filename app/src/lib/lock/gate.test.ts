import { begun, moved, opened, type LockAfter } from "./gate";

const away = (ms: number, after: LockAfter | null) => moved(moved(opened(begun(after)), "background", 1e6, after), "active", 1e6 + ms, after);

test("it is locked at the start, where the person wants that", () => {
  expect([begun(null).locked, begun(300).locked]).toEqual([false, true]);
});

test.each([
  [0, 0, true],
  [59_999, 60, false],
  [60_000, 60, true],
  [-1, 900, true],
  [864e5, null, false],
] as const)("after %p ms away, with %p s allowed: locked %p", (ms, after, locked) => expect(away(ms, after).locked).toBe(locked));

test("it is covered as soon as it is not in front, and stays locked until it is opened", () => {
  const hidden = moved(opened(begun(900)), "inactive", 1, 900);
  expect([hidden.covered, hidden.locked]).toEqual([true, false]);
  const back = moved(moved(begun(900), "background", 1, 900), "active", 2, 900);
  expect([back.covered, back.locked]).toEqual([false, true]);
});

test("the time away counts from when it was left, not from a call in between", () => {
  const left = moved(opened(begun(60)), "background", 0, 60);
  expect(moved(moved(left, "background", 50_000, 60), "active", 61_000, 60).locked).toBe(true);
});
