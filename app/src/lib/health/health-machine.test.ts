/** Random runs of two phones, one account and a health store each app dies beside: `HEALTH_SEED=… npx jest health-machine` runs one again. */

import { Phone, UnreachableError, type Send } from "@/sync/phone";
import { ModelServer } from "@/sync/testing/model-server";
import { random, type Random } from "@/sync/testing/random";
import { MemoryDisk, PhoneDiesError } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { lineOf, recordOf, SOURCE, totalOf } from "./bodies";
import { HEALTH_KINDS } from "./types";
import { NOTHING_KEPT, type HealthKept, type HealthMemory } from "./kept";
import { readHealth } from "./reading";
import { FakeHealth } from "./fake";
import { writeHealth } from "./writing";

const RUNS = 40;
const STEPS = 60;
const HOUR = 3600_000;
const START = Date.parse("2026-11-20T05:00:00Z");
const PERSON = { zone: "Europe/Madrid", language: "en" };
const LOGGED = ["weight_kg", "steps", "sleep_h", "active_energy_kcal"];

class Device {
  readonly disk = new MemoryDisk();
  phone!: Phone;
  private kept: HealthKept = { ...NOTHING_KEPT, read: [...HEALTH_KINDS], write: [...HEALTH_KINDS] };
  private until = Infinity;

  constructor(private readonly world: World) {}

  private step = () => {
    if (this.until-- <= 0) throw new PhoneDiesError();
  };

  readonly memory: HealthMemory = {
    load: async () => structuredClone(this.kept),
    save: async (kept) => {
      this.step();
      this.kept = structuredClone(kept);
      this.step();
    },
  };

  open = async () => {
    this.phone = await Phone.open(this.world.send, this.disk, this.world.newId, WRITABLE);
  };

  /** Do something, perhaps dying in the middle of it: at a note of what was read, at the disk, before a write or after. */
  async act(task: () => Promise<unknown>, dies: number | null): Promise<void> {
    this.until = dies ?? Infinity;
    this.world.store.before = this.step;
    this.disk.dies = dies === null ? null : { at: this.disk.writes + dies, after: dies % 2 === 0 };
    try {
      await Promise.race([task(), this.disk.died]);
    } catch (error) {
      if (!(error instanceof PhoneDiesError) && !(error instanceof UnreachableError)) throw error;
      if (error instanceof PhoneDiesError) await this.reopen();
    }
    this.until = Infinity;
    this.disk.dies = null;
  }

  private async reopen(): Promise<void> {
    this.disk.dies = null;
    this.until = Infinity;
    this.disk.live();
    await this.open();
  }

  read = () => readHealth({ phone: this.phone, store: this.world.store, memory: this.memory, person: PERSON, now: this.world.now });
  write = () => writeHealth({ phone: this.phone, store: this.world.store, memory: this.memory, now: this.world.now });
}

class World {
  readonly server = new ModelServer(5);
  readonly store = new FakeHealth();
  readonly devices: Device[] = [];
  now = START;
  private ids = 0;
  private minutes = 0;
  isLossy = true;

  constructor(readonly draw: Random) {
    this.server.apply({ op_id: "e", kind: "exercise", id: "undefined", action: "create", body: {} }); // the model wants one for each workout
  }

  readonly newId = () => `id-${++this.ids}`;
  /** No two things happen at once, or are alike. */
  readonly at = () => START + ++this.minutes * 7 * 60_000;

  readonly send: Send = async (method, _path, query, body) => {
    const fate = this.isLossy ? this.draw.below(8) : 9;
    if (fate === 0) throw new UnreachableError("lost");
    const answer = structuredClone(this.server.answer(method, structuredClone(query), structuredClone(body)));
    if (fate === 1) throw new UnreachableError("answer lost");
    return answer;
  };
}

async function step(world: World): Promise<void> {
  const { draw, store } = world;
  const device = draw.of(world.devices);
  const at = world.at();
  world.now = at + HOUR;
  const dies = draw.below(4) === 0 ? draw.below(6) : null;
  const acts: (() => Promise<void> | void)[] = [
    () => void store.put("weight", { at, kg: 70 + draw.below(100000) / 10000 }),
    () => void store.put("workouts", { start: at, end: at + 5 * 60_000, sport: draw.of(["running", "strength", "yoga"] as const), energyKcal: 100 }),
    () => {
      const kind = draw.of(["weight", "workouts"] as const);
      const there = store.others(kind);
      if (there.length) store.take(kind, draw.of(there).key);
    },
    () => {
      const there = store.others("weight");
      if (!there.length) return;
      const { key, at: then } = draw.of(there);
      store.put("weight", { at: then, kg: 60 + draw.below(3) }, false, key); // often what it said before
    },
    () => {
      const name = `${draw.of(["steps", "sleep", "energy"])} ${new Date(world.now).toISOString().slice(0, 10)}`;
      store.counted.set(name, (store.counted.get(name) ?? 0) + 1 + draw.below(5));
    },
    () => device.act(() => device.phone.create("measurement", { metric: draw.of(LOGGED), value: 40 + draw.below(100000) / 10000, taken_at: new Date(at).toISOString(), source: "manual" }), dies),
    () => device.act(() => device.phone.create("workout", { name: "Push", started_at: new Date(at).toISOString(), ended_at: new Date(at + 5 * 60_000).toISOString(), exercises: [] }), dies),
    () => {
      const mine = device.phone.all("measurement").filter((each) => each.source === "manual");
      const one = mine.length ? draw.of(mine) : null;
      return one ? device.act(() => (draw.below(2) ? device.phone.edit("measurement", String(one.id), { value: 40 + draw.below(100000) / 10000 }) : device.phone.delete("measurement", String(one.id))), dies) : undefined;
    },
    () => device.act(device.read, dies),
    () => device.act(device.read, dies),
    () => device.act(device.write, dies),
    () => device.act(() => device.phone.sync(), dies),
    () => device.act(() => device.phone.sync(), dies),
  ];
  await draw.of(acts)();
}

async function settle(world: World): Promise<void> {
  world.isLossy = false;
  for (let round = 0; round < 4; round++)
    for (const device of world.devices) {
      world.now += HOUR / 60;
      await device.phone.sync();
      // What the person must decide, they do: the other's stays.
      for (const shown of [...device.phone.shown]) if (shown.op.body?.source !== SOURCE) await device.phone.discard(shown);
      await device.read();
      await device.phone.sync();
      await device.write();
    }
}

function check(world: World): void {
  const { server, store, devices } = world;
  const alive = server.all().filter(({ deleted, kind }) => !deleted && (kind === "measurement" || kind === "workout"));
  const read = alive.filter(({ body }) => body?.source === SOURCE);
  const expected = [
    ...store.others("weight").map((entry) => recordOf("weight", entry, PERSON).id),
    ...store.others("workouts").map((entry) => recordOf("workouts", entry, PERSON).id),
    ...[...store.counted].map(([name, value]) => totalOf(name.split(" ")[0] as "steps", name.split(" ")[1]!, value, PERSON)).filter(({ body }) => !isTyped(alive, body)).map(({ id }) => id),
  ];
  const made = expected.map((id) => lineOf(devices[0]!.phone, "measurement", id).at(-1));
  const isExtra = (id: string) => !made.includes(id) && !(read.find((each) => each.id === id)?.body?.metric !== "weight_kg"); // a total stays that was read before one was typed
  expect(made.filter((id) => !read.some((each) => each.id === id))).toEqual([]);
  expect(read.filter(({ id }) => isExtra(id)).map(({ id }) => id)).toEqual([]);
  for (const [name, value] of store.counted) {
    const made = totalOf(name.split(" ")[0] as "steps", name.split(" ")[1]!, value, PERSON);
    const there = read.find(({ id }) => id === made.id);
    if (there) expect(there.body?.value).toBe(made.body.value);
  }
  const own = alive.filter(({ body }) => body?.source !== SOURCE);
  expect([...store.written.keys()].sort()).toEqual(own.map(({ id }) => id).sort());
  for (const { id, body, kind } of own) {
    const there = store.written.get(id)!;
    if (kind === "measurement") expect("kg" in there ? there.kg : "value" in there ? there.value : null).toBe(body?.value);
  }
  expect(devices.flatMap(({ phone }) => phone.shown)).toEqual([]);
}

const isTyped = (alive: { body: Record<string, unknown> | null }[], { metric, taken_at }: Record<string, unknown>) =>
  alive.some(({ body }) => body?.metric === metric && body?.source === "manual" && String(body?.taken_at).slice(0, 10) === String(taken_at).slice(0, 10));

async function run(seed: number): Promise<void> {
  const world = new World(random(seed));
  for (let count = 0; count < 2; count++) {
    const device = new Device(world);
    await device.open();
    world.devices.push(device);
  }
  for (let count = 0; count < STEPS; count++) await step(world);
  await settle(world);
  check(world);
}

test("what the store has is there once, what was logged is in the store once, whatever dies when", async () => {
  const only = process.env.HEALTH_SEED;
  const first = only ? Number(only) : Date.now() % 1e6;
  for (let seed = first; seed < first + (only ? 1 : RUNS); seed++)
    try {
      await run(seed);
    } catch (error) {
      throw new Error(`HEALTH_SEED=${seed}: ${(error as Error).stack}`);
    }
});
