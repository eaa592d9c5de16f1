/** A tap on a notice while no window is open: the service worker opens one, which starts where the notice leads. */

import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { startingPlace } from "./starting.web";

const ORIGIN = "https://app.fitzen.example";

/** Return where the service worker opens a window for a notice of `url`. */
async function openedFor(url: string): Promise<string> {
  const heard = new Map<string, (event: object) => void>();
  const openWindow = jest.fn(async (_: string) => null);
  const self = { location: { origin: ORIGIN }, addEventListener: (name: string, listener: (event: object) => void) => heard.set(name, listener), clients: { matchAll: async () => [], openWindow } };
  runInNewContext(readFileSync(`${__dirname}/../../../public/sw.js`, "utf8"), { self, caches: {}, URL, Request, Response });
  let done: Promise<unknown> = Promise.resolve();
  heard.get("notificationclick")!({ notification: { close: () => undefined, data: { url } }, waitUntil: (task: Promise<unknown>) => (done = task) });
  await done;
  return openWindow.mock.calls[0]![0];
}

const startedAt = (path: string) => {
  const { pathname, search } = new URL(path, ORIGIN);
  Object.assign(globalThis, { location: { pathname, search } });
  return startingPlace();
};

test.each([
  ["/reminders/0b1f", "/due/0b1f"],
  ["/habit/7?day=2026-11-27", "/habit/7?day=2026-11-27"],
  ["/session", "/session"],
  ["https://elsewhere.example/you?x=1", "/you?x=1"],
])("a notice of %s leads to %s", async (url, place) => {
  expect(startedAt(await openedFor(url))).toBe(place);
});

test("where everybody starts is no place to go to", () => {
  expect(["/", "/sign-in", "/onboarding", "/privacy"].map(startedAt)).toEqual([null, null, null, null]);
});
