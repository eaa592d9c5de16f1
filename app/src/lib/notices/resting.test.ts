import { resting } from "./resting";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const DAY_MS = 864e5;

test("what rests longer than a timer can comes once, at its time", () => {
  const timers = resting();
  const run = jest.fn();
  timers.set("a", Date.now() + 60 * DAY_MS, run);
  jest.advanceTimersByTime(59 * DAY_MS);
  expect(run).not.toHaveBeenCalled();
  expect(timers.ids()).toEqual(["a"]);
  jest.advanceTimersByTime(2 * DAY_MS);
  expect(run).toHaveBeenCalledTimes(1);
  expect(timers.ids()).toEqual([]);
});

test("a second one under a name takes the first one's place, and what was dropped never comes", () => {
  const timers = resting();
  const [first, second, third] = [jest.fn(), jest.fn(), jest.fn()];
  timers.set("a", Date.now() + 1000, first);
  timers.set("a", Date.now() + 2000, second);
  timers.set("b", Date.now() + 1000, third);
  timers.drop("b");
  jest.advanceTimersByTime(5000);
  expect([first, second, third].map((run) => run.mock.calls.length)).toEqual([0, 1, 0]);
});
