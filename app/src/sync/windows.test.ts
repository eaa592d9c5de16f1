/** Two windows of one browser, and a disk that is full: what is done in either is on the disk once, and at the server once. */

import type { Json } from "./records";
import { Phone } from "./phone";
import { WRITABLE } from "./testing/model-server";
import { random, type Random } from "./testing/random";
import { MemoryDisk, World } from "./testing/world";

let world: World;
let disks: [MemoryDisk, MemoryDisk];
let a: Phone;
let b: Phone;

const opened = (disk: MemoryDisk) => Phone.open(world.carry, disk, world.newId, WRITABLE);
const values = (phone: Phone) => phone.all("measurement").map((each) => each.value).sort();
/** What a window that is opened now finds on the disk. */
const onDisk = async () => opened(disks[0].beside());
const atServer = () => world.server.all().filter((each) => each.kind === "measurement" && !each.deleted).map((each) => (each.body as Json).value).sort();
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(async () => {
  world = new World();
  const first = new MemoryDisk();
  disks = [first, first.beside()];
  a = await opened(disks[0]);
  b = await opened(disks[1]);
});

describe("two windows", () => {
  test("what is done in the older one is on the disk, with what the other did, and so again and again", async () => {
    await b.create("measurement", { value: 1 });
    await a.create("measurement", { value: 2 });
    expect(values(a)).toEqual([1, 2]);
    await b.create("measurement", { value: 3 });
    await a.create("measurement", { value: 4 });
    expect(values(await onDisk())).toEqual([1, 2, 3, 4]);
  });

  test("what was done at once in both is there once, also at the server", async () => {
    await Promise.all([1, 2, 3].flatMap((value) => [a.create("measurement", { value }), b.create("measurement", { value: 10 + value })]));
    const now = await onDisk();
    expect(values(now)).toEqual([1, 11, 12, 13, 2, 3]);
    await now.sync();
    expect(atServer()).toEqual([1, 11, 12, 13, 2, 3]);
    expect(world.server.writes).toHaveLength(6);
  });

  test("an edit and a deletion in the older one are made on what the other has left", async () => {
    const [one, two] = [await b.create("measurement", { value: 1, tag: "b" }), await b.create("measurement", { value: 2 })];
    await b.sync();
    await a.wake();
    await b.create("measurement", { value: 3 });
    await b.edit("measurement", one, { tag: "later" });
    await a.edit("measurement", one, { value: 5 });
    await b.create("measurement", { value: 6 });
    await a.delete("measurement", two);
    await a.sync();
    expect(atServer()).toEqual([3, 5, 6]);
    expect(world.server.get("measurement", one)?.body).toMatchObject({ value: 5, tag: "later" });
    expect(a.shown).toEqual([]);
  });

  test("an edit of what the other has deleted is not lost: it is sent, and shown as refused", async () => {
    const id = await b.create("measurement", { value: 1 });
    await b.sync();
    await a.wake();
    await b.wake();
    await b.delete("measurement", id);
    await b.sync();
    await a.edit("measurement", id, { value: 2 });
    await a.sync();
    expect(a.shown.map(({ op }) => op.body?.value)).toEqual([2]);
  });

  test("what was dealt with in the older one is dealt with", async () => {
    await b.create("workout", { exercise_id: "no such" });
    await b.sync();
    await a.wake();
    await b.wake();
    await a.discard(a.shown[0]!);
    expect((await onDisk()).shown).toEqual([]);
  });

  test("coming to the front shows what the other did, and tells the screens", async () => {
    await b.create("measurement", { value: 1 });
    const told: string[] = [];
    a.subscribe((kinds) => told.push(...kinds));
    await a.wake();
    expect(values(a)).toEqual([1]);
    expect(told).toContain("measurement");
    await a.create("measurement", { value: 2 });
    expect(values(await onDisk())).toEqual([1, 2]);
  });

  test("one that lies behind neither asks the server nor takes the account away", async () => {
    let asked = 0;
    world.meanwhile = async () => {
      asked++;
    };
    await expect(a.sync()).rejects.toThrow();
    expect(asked).toBe(0);
    await b.create("measurement", { value: 1 });
    expect(await disks[1].isOurs()).toBe(true);
  });

  test.each(["GET", "POST"])("a %s that was under way when the account was taken and had back leaves nothing behind", async (method) => {
    await a.wake();
    await a.create("measurement", { value: 1 });
    const away = async () => {
      await b.create("measurement", { value: 2 });
      await a.create("measurement", { value: 3 });
    };
    world.meanwhile = method === "GET" ? away : async () => void (world.meanwhile = away);
    await a.sync().catch(() => undefined);
    await a.sync();
    expect(atServer()).toEqual([1, 2, 3]);
    expect(world.server.writes).toHaveLength(3);
    const now = await onDisk();
    expect([values(now), now.queue]).toEqual([[1, 2, 3], []]);
  });
});

describe("a disk that is full", () => {
  beforeEach(() => a.wake());

  test("is told of, and what was done is shown, and on the disk with the next that it takes", async () => {
    const told: boolean[] = [];
    a.subscribe(() => told.push(a.isFailing));
    disks[0].isFull = true;
    let kept = false;
    void a.create("measurement", { value: 1 }).then(() => (kept = true));
    await soon();
    expect([values(a), kept, a.isFailing]).toEqual([[1], false, true]);
    expect(told).toContain(true);
    disks[0].isFull = false;
    await a.create("measurement", { value: 2 });
    expect([values(await onDisk()), kept, a.isFailing]).toEqual([[1, 2], true, false]);
    expect(told.at(-1)).toBe(false);
  });

  test("is tried again by the next sync, and sends nothing before", async () => {
    disks[0].isFull = true;
    void a.create("measurement", { value: 1 });
    await soon();
    await expect(a.sync()).rejects.toThrow("full");
    expect(world.server.writes).toEqual([]);
    disks[0].isFull = false;
    await a.sync();
    expect([atServer(), a.isFailing]).toEqual([[1], false]);
  });

  test("takes what the server had sent meanwhile once there is room", async () => {
    world.server.apply({ op_id: "o", kind: "measurement", id: "m", action: "create", body: { value: 7 } });
    disks[0].isFull = true;
    await expect(a.sync()).rejects.toThrow("full");
    disks[0].isFull = false;
    expect(values(a)).toEqual([7]);
    await a.create("measurement", { value: 8 }); // this is written with the place in the server's order
    await a.sync();
    expect(values(await onDisk())).toEqual([7, 8]);
  });

  test("does what was done in it once, also where another window had the account meanwhile", async () => {
    disks[0].isFull = true;
    void a.create("measurement", { value: 1 });
    await soon();
    await b.create("measurement", { value: 2 });
    disks[0].isFull = false;
    await a.wake();
    await a.sync();
    expect([values(await onDisk()), atServer()]).toEqual([[1, 2], [1, 2]]);
  });

  test("keeps nobody waiting who leaves", async () => {
    disks[0].isFull = true;
    const waits = a.create("measurement", { value: 1 });
    await soon();
    await a.erase();
    await waits;
    expect(values(await onDisk())).toEqual([]);
  });
});

describe("whatever happens when, in two windows of one person", () => {
  const first = process.env.WINDOWS_SEED ? Number(process.env.WINDOWS_SEED) : Date.now() % 1e9;

  async function run(chance: Random): Promise<void> {
    const windows = [a, b] as [Phone, Phone];
    const made = new Map<string, Set<unknown>>();
    const deleted = new Set<string>();
    let tags = 0;
    const doing: Promise<unknown>[] = [];
    const step = async () => {
      const at = chance.below(2) as 0 | 1;
      const [phone, disk] = [windows[at], disks[at]];
      const ids = phone.all("measurement").map((each) => String(each.id));
      const [what, tag, id] = [chance.below(10), ++tags, ids.length ? chance.of(ids) : null];
      if (what < 3) {
        const anew = world.newId();
        made.set(anew, new Set([tag]));
        doing.push(phone.create("measurement", { tag }, anew));
      } else if (what < 5 && id) {
        made.get(id)!.add(tag);
        doing.push(phone.edit("measurement", id, { tag }));
      } else if (what === 5 && id) {
        deleted.add(id);
        doing.push(phone.delete("measurement", id));
      } else if (what === 6) doing.push(phone.wake().catch(() => undefined));
      else if (what === 7) disk.isFull = !disk.isFull;
      else {
        world.fates = { GET: [chance.of(["arrives", "is lost"])], POST: [chance.of(["arrives", "is lost", "its answer is lost", "comes twice"]), "arrives"] };
        if (chance.below(3) === 0) world.meanwhile = () => windows[1 - at]!.wake().catch(() => undefined);
        doing.push(phone.sync().catch(() => undefined));
      }
      if (chance.below(2)) await soon();
    };
    for (let count = 0; count < 60; count++) await step();
    for (const disk of disks) disk.isFull = false;
    world.fates = { GET: [], POST: [] };
    world.meanwhile = null;
    for (const phone of [...windows, ...windows]) {
      await soon();
      await phone.wake();
      await phone.sync();
    }
    await Promise.all(doing);

    const now = await onDisk();
    expect([now.queue, windows.map((each) => each.isFailing)]).toEqual([[], [false, false]]);
    const written = world.server.writes.flatMap((write) => write.tag ?? []);
    expect(new Set(written).size).toBe(written.length);
    for (const [id, those] of made) {
      const there = world.server.get("measurement", id);
      if (deleted.has(id)) continue; // perhaps before it was ever sent
      expect([id, there?.deleted, those.has(there?.body?.tag)]).toEqual([id, false, true]);
      expect(now.view("measurement", id)?.tag).toBe(there?.body?.tag);
    }
    for (const { op } of now.shown) expect(deleted).toContain(op.id);
  }

  test.each(Array.from({ length: process.env.WINDOWS_SEED ? 1 : 40 }, (_, place) => first + place))("seed %i (WINDOWS_SEED)", (seed) => run(random(seed)));
});
