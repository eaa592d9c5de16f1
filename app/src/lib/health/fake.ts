/** A phone's health store in memory, as HealthKit and Health Connect behave: entries since a token, in pages. */

import { hoursOf } from "./sleep";
import type { Entry, EntryKind, HealthKind, HealthStore, TotalKind, Written } from "./types";

/** What is there from the start; totals by `steps 2026-11-27`. */
export type Given = { [K in EntryKind]?: Omit<Entry<K>, "key" | "own">[] } & { totals?: Record<string, number> };

const LOCAL = ["localhost", "127.0.0.1"];

/** Return the store that a browser was given, as JSON: only at home, so that nobody else's switches promise what no browser has. */
export function fakeOn(host: string, given: string | null): FakeHealth | null {
  if (!given || !LOCAL.includes(host)) return null;
  const { totals = {}, ...entries } = JSON.parse(given) as Given;
  const fake = new FakeHealth();
  for (const kind of ["weight", "workouts"] as const) for (const entry of entries[kind] ?? []) fake.put(kind, entry);
  for (const [name, total] of Object.entries(totals)) fake.counted.set(name, total);
  return fake;
}

type Event = { kind: EntryKind; key: string; entry: Entry<EntryKind> | null };

export class FakeHealth implements HealthStore {
  readonly name = "apple";
  private log: Event[] = [];
  private keys = 0;
  /** What apps wrote under ids of their own. */
  readonly written = new Map<string, Written & { key: string }>();
  readonly counted = new Map<string, number>();
  /** Called before anything is written: a test lets the app die there. */
  before: () => void = () => undefined;

  constructor(private readonly page = 3) {}

  put(kind: EntryKind, entry: Omit<Entry<EntryKind>, "key" | "own">, own = false, key = `key-${++this.keys}`): string {
    this.log.push({ kind, key, entry: { ...entry, key, own } as Entry<EntryKind> });
    return key;
  }

  take(kind: EntryKind, key: string): void {
    this.log.push({ kind, key, entry: null });
  }

  /** What is there of a kind that others than this app wrote. */
  others<K extends EntryKind>(kind: K): Entry<K>[] {
    return [...this.last(kind).values()].flatMap((entry) => (entry && !entry.own ? [entry] : []));
  }

  /** Each entry that ever was of a kind, as it is now: null for what is gone. */
  private last<K extends EntryKind>(kind: K): Map<string, Entry<K> | null> {
    return new Map(this.log.flatMap((each) => (each.kind === kind ? [[each.key, each.entry as Entry<K> | null]] : [])));
  }

  state = () => Promise.resolve("ready" as const);
  ask = () => Promise.resolve(true);
  refused = () => Promise.resolve({ read: [], write: [] });
  openSettings = () => undefined;

  async changes<K extends EntryKind>(kind: K, token: string | null) {
    const from = Number(token ?? 0);
    const until = Math.min(from + this.page, this.log.length);
    const keys = [...new Set(this.log.slice(from, until).flatMap((each) => (each.kind === kind ? [each.key] : [])))];
    const now = this.last(kind); // as the phones' stores: what changed, as it is by now
    const entries = keys.flatMap((key) => now.get(key) ?? []);
    return { entries, gone: keys.filter((key) => !now.get(key)), token: String(until), more: until < this.log.length };
  }

  async totals(kind: TotalKind, days: readonly { day: string }[]) {
    const found = days.flatMap(({ day }) => (this.counted.has(`${kind} ${day}`) ? [[day, this.counted.get(`${kind} ${day}`)!] as const] : []));
    return new Map(found);
  }

  async write(records: readonly Written[]): Promise<void> {
    this.before();
    for (const record of records) {
      const there = this.written.get(record.id);
      if (there && there.version > record.version) continue;
      const key = there?.key ?? `own-${record.id}`;
      this.written.set(record.id, { ...record, key });
      if (record.kind === "weight") this.put("weight", { at: record.at, kg: record.kg }, true, key);
      else if (record.kind === "workouts") this.put("workouts", { start: record.start, end: record.end, sport: record.sport }, true, key);
      else if (record.kind === "sleep" && hoursOf([record]) < 0) throw new Error("Sleep ends after it begins.");
    }
  }

  async remove(kind: HealthKind, ids: readonly string[]): Promise<void> {
    this.before();
    for (const id of ids) {
      const there = this.written.get(id);
      this.written.delete(id);
      if (there && (kind === "weight" || kind === "workouts")) this.take(kind, there.key);
    }
  }
}
