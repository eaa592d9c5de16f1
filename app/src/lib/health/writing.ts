/** What the person logs in Fitzen is written to the health store, and follows what they change. What was read from it is not. */

import type { Phone } from "@/sync/phone";
import type { Json } from "@/sync/records";
import { SOURCE } from "./bodies";
import type { HealthKept, HealthMemory } from "./kept";
import type { HealthKind, HealthStore, Sport, Written } from "./types";

type Draft = Written extends infer W ? (W extends Written ? Omit<W, "id" | "version"> : never) : never;
type Given = { phone: Phone; store: HealthStore; memory: HealthMemory; now: number };

const KINDS: Record<string, HealthKind> = { weight_kg: "weight", steps: "steps", sleep_h: "sleep", active_energy_kcal: "energy" };
const HOUR_MS = 3600_000;
const SPORT: Record<string, Sport> = { running: "running", "treadmill-running": "running", jogging: "running", walking: "walking", hiking: "hiking", cycling: "cycling", "rowing-machine": "rowing", swimming: "swimming" };

export async function writeHealth({ phone, store, memory, now }: Given): Promise<HealthKept> {
  const kept = await memory.load();
  const wanted = new Map(drafts(phone, kept));
  for (const [id, { kind }] of Object.entries(kept.written)) {
    if (wanted.has(id) || !kept.write.includes(kind)) continue;
    await store.remove(kind, [id]);
    delete kept.written[id];
    await memory.save(kept);
  }
  const version = Math.floor(now / 1000); // grows with time, also over an app that died before it noted what it wrote
  for (const [id, draft] of wanted) {
    const said = JSON.stringify(draft);
    if (kept.written[id]?.said === said) continue;
    kept.written[id] = { kind: draft.kind, said: "" }; // noted before: an app that dies here still knows what to take back
    await memory.save(kept);
    await store.write([{ ...draft, id, version } as Written]);
    kept.written[id] = { kind: draft.kind, said };
    await memory.save(kept);
  }
  return kept;
}

function* drafts(phone: Phone, { write, writeSince, written }: HealthKept): Generator<[string, Draft]> {
  const records: [string, (body: Json) => Draft | null, string][] = [["measurement", measured, "taken_at"], ["workout", trained, "started_at"]];
  for (const [record, draftOf, when] of records)
    for (const body of phone.all(record)) {
      const id = String(body.id);
      if (body.source === SOURCE || (Date.parse(String(body[when])) < writeSince && !written[id])) continue;
      const draft = draftOf(body);
      if (draft && write.includes(draft.kind)) yield [id, draft];
    }
}

/** A total that was typed is of the day up to then; sleep ends when it was noted. */
function measured({ metric, value, taken_at }: Json): Draft | null {
  const kind = KINDS[String(metric)];
  const [at, amount] = [Date.parse(String(taken_at)), Number(value)];
  if (!kind || kind === "workouts" || !amount) return null;
  if (kind === "weight") return { kind, at, kg: amount };
  const midnight = Date.parse(`${String(taken_at).slice(0, 10)}T00:00:00${/([+-]\d\d:\d\d|Z)$/.exec(String(taken_at))?.[0] ?? "Z"}`);
  return { kind, start: kind === "sleep" ? at - amount * HOUR_MS : Math.min(midnight, at - 60_000), end: at, value: amount };
}

function trained({ name, started_at, ended_at, energy_kcal, exercises }: Json): Draft | null {
  if (!ended_at) return null;
  const done = (exercises ?? []) as { exercise_id: string; sets: { distance_m?: number | null }[] }[];
  const sport = done.length === 1 ? (SPORT[done[0]!.exercise_id] ?? "strength") : "strength";
  const distanceM = done.flatMap((each) => each.sets).reduce((sum, set) => sum + (set.distance_m ?? 0), 0);
  const draft = { kind: "workouts", start: Date.parse(String(started_at)), end: Date.parse(String(ended_at)), title: String(name), sport } as const;
  return { ...draft, ...(energy_kcal ? { energyKcal: Number(energy_kcal) } : {}), ...(distanceM && sport !== "strength" ? { distanceM } : {}) };
}
