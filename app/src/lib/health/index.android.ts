/** Health Connect. Its changes tokens last 30 days; after that, and the first time, the last weeks are read again. */

import {
  deleteRecordsByUuids,
  ExerciseType,
  getChanges,
  getGrantedPermissions,
  getSdkStatus,
  initialize,
  insertRecords,
  openHealthConnectSettings,
  readRecords,
  aggregateRecord,
  requestPermission,
  SdkAvailabilityStatus,
  SleepStageType,
  type HealthConnectRecord,
  type Permission,
  type RecordType,
} from "react-native-health-connect";
import Constants from "expo-constants";
import { endingIn, hoursOf } from "./sleep";
import type { Access, Changes, Entry, EntryKind, HealthKind, HealthStore, Sport, TotalKind, WeightEntry, WorkoutEntry, Written } from "./types";

const TYPE = { weight: "Weight", workouts: "ExerciseSession", steps: "Steps", sleep: "SleepSession", energy: "ActiveCaloriesBurned" } as const satisfies Record<HealthKind, RecordType>;
const SPORTS: [Sport, number][] = [
  ["running", ExerciseType.RUNNING],
  ["running", ExerciseType.RUNNING_TREADMILL],
  ["walking", ExerciseType.WALKING],
  ["hiking", ExerciseType.HIKING],
  ["cycling", ExerciseType.BIKING],
  ["cycling", ExerciseType.BIKING_STATIONARY],
  ["rowing", ExerciseType.ROWING_MACHINE],
  ["rowing", ExerciseType.ROWING],
  ["swimming", ExerciseType.SWIMMING_POOL],
  ["swimming", ExerciseType.SWIMMING_OPEN_WATER],
  ["strength", ExerciseType.STRENGTH_TRAINING],
  ["hiit", ExerciseType.HIGH_INTENSITY_INTERVAL_TRAINING],
  ["yoga", ExerciseType.YOGA],
  ["other", ExerciseType.OTHER_WORKOUT],
];
const AWAKE: ReadonlySet<number> = new Set([SleepStageType.AWAKE, SleepStageType.OUT_OF_BED]);
const PAGE = 500;

const own = Constants.expoConfig?.android?.package ?? "app.fitzen.mobile";
const iso = (at: number) => new Date(at).toISOString();
const between = (start: number, end: number) => ({ operator: "between", startTime: iso(start), endTime: iso(end) }) as const;

type Kept = { metadata?: { id?: string; dataOrigin?: string } };
const identity = ({ metadata }: Kept) => ({ key: metadata?.id ?? "", own: metadata?.dataOrigin === own });

async function all<T extends RecordType>(type: T, start: number, end: number) {
  const found: Awaited<ReturnType<typeof readRecords<T>>>["records"] = [];
  for (let pageToken: string | undefined; ; ) {
    const page = await readRecords(type, { timeRangeFilter: between(start, end), pageSize: PAGE, pageToken });
    found.push(...page.records);
    pageToken = page.pageToken;
    if (!pageToken) return found;
  }
}

type WeightRead = Kept & { time: string; weight: { inKilograms: number } };
type SessionRead = Kept & { startTime: string; endTime: string; exerciseType: number };

const weightOf = (record: WeightRead): WeightEntry => ({ ...identity(record), at: Date.parse(record.time), kg: record.weight.inKilograms });

/** What a session burned and how far it went, other records of its time say. */
async function workoutOf(record: SessionRead): Promise<WorkoutEntry> {
  const [start, end] = [Date.parse(record.startTime), Date.parse(record.endTime)];
  const dataOriginFilter = record.metadata?.dataOrigin ? [record.metadata.dataOrigin] : undefined;
  const asked = { timeRangeFilter: between(start, end), dataOriginFilter };
  const energy = await aggregateRecord({ recordType: "ActiveCaloriesBurned", ...asked }).catch(() => null); // not allowed, or none
  const distance = await aggregateRecord({ recordType: "Distance", ...asked }).catch(() => null);
  const sport = SPORTS.find(([, type]) => type === record.exerciseType)?.[0] ?? "other";
  return { ...identity(record), start, end, sport, energyKcal: energy?.ACTIVE_CALORIES_TOTAL.inKilocalories || undefined, distanceM: distance?.DISTANCE.inMeters || undefined };
}

const ENTRY = { weight: (record: unknown) => Promise.resolve(weightOf(record as WeightRead)), workouts: (record: unknown) => workoutOf(record as SessionRead) };

async function changes<K extends EntryKind>(kind: K, token: string | null, since: number): Promise<Changes<K>> {
  const recordTypes: RecordType[] = [TYPE[kind]];
  const answer = token ? await getChanges({ changesToken: token }) : null;
  if (answer && !answer.changesTokenExpired) {
    const entries = await Promise.all(answer.upsertionChanges.map(({ record }) => ENTRY[kind](record)));
    return { entries: entries as Entry<K>[], gone: answer.deletionChanges.map(({ recordId }) => recordId), token: answer.nextChangesToken, more: answer.hasMore };
  }
  // The token first: what is written while the records are read comes with the next changes, and is known by then.
  const begun = await getChanges({ recordTypes });
  const records = await all(TYPE[kind], since, Date.now());
  const entries = await Promise.all(records.map((record) => ENTRY[kind](record)));
  return { entries: entries as Entry<K>[], gone: [], token: begun.nextChangesToken, more: false };
}

/** The apps that a total is of: all but this one. */
async function others(type: RecordType, start: number, end: number): Promise<string[]> {
  const page = await readRecords(type, { timeRangeFilter: between(start, end), pageSize: PAGE });
  const origins = page.records.map((each) => (each as Kept).metadata?.dataOrigin);
  return [...new Set(origins)].filter((origin): origin is string => !!origin && origin !== own);
}

async function dayTotals(kind: "steps" | "energy", days: Parameters<HealthStore["totals"]>[1]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { day, start, end } of days) {
    const dataOriginFilter = await others(TYPE[kind], start, end);
    if (!dataOriginFilter.length) continue;
    const asked = { timeRangeFilter: between(start, end), dataOriginFilter };
    const value =
      kind === "steps" ? (await aggregateRecord({ recordType: "Steps", ...asked })).COUNT_TOTAL : (await aggregateRecord({ recordType: "ActiveCaloriesBurned", ...asked })).ACTIVE_CALORIES_TOTAL.inKilocalories;
    if (value) found.set(day, value);
  }
  return found;
}

async function nights(days: Parameters<HealthStore["totals"]>[1]): Promise<Map<string, number>> {
  const first = days[0];
  if (!first) return new Map();
  const sessions = (await all("SleepSession", first.start - 864e5, days.at(-1)!.end)).filter((each) => !identity(each).own);
  const spans = sessions.flatMap((each) => {
    const asleep = each.stages?.filter(({ stage }) => !AWAKE.has(stage));
    return (asleep?.length ? asleep : [each]).map(({ startTime, endTime }) => ({ start: Date.parse(startTime), end: Date.parse(endTime) }));
  });
  return new Map(days.map((each) => [each.day, hoursOf(endingIn(spans, each))] as const).filter(([, hours]) => hours > 0));
}

function recordsOf(record: Written): HealthConnectRecord[] {
  const metadata = { clientRecordId: record.id, clientRecordVersion: record.version };
  if (record.kind === "weight") return [{ recordType: "Weight", time: iso(record.at), weight: { value: record.kg, unit: "kilograms" }, metadata }];
  const span = { startTime: iso(record.start), endTime: iso(record.end), metadata };
  if (record.kind === "workouts") {
    const exerciseType = SPORTS.find(([sport]) => sport === record.sport)?.[1] ?? ExerciseType.OTHER_WORKOUT;
    const energy = record.energyKcal ? [burned(record.energyKcal, { ...span, metadata: { ...metadata, clientRecordId: `${record.id}.energy` } })] : [];
    return [{ recordType: "ExerciseSession", exerciseType, title: record.title, ...span }, ...energy];
  }
  if (record.kind === "sleep") return [{ recordType: "SleepSession", ...span }];
  return [record.kind === "steps" ? { recordType: "Steps", count: Math.round(record.value), ...span } : burned(record.value, span)];
}

const burned = (value: number, span: { startTime: string; endTime: string; metadata: object }): HealthConnectRecord => ({ recordType: "ActiveCaloriesBurned", energy: { value, unit: "kilocalories" }, ...span });

function permissionsFor({ read, write }: Access): Permission[] {
  const of = (accessType: "read" | "write", kinds: readonly HealthKind[]): Permission[] => {
    const types = new Set<RecordType>(kinds.map((kind) => TYPE[kind]));
    if (kinds.includes("workouts")) types.add("ActiveCaloriesBurned"); // what a session burned is a record of its own
    if (kinds.includes("workouts") && accessType === "read") types.add("Distance");
    return [...types].map((recordType) => ({ accessType, recordType }));
  };
  return [...of("read", read), ...of("write", write)];
}

async function begin(): Promise<boolean> {
  return (await getSdkStatus()) === SdkAvailabilityStatus.SDK_AVAILABLE && initialize();
}

export const store: HealthStore = {
  name: "google",
  state: async () => {
    const status = await getSdkStatus();
    if (status === SdkAvailabilityStatus.SDK_UNAVAILABLE_PROVIDER_UPDATE_REQUIRED) return "update";
    return (await begin()) ? "ready" : "none";
  },
  ask: async (access) => {
    if (!(await begin())) return false;
    await requestPermission(permissionsFor(access));
    return true;
  },
  refused: async ({ read, write }) => {
    const granted = new Set((await getGrantedPermissions()).map(({ accessType, recordType }) => `${accessType} ${recordType}`));
    const without = (accessType: string, kinds: readonly HealthKind[]) => kinds.filter((kind) => !granted.has(`${accessType} ${TYPE[kind]}`));
    return { read: without("read", read), write: without("write", write) };
  },
  changes,
  totals: (kind: TotalKind, days) => (kind === "sleep" ? nights(days) : dayTotals(kind, days)),
  write: async (records) => {
    if (records.length) await insertRecords(records.flatMap(recordsOf));
  },
  remove: async (kind, ids) => {
    await deleteRecordsByUuids(TYPE[kind], [], [...ids]);
    if (kind === "workouts") await deleteRecordsByUuids("ActiveCaloriesBurned", [], ids.map((id) => `${id}.energy`));
  },
  openSettings: openHealthConnectSettings,
};
