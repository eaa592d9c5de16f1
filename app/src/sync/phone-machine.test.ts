/**
 * Two phones, another app and a server, and everything that a network does: nothing is lost, nothing is doubled.
 *
 * Each run has a seed, which is in the message of what failed: PHONE_SEED=<seed> runs that one alone.
 */

import { check } from "./testing/checks";
import { random, type Random } from "./testing/random";
import { FATES, World, type Fate, type Handset } from "./testing/world";

const RUNS = 80;
const STEPS = 60;
const FEW = 4;
const KINDS = ["workout", "measurement", "checkin"] as const;
const SEED = process.env.PHONE_SEED;

const fate = (chance: Random): Fate => (chance.below(2) ? "arrives" : chance.of(FATES));
const fates = (chance: Random, most: number): Fate[] => Array.from({ length: chance.below(most + 1) }, () => fate(chance));

async function make(world: World, handset: Handset, chance: Random): Promise<void> {
  const what = chance.below(6);
  if (what === 0) await handset.create("exercise");
  else if (what === 1) world.hopeless.add(await handset.create("workout", { exercise_id: "no such exercise" }));
  else if (what === 2) {
    const id = `habit.2026-11-0${1 + chance.below(FEW)}`; // the other phone may have checked it too: it is one record
    if (!handset.phone.view("checkin", id)) await handset.create("checkin", {}, id);
  } else if (what === 3) await handset.create("workout", { exercise_id: chance.of(handset.ids("exercise")) });
  else await handset.create("measurement", { value: chance.below(100) });
}

async function edit(handset: Handset, kind: string, place: number): Promise<void> {
  const ids = handset.ids(kind);
  const id = ids[place % (ids.length || 1)];
  if (id) await handset.edit(kind, id);
}

async function remove(handset: Handset, kind: string, place: number): Promise<void> {
  const ids = handset.ids(kind);
  const id = ids[place % (ids.length || 1)];
  if (id && kind !== "checkin") await handset.delete(kind, id);
}

async function step(world: World, chance: Random): Promise<void> {
  const handset = chance.of(world.handsets);
  const [kind, place] = [chance.of(KINDS), chance.below(FEW)];
  const what = chance.below(12);
  if (what < 2) return make(world, handset, chance);
  if (what < 4) return edit(handset, kind, place);
  if (what === 4) for (const each of world.handsets) await edit(each, kind, place);
  if (what === 5) return remove(handset, kind, place);
  if (what === 6) {
    const ids = world.handsets[0]!.ids(kind);
    if (ids.length) world.web(kind, ids[place % ids.length]!, kind !== "checkin" && chance.below(2) === 0);
  }
  if (what === 7) return handset.decide(chance.below(2) === 0);
  if (what === 8) world.deliver(place);
  if (what >= 9) {
    world.fates = { GET: fates(chance, 2), POST: fates(chance, 3) };
    if (chance.below(3) === 0) world.meanwhile = () => edit(handset, kind, place);
    if (chance.below(6) === 0) handset.disk.dies = { at: handset.disk.writes + chance.below(5), after: chance.below(2) === 0 };
    await handset.sync();
    await handset.start(); // also where a write is to die that did not come: the app was closed
    await handset.sync();
  }
}

async function run(seed: number): Promise<void> {
  const chance = random(seed);
  const world = await World.of(["one", "two"]);
  const [one, two] = world.handsets as [Handset, Handset];
  const exercise = await one.create("exercise");
  await one.create("workout", { exercise_id: exercise });
  await one.create("measurement");
  await one.sync();
  await two.sync();
  for (let count = 0; count < STEPS; count++) {
    await step(world, chance);
    if (chance.below(15) === 0) {
      await world.settle();
      check(world);
    }
  }
  await world.settle();
  check(world);
}

test("nothing is lost and nothing is doubled, whatever a network does", async () => {
  const first = SEED ? Number(SEED) : Date.now() % 1e9;
  for (let seed = first; seed < first + (SEED ? 1 : RUNS); seed++) {
    try {
      await run(seed);
    } catch (error) {
      throw new Error(`PHONE_SEED=${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
}, 120_000);
