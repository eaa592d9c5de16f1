/** The phone, step by step, where random runs cannot look: what it sends, and a server that went back. */

import { UnreachableError } from "./phone";
import { check } from "./testing/checks";
import { World, type Handset } from "./testing/world";

let world: World;
let one: Handset;
let two: Handset;

beforeEach(async () => {
  world = await World.of(["one", "two"]);
  [one, two] = world.handsets as [Handset, Handset];
});

const queue = (handset: Handset) => handset.phone.queue.map(({ action, body, base_version }) => ({ action, value: body?.value, base_version }));
const value = (handset: Handset, id: string) => handset.phone.view("measurement", id)?.value;

describe("the queue", () => {
  test("takes an edit of what was never sent into its creation", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.phone.edit("measurement", id, { value: 72 });
    expect(queue(one)).toEqual([{ action: "create", value: 72, base_version: undefined }]);
  });

  test("forgets what is deleted before it was sent", async () => {
    await one.phone.delete("measurement", await one.phone.create("measurement", {}));
    expect(queue(one)).toEqual([]);
    expect(one.ids("measurement")).toEqual([]);
  });

  test("bases a deletion after an edit on what the edit was based on", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await one.phone.edit("measurement", id, { value: 72 });
    await one.phone.delete("measurement", id);
    expect(queue(one)).toEqual([{ action: "delete", value: undefined, base_version: 1 }]);
  });

  test("does not change what was sent any more", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    world.fates.POST = ["its answer is lost"];
    await one.sync();
    await one.phone.edit("measurement", id, { value: 72 });
    expect(queue(one).map(({ action, value: each }) => [action, each])).toEqual([
      ["create", 71],
      ["update", 72],
    ]);
    await one.sync();
    expect(one.phone.view("measurement", id)).toEqual({ id, value: 72, derived: 2 });
  });

  test("is what a phone that died goes on with", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    world.fates.POST = ["phone dies after"];
    await one.sync();
    expect(one.phone.queue.map((op) => op.sent)).toEqual([true]);
    await one.sync();
    await two.sync();
    expect(two.ids("measurement")).toEqual([id]);
  });

  test("goes in several requests where it is too large for one", async () => {
    for (let count = 0; count < 200; count++) await one.phone.create("measurement", { value: "n".repeat(4000) });
    await one.sync();
    await two.sync();
    expect(two.ids("measurement")).toHaveLength(200);
  });

  test("goes on past what no request may carry", async () => {
    for (const text of ["a", "n".repeat(1_100_000), "b"]) await one.phone.create("measurement", { value: text });
    await one.sync();
    expect(one.phone.shown.map((shown) => shown.result.problem?.status)).toEqual([413]);
    await two.sync();
    expect(two.ids("measurement")).toHaveLength(2);
  });

  test("is sent by a sync that was asked for while one was under way that found nobody", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    let joined: Promise<void> | null = null;
    world.fates.GET = ["is lost"];
    world.meanwhile = async () => void (joined = one.phone.sync());
    await expect(one.phone.sync()).rejects.toThrow(UnreachableError);
    await joined;
    expect(one.phone.isWaiting("measurement", id)).toBe(false);
  });

  test("is empty after a sync, also of what was done while it read for the last time", async () => {
    await one.phone.create("measurement", { value: 71 });
    let id = "";
    const late = async () => void (id = await one.phone.create("measurement", { value: 72 }));
    world.meanwhile = async () => void (world.meanwhile = async () => void (world.meanwhile = late)); // GET, POST, GET
    await one.sync();
    expect(world.server.get("measurement", id)).toBeDefined();
    expect(queue(one)).toEqual([]);
  });

  test("takes what a person does while a request is under way", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    world.meanwhile = async () => {
      await one.phone.edit("measurement", id, { value: 72 });
    };
    await one.sync();
    await one.sync();
    await two.sync();
    expect(value(two, id)).toBe(72);
  });
});

describe("what the screen shows", () => {
  test("keeps what the server added while an edit waits", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await one.phone.edit("measurement", id, { value: 72 });
    expect(one.phone.view("measurement", id)).toEqual({ id, value: 72, derived: 1 });
    expect(one.phone.isWaiting("measurement", id)).toBe(true);
    expect(one.phone.queue[0]?.body).toEqual({ value: 72 });
  });

  test("tells which kinds have changed", async () => {
    const told: string[] = [];
    const end = one.phone.subscribe((kinds) => told.push(...kinds));
    await one.phone.create("measurement", {});
    end();
    await one.phone.create("checkin", {}, "habit.2026-11-01");
    expect(told).toEqual(["measurement"]);
  });
});

describe("a conflict", () => {
  async function both(): Promise<string> {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await two.sync();
    await one.phone.edit("measurement", id, { value: 72 });
    await one.sync();
    return id;
  }

  test("is shown to the second with both copies, who may insist", async () => {
    const id = await both();
    await two.phone.edit("measurement", id, { value: 73 });
    await two.sync();
    const [shown] = two.phone.shown;
    expect([shown?.op.body?.value, shown?.result.body?.value]).toEqual([73, 72]);
    await two.phone.insist(shown!);
    for (const handset of [two, one]) {
      await handset.sync();
      expect(value(handset, id)).toBe(73);
    }
    expect(two.phone.shown).toEqual([]);
  });

  test("takes along what was done on top", async () => {
    const id = await both();
    await two.phone.edit("measurement", id, { value: 73 });
    world.fates.GET = [];
    world.fates.POST = ["is lost"];
    await two.sync();
    await two.phone.edit("measurement", id, { value: 74 });
    await two.sync();
    expect(two.phone.shown.map((shown) => shown.op.body?.value)).toEqual([74]);
    expect(queue(two)).toEqual([]);
  });

  test("with a deletion makes another record for who insists", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await two.sync();
    await one.phone.delete("measurement", id);
    await one.sync();
    await two.phone.edit("measurement", id, { value: 73 });
    await two.sync();
    await two.phone.insist(two.phone.shown[0]!);
    await two.sync();
    await one.sync();
    expect(one.phone.all("measurement").map((body) => body.value)).toEqual([73]);
    expect(one.ids("measurement")).not.toEqual([id]);
  });

  test("is not lost where the phone dies while its owner insists", async () => {
    const id = await both();
    await two.phone.edit("measurement", id, { value: 73 });
    await two.sync();
    two.disk.dies = { at: two.disk.writes + 1, after: false };
    await Promise.race([two.phone.insist(two.phone.shown[0]!).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 50))]);
    await two.start();
    expect([...two.phone.shown.map((shown) => shown.op.body?.value), ...queue(two).map((op) => op.value)]).toContain(73);
  });

  test("survives a restart", async () => {
    const id = await both();
    await two.phone.edit("measurement", id, { value: 73 });
    await two.sync();
    await two.start();
    expect(two.phone.shown).toHaveLength(1);
    await two.phone.discard(two.phone.shown[0]!);
    await two.start();
    expect(two.phone.shown).toEqual([]);
  });
});

describe("what was rejected", () => {
  test("goes again under its id, for what names it; under another where that was deleted", async () => {
    const exercise = await one.phone.create("exercise", { value: "lost" });
    const workout = await one.phone.create("workout", { exercise_id: exercise });
    one.phone.queue.splice(0, 1); // as if it had not come
    await one.sync();
    expect(one.phone.shown.map(({ op, result }) => [op.id, result.status])).toEqual([[workout, "rejected"]]);
    await one.phone.create("exercise", {}, exercise);
    await one.phone.insist(one.phone.shown[0]!);
    await one.sync();
    expect(one.ids("workout")).toEqual([workout]);
    expect(one.phone.shown).toEqual([]);
    await one.phone.insist({ op: { op_id: "o", kind: "measurement", id: "gone", action: "create", body: { value: 1 }, sent: true }, result: { op_id: "o", status: "rejected", problem: { title: "", status: 410, detail: "", errors: [] } } });
    expect(one.ids("measurement")).not.toEqual(["gone"]);
  });
});

describe("a server that was restored from a backup", () => {
  test("gets back what it lost", async () => {
    const kept = await one.phone.create("measurement", { value: 71 });
    const gone = await one.phone.create("measurement", { value: 72 });
    await one.sync();
    const restore = world.server.backup();
    const exercise = await one.phone.create("exercise", {});
    const workout = await one.phone.create("workout", { exercise_id: exercise });
    await one.phone.edit("measurement", kept, { value: 75 });
    await one.phone.delete("measurement", gone);
    await one.sync();
    restore();
    const waiting = await one.phone.create("measurement", { value: 80 });
    await one.sync();
    await two.sync();
    expect(one.phone.shown).toEqual([]);
    expect(value(two, kept)).toBe(75);
    expect(two.ids("measurement")).toEqual([kept, waiting].sort());
    expect(two.ids("workout")).toEqual([workout]);
    expect(two.ids("exercise")).toEqual([exercise]);
  });

  test("and went on since is noticed by the mark", async () => {
    const restore = world.server.backup();
    const mine = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    restore();
    const theirs = [];
    for (let count = 0; count < 3; count++) theirs.push(await two.phone.create("measurement", { value: count }));
    for (const handset of [two, one, two]) await handset.sync();
    for (const handset of [one, two]) expect(handset.ids("measurement")).toEqual([mine, ...theirs].sort());
  });

  test("gets back what waits with what it waits for", async () => {
    const restore = world.server.backup();
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await one.phone.edit("measurement", id, { value: 72 });
    restore();
    await one.sync();
    await two.sync();
    expect(value(two, id)).toBe(72);
  });

  test("with another edit of the same version is a conflict", async () => {
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    const restore = world.server.backup();
    await one.phone.edit("measurement", id, { value: 72 });
    await one.sync();
    restore();
    world.web("measurement", id, false);
    await one.sync();
    expect(one.phone.shown.map(({ op, result }) => [op.body?.value, result.status, result.body?.value])).toEqual([[72, "conflict", 71]]);
  });

  test("of which two phones have the same gets it once", async () => {
    const restore = world.server.backup();
    const id = await one.phone.create("measurement", { value: 71 });
    await one.sync();
    await two.sync();
    restore();
    for (const handset of [one, two, one]) {
      await handset.sync();
      expect(handset.ids("measurement")).toEqual([id]);
      expect(handset.phone.shown).toEqual([]);
    }
  });

  test("is read from the beginning though the phone dies at any write meanwhile", async () => {
    for (let at = 0; at < 12; at++)
      for (const after of [false, true]) {
        world = await World.of(["one", "two"], 1);
        [one, two] = world.handsets as [Handset, Handset];
        const first = await one.create("measurement", { value: 70 });
        await one.sync();
        const restore = world.server.backup();
        const id = await one.create("measurement", { value: 71 });
        await one.sync();
        restore();
        one.disk.dies = { at: one.disk.writes + at, after };
        await one.sync();
        await one.start();
        expect(one.ids("measurement")).toEqual([first, id].sort());
        await one.edit("measurement", id);
        await world.settle();
        check(world);
        expect(two.ids("measurement")).toEqual([first, id].sort());
      }
  });
});

test("a phone that dies at any write goes on from there", async () => {
  for (let at = 0; at < 14; at++)
    for (const after of [false, true]) {
      world = await World.of(["one", "two"], 2);
      [one, two] = world.handsets as [Handset, Handset];
      const exercise = await two.create("exercise");
      await two.create("workout", { exercise_id: exercise });
      await two.sync();
      const mine = await one.create("measurement", { value: 1 });
      await one.create("checkin", {}, "habit.2026-11-01");
      one.disk.dies = { at: one.disk.writes + at, after };
      await one.sync();
      await one.start();
      await one.edit("measurement", mine);
      await world.settle();
      check(world);
    }
});

test("what an account has is gone from a phone that forgets it", async () => {
  await one.phone.create("measurement", {});
  await one.sync();
  await one.phone.erase();
  await one.start();
  expect(one.ids("measurement")).toEqual([]);
  expect(one.phone.queue).toEqual([]);
});
