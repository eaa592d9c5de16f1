/** HealthKit. Which kinds may be read it never says: what is refused looks like nothing. */

import {
  AuthorizationStatus,
  authorizationStatusFor,
  CategoryValueSleepAnalysis,
  ComparisonPredicateOperator,
  deleteObjects,
  isHealthDataAvailable,
  queryCategorySamples,
  queryQuantitySamplesWithAnchor,
  querySources,
  queryStatisticsForQuantity,
  queryWorkoutSamplesWithAnchor,
  requestAuthorization,
  saveCategorySample,
  saveQuantitySample,
  saveWorkoutSample,
  WorkoutActivityType,
  type QuantitySampleForSaving,
  type SampleTypeIdentifier,
} from "@kingstinct/react-native-healthkit";
import Constants from "expo-constants";
import { Linking } from "react-native";
import { endingIn, hoursOf } from "./sleep";
import type { Access, Changes, Entry, EntryKind, HealthKind, HealthStore, Sport, TotalKind, WeightEntry, WorkoutEntry, Written } from "./types";

const PAGE = 200;
const WEIGHT = "HKQuantityTypeIdentifierBodyMass";
const STEPS = "HKQuantityTypeIdentifierStepCount";
const ENERGY = "HKQuantityTypeIdentifierActiveEnergyBurned";
const SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
const WORKOUT = "HKWorkoutTypeIdentifier";
const TYPE = { weight: WEIGHT, workouts: WORKOUT, steps: STEPS, sleep: SLEEP, energy: ENERGY } as const;

const SPORTS: [Sport, WorkoutActivityType][] = [
  ["running", WorkoutActivityType.running],
  ["walking", WorkoutActivityType.walking],
  ["hiking", WorkoutActivityType.hiking],
  ["cycling", WorkoutActivityType.cycling],
  ["rowing", WorkoutActivityType.rowing],
  ["swimming", WorkoutActivityType.swimming],
  ["strength", WorkoutActivityType.traditionalStrengthTraining],
  ["strength", WorkoutActivityType.functionalStrengthTraining],
  ["hiit", WorkoutActivityType.highIntensityIntervalTraining],
  ["yoga", WorkoutActivityType.yoga],
  ["other", WorkoutActivityType.other],
];
const ASLEEP: ReadonlySet<number> = new Set([
  CategoryValueSleepAnalysis.asleepUnspecified,
  CategoryValueSleepAnalysis.asleepCore,
  CategoryValueSleepAnalysis.asleepDeep,
  CategoryValueSleepAnalysis.asleepREM,
]);

const bundle = Constants.expoConfig?.ios?.bundleIdentifier ?? "app.fitzen.mobile";
type Sourced = { uuid: string; sourceRevision: { source: { bundleIdentifier: string } } };
/** A watch writes under the app's own name and more. */
const isOwn = (id: string) => id === bundle || id.startsWith(`${bundle}.`);
const identity = ({ uuid, sourceRevision }: Sourced) => ({ key: uuid, own: isOwn(sourceRevision.source.bundleIdentifier) });
const marks = ({ id, version }: Written) => ({ HKSyncIdentifier: id, HKSyncVersion: version });

async function weights(anchor: string | undefined, since: number): Promise<Changes<"weight">> {
  const { samples, deletedSamples, newAnchor } = await queryQuantitySamplesWithAnchor(WEIGHT, { anchor, limit: PAGE, unit: "kg", filter: { date: { startDate: new Date(since) } } });
  const entries = samples.map((each): WeightEntry => ({ ...identity(each), at: +each.startDate, kg: each.quantity }));
  return { entries, gone: deletedSamples.map(({ uuid }) => uuid), token: newAnchor, more: samples.length + deletedSamples.length >= PAGE };
}

async function workouts(anchor: string | undefined, since: number): Promise<Changes<"workouts">> {
  const { workouts: found, deletedSamples, newAnchor } = await queryWorkoutSamplesWithAnchor({ anchor, limit: PAGE, filter: { date: { startDate: new Date(since) } } });
  const entries = found.map((each): WorkoutEntry => {
    const sport = SPORTS.find(([, type]) => type === each.workoutActivityType)?.[0] ?? "other";
    return { ...identity(each), start: +each.startDate, end: +each.endDate, sport, energyKcal: each.totalEnergyBurned?.quantity, distanceM: each.totalDistance?.quantity };
  });
  return { entries, gone: deletedSamples.map(({ uuid }) => uuid), token: newAnchor, more: found.length + deletedSamples.length >= PAGE };
}

const CHANGES: { [K in EntryKind]: (anchor: string | undefined, since: number) => Promise<Changes<K>> } = { weight: weights, workouts };

async function dayTotals(kind: "steps" | "energy", days: Parameters<HealthStore["totals"]>[1]): Promise<Map<string, number>> {
  const type = kind === "steps" ? STEPS : ENERGY;
  const sources = (await querySources(type)).filter((source) => !isOwn(source.bundleIdentifier));
  const found = new Map<string, number>();
  if (!sources.length) return found;
  for (const { day, start, end } of days) {
    const filter = { sources, date: { startDate: new Date(start), endDate: new Date(end), strictStartDate: true } };
    const { sumQuantity } = await queryStatisticsForQuantity(type, ["cumulativeSum"], { unit: kind === "steps" ? "count" : "kcal", filter });
    if (sumQuantity?.quantity) found.set(day, sumQuantity.quantity);
  }
  return found;
}

async function nights(days: Parameters<HealthStore["totals"]>[1]): Promise<Map<string, number>> {
  const first = days[0];
  if (!first) return new Map();
  const samples = await queryCategorySamples(SLEEP, { limit: 0, filter: { date: { startDate: new Date(first.start - 864e5), endDate: new Date(days.at(-1)!.end) } } });
  const spans = samples.filter((each) => ASLEEP.has(each.value) && !identity(each).own).map((each) => ({ start: +each.startDate, end: +each.endDate }));
  return new Map(days.map((each) => [each.day, hoursOf(endingIn(spans, each))] as const).filter(([, hours]) => hours > 0));
}

async function write(record: Written): Promise<void> {
  const metadata = marks(record);
  if (record.kind === "weight") {
    await saveQuantitySample(WEIGHT, "kg", record.kg, new Date(record.at), new Date(record.at), metadata);
    return;
  }
  const [start, end] = [new Date(record.start), new Date(record.end)];
  if (record.kind === "workouts") {
    const type = SPORTS.find(([sport]) => sport === record.sport)?.[1] ?? WorkoutActivityType.other;
    const energy: QuantitySampleForSaving[] = record.energyKcal ? [{ startDate: start, endDate: end, quantityType: ENERGY, quantity: record.energyKcal, unit: "kcal" }] : [];
    await saveWorkoutSample(type, energy, start, end, { energyBurned: record.energyKcal, distance: record.distanceM }, { ...metadata, HKWorkoutBrandName: record.title });
  } else if (record.kind === "sleep") await saveCategorySample(SLEEP, CategoryValueSleepAnalysis.asleepUnspecified, start, end, metadata);
  else if (record.kind === "steps") await saveQuantitySample(STEPS, "count", record.value, start, end, metadata);
  else await saveQuantitySample(ENERGY, "kcal", record.value, start, end, metadata);
}

const types = (kinds: readonly HealthKind[]): SampleTypeIdentifier[] => kinds.map((kind) => TYPE[kind]);

export const store: HealthStore = {
  name: "apple",
  state: () => Promise.resolve(isHealthDataAvailable() ? "ready" : "none"),
  ask: ({ read, write: share }: Access) => {
    const energy = share.includes("workouts") && !share.includes("energy") ? [ENERGY] : []; // a workout's own
    return requestAuthorization({ toRead: types(read), toShare: [...share.map((kind) => TYPE[kind]), ...(energy as [])] });
  },
  refused: ({ write: share }) => Promise.resolve({ read: [], write: share.filter((kind) => authorizationStatusFor(TYPE[kind]) === AuthorizationStatus.sharingDenied) }),
  changes: <K extends EntryKind>(kind: K, token: string | null, since: number) => CHANGES[kind](token ?? undefined, since) as Promise<{ entries: Entry<K>[]; gone: string[]; token: string; more: boolean }>,
  totals: (kind: TotalKind, days) => (kind === "sleep" ? nights(days) : dayTotals(kind, days)),
  write: async (records) => {
    for (const record of records) await write(record);
  },
  remove: async (kind, ids) => {
    for (const id of ids) await deleteObjects(TYPE[kind], { metadata: { withMetadataKey: "HKSyncIdentifier", operatorType: ComparisonPredicateOperator.equalTo, value: id } });
  },
  openSettings: () => void Linking.openURL("x-apple-health://"),
};
