/** What Fitzen asks of a phone's health store: HealthKit or Health Connect. Moments are in ms since 1970. */

import type { Day } from "@/lib/day";

export type HealthKind = "weight" | "workouts" | "steps" | "sleep" | "energy";
export const HEALTH_KINDS: readonly HealthKind[] = ["weight", "workouts", "steps", "sleep", "energy"];

/** Kinds whose entries are read one by one; of the others a day's total is. */
export type EntryKind = "weight" | "workouts";
export type TotalKind = Exclude<HealthKind, EntryKind>;

/** What a workout was, in the app's words. */
export type Sport = "running" | "walking" | "hiking" | "cycling" | "rowing" | "swimming" | "strength" | "hiit" | "yoga" | "other";

/** `key` is the store's own id; `own` says that this app wrote it. */
export type WeightEntry = { key: string; own: boolean; at: number; kg: number };
export type WorkoutEntry = { key: string; own: boolean; start: number; end: number; sport: Sport; energyKcal?: number; distanceM?: number };
export type Entry<K extends EntryKind> = K extends "weight" ? WeightEntry : WorkoutEntry;

/** Entries since a token, and those that are gone; `more` when there are others after `token`. */
export type Changes<K extends EntryKind> = { entries: Entry<K>[]; gone: string[]; token: string; more: boolean };

/** One of Fitzen's records for the store. Written again under its `id` with a higher `version`, it takes the first one's place. */
export type Written = { id: string; version: number } & (
  | { kind: "weight"; at: number; kg: number }
  | { kind: "workouts"; start: number; end: number; title: string; sport: Sport; energyKcal?: number; distanceM?: number }
  | { kind: TotalKind; start: number; end: number; value: number }
);

export type Access = { read: readonly HealthKind[]; write: readonly HealthKind[] };

export interface HealthStore {
  /** Whose it is, for its name on the screen; null where the device has none. */
  readonly name: "apple" | "google" | null;
  /** `update`: it is there once the system's part is brought up to date. */
  state(): Promise<"ready" | "update" | "none">;
  /** Ask for all of it at once. Returns whether the system asked, or had been asked before. */
  ask(access: Access): Promise<boolean>;
  /** Return what the system refuses, as far as it says: HealthKit never tells of reading. */
  refused(access: Access): Promise<Access>;
  /** Return what has changed since a token, or since a moment where there is none or it is too old. */
  changes<K extends EntryKind>(kind: K, token: string | null, since: number): Promise<Changes<K>>;
  /** Return the total of each day between two moments that has one, without what this app wrote: steps, hours, kcal. */
  totals(kind: TotalKind, days: readonly { day: Day; start: number; end: number }[]): Promise<Map<Day, number>>;
  write(records: readonly Written[]): Promise<void>;
  /** Take back what was written under these ids; what is not there is taken back already. */
  remove(kind: HealthKind, ids: readonly string[]): Promise<void>;
  openSettings(): void;
}
