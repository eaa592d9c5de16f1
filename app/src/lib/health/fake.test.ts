import { fakeOn } from "./fake";

const GIVEN = JSON.stringify({ weight: [{ at: 1_764_230_400_000, kg: 71.4 }], totals: { "steps 2026-11-27": 9000 } });

test("a browser at home has the store that it was given", async () => {
  const store = fakeOn("127.0.0.1", GIVEN);
  expect(await store?.state()).toBe("ready");
  expect(store?.others("weight")).toEqual([{ key: "key-1", own: false, at: 1_764_230_400_000, kg: 71.4 }]);
  expect(await store?.totals("steps", [{ day: "2026-11-26" }, { day: "2026-11-27" }])).toEqual(new Map([["2026-11-27", 9000]]));
});

test("no other browser has one, and none that was given nothing", () => {
  expect(fakeOn("fitzen.app", GIVEN)).toBeNull();
  expect(fakeOn("localhost", null)).toBeNull();
});
