/**
 * What the health store has becomes records, each once.
 *
 * A record's id follows from what the entry says, so that a second reading, or another phone's, finds it there. What is
 * to be made is noted before, the token after the records are on disk: an app that dies in between reads the same again.
 * What Fitzen wrote itself, what the person logged at the same time, and what they deleted is left alone.
 */

import type { Phone } from "@/sync/phone";
import { daysBetween, lineOf, metricOf, recordOf, SOURCE, totalOf, type Made, type Person } from "./bodies";
import type { HealthKept, HealthMemory } from "./kept";
import type { EntryKind, HealthStore, TotalKind, WorkoutEntry } from "./types";

const DAY_MS = 864e5;
/** Health Connect gives no more without being asked for history. */
const FIRST_DAYS = 30;
const SAME_WEIGHING_MS = 60_000;

type Given = { phone: Phone; store: HealthStore; memory: HealthMemory; person: Person; now: number };

/** Read all that is switched on. Returns what is kept then. */
export async function readHealth(given: Given): Promise<HealthKept> {
  const { phone, memory, now } = given;
  const kept = await memory.load();
  await settle(phone, kept);
  for (const kind of ["weight", "workouts"] as const) if (kept.read.includes(kind)) await readEntries(kind, given, kept);
  for (const kind of ["steps", "sleep", "energy"] as const) if (kept.read.includes(kind)) await readTotals(kind, given, kept);
  if (kept.read.includes("workouts")) await dropDoubles(phone);
  kept.lastRead = now;
  await memory.save(kept);
  return kept;
}

async function readEntries<K extends EntryKind>(kind: K, { phone, store, memory, person, now }: Given, kept: HealthKept): Promise<void> {
  for (let more = true; more; ) {
    const page = await store.changes(kind, kept.tokens[kind] ?? null, now - FIRST_DAYS * DAY_MS);
    const wanted: Made[] = [];
    for (const entry of page.entries) {
      if (entry.own) continue;
      const made = recordOf(kind, entry, person);
      const line = lineOf(phone, made.record, made.id);
      const id = line.at(-1)!;
      const before = kept.made[entry.key];
      const isOther = before !== undefined && !line.includes(before);
      if (isOther) await takeBack(phone, made.record, before);
      const isThere = phone.knows(made.record, id);
      const isLeft = !isThere && line.length > 1 && !isOther && before !== id; // the person deleted it, and the entry says nothing new
      if (!isThere && !isLeft) wanted.push({ ...made, id });
      kept.made[entry.key] = isLeft ? line.at(-2)! : id;
    }
    for (const key of page.gone) {
      const before = kept.made[key];
      if (before) await takeBack(phone, kind === "weight" ? "measurement" : "workout", before);
      delete kept.made[key];
    }
    if (wanted.length) await memory.save(kept); // an entry that changes while the app is dead leaves nothing that nobody knows of
    for (const made of wanted) if (!isLogged(phone, made)) await phone.create(made.record, made.body, made.id);
    kept.tokens[kind] = page.token;
    await memory.save(kept);
    more = page.more;
  }
}

/** A day's total grows while the day goes on, and the phone that saw more of it is right. */
async function readTotals(kind: TotalKind, { phone, store, memory, person, now }: Given, kept: HealthKept): Promise<void> {
  const from = Math.max((kept.lastRead ?? 0) - DAY_MS, now - FIRST_DAYS * DAY_MS);
  const days = daysBetween(from, now, person.zone);
  const totals = await store.totals(kind, days);
  for (const { day } of days) {
    const total = totals.get(day);
    if (!total) continue;
    const { record, id, body } = totalOf(kind, day, total, person);
    const value = Number(body.value);
    const there = phone.view(record, id);
    if (there ? Number(there.value) >= value : phone.knows(record, id) || isTyped(phone, metricOf(kind), String(body.taken_at).slice(0, 10))) continue;
    kept.totals[id] = value;
    await memory.save(kept);
    if (there) await phone.edit(record, id, { value });
    else await phone.create(record, body, id);
  }
}

/** Where two phones wrote a day's total at once, the server has one of them: no question for the person, the next reading compares. */
async function settle(phone: Phone, kept: HealthKept): Promise<void> {
  for (const shown of [...phone.shown]) {
    const { kind, id, action, body } = shown.op;
    const isOurs = kind === "measurement" && action !== "delete" && body?.source === SOURCE && kept.totals[id] === body.value;
    const isSame = action === "create" && body?.source === SOURCE && shown.result.body?.source === SOURCE;
    if (isOurs || isSame) await phone.discard(shown);
  }
}

/** Take back what was read, unless the person has made it theirs. */
async function takeBack(phone: Phone, record: Made["record"], made: string): Promise<void> {
  const id = lineOf(phone, record, made).at(-1)!;
  const body = phone.view(record, id);
  if (body && isUntouched(body)) await phone.delete(record, id);
}

const isUntouched = (body: Record<string, unknown>) => body.source === SOURCE && !body.note && !body.notes;

/** Whether the person has logged the same themselves: the same weight in the same minute, or a workout at the same time. */
function isLogged(phone: Phone, { record, body }: Made): boolean {
  if (record === "workout") return overlapped(phone, { start: Date.parse(String(body.started_at)), end: Date.parse(String(body.ended_at)) });
  const at = Date.parse(String(body.taken_at));
  return phone.all("measurement").some((each) => each.metric === body.metric && each.value === body.value && Math.abs(Date.parse(String(each.taken_at)) - at) < SAME_WEIGHING_MS);
}

const isTyped = (phone: Phone, metric: string, day: string) => phone.all("measurement").some((each) => each.metric === metric && each.source !== SOURCE && String(each.taken_at).startsWith(day));

/** A watch counts the session that is logged here: what covers more than half of it is the same. */
function overlapped(phone: Phone, { start, end }: Pick<WorkoutEntry, "start" | "end">): boolean {
  return phone.all("workout").some((each) => {
    if (each.source === SOURCE || !each.ended_at) return false;
    const shared = Math.min(end, Date.parse(String(each.ended_at))) - Math.max(start, Date.parse(String(each.started_at)));
    return shared > (end - start) / 2;
  });
}

/** What was read before the person logged the same session. */
async function dropDoubles(phone: Phone): Promise<void> {
  for (const each of phone.all("workout")) {
    if (!isUntouched(each) || !each.ended_at) continue;
    const span = { start: Date.parse(String(each.started_at)), end: Date.parse(String(each.ended_at)) };
    if (overlapped(phone, span)) await phone.delete("workout", String(each.id));
  }
}
