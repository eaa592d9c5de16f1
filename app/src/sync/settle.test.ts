import { Phone } from "./phone";
import { settle } from "./settle";
import { deleteSoon } from "./later";
import { MemoryDisk, World } from "./testing/world";

let world: World;
let phone: Phone;
beforeEach(async () => {
  world = new World();
  phone = await Phone.open(world.carry, new MemoryDisk(), world.newId, new Map([["measurement", new Set(["tag", "value", "exercise_id"])], ["workout", new Set(["tag", "exercise_id"])]]));
});

test("what the server takes is said to be taken", async () => {
  const id = await phone.create("measurement", { tag: "a", value: 1 });
  expect(await settle(phone, "measurement", id)).toEqual({ state: "taken" });
  expect(world.server.get("measurement", id)?.body?.tag).toBe("a");
});

test("without a network it waits, and stays on the device", async () => {
  world.fates.GET = ["is lost"];
  const id = await phone.create("measurement", { tag: "a", value: 1 });
  expect(await settle(phone, "measurement", id)).toEqual({ state: "waiting" });
  expect(phone.view("measurement", id)?.tag).toBe("a");
});

test("what the server refuses is told with its problem, and taken back from the device", async () => {
  const id = await phone.create("workout", { tag: "a", exercise_id: "not-there" });
  const found = await settle(phone, "workout", id);
  expect(found.state).toBe("refused");
  expect(found.state === "refused" && found.problem?.status).toBeGreaterThanOrEqual(400);
  expect([phone.view("workout", id), phone.shown]).toEqual([null, []]);
});

test("what is deleted soon can be had back, and is deleted when nobody asks", async () => {
  jest.useFakeTimers();
  const [one, two] = [await phone.create("measurement", { tag: "a" }), await phone.create("measurement", { tag: "b" })];
  const undo = deleteSoon(phone, "measurement", one);
  deleteSoon(phone, "measurement", two);
  undo();
  jest.runAllTimers();
  jest.useRealTimers();
  await Promise.resolve();
  expect([phone.view("measurement", one)?.tag, phone.view("measurement", two)]).toEqual(["a", null]);
});
