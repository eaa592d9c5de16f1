/** What a week or a month came to, from the records on the device: it opens without a network. */

import type { Schemas } from "@/api/client";
import { dayOf, type Day } from "@/lib/day";
import { habitsOn } from "@/lib/habits/records";
import { numberOfDay } from "@/lib/habits/rules";
import type { Phone } from "@/sync/phone";
import { daysOf, type Span } from "./spans";

export const REVIEW_KINDS = ["workout", "meal", "meal_day", "measurement", "habit", "checkin", "vacation"] as const;

export type Broken = Schemas["BrokenRecord"] & { day: Day; workoutId: string };
export type Figures = {
  training: { sessions: number; volume: number; sets: number; minutes: number; records: Broken[]; minutesOf: ReadonlyMap<Day, number> };
  food: { days: number; energy: number; protein: number };
  weight: { average: number | null; count: number };
  habits: { done: number; due: number; weakest: string | null };
  sleep: number | null;
  steps: number | null;
  days: number;
};

type Workout = Partial<Schemas["Workout"]> & Pick<Schemas["Workout"], "id" | "started_at" | "exercises">;
type Meal = Schemas["Meal"];
type Sums = { energy_kcal?: number; protein_g?: number };

const MINUTE_MS = 60_000;

/** The day of a workout is the one at its own offset, as the server has it. */
export const workoutDay = (workout: Workout): Day => workout.day ?? workout.started_at.slice(0, 10);

export function figuresOf(phone: Phone, span: Span, today: Day, zone?: string): Figures {
  const days = daysOf(span);
  const within = (day: Day) => day >= span.from && day <= span.until;
  const measured = (phone.all("measurement") as Schemas["Measurement"][]).map((each) => ({ metric: each.metric, value: each.value, day: each.day ?? dayOf(new Date(each.taken_at), zone) })).filter(({ day }) => within(day));
  const of = (metric: string) => measured.filter((each) => each.metric === metric).map(({ value }) => value);
  const weights = of("weight_kg");
  return {
    training: trainingOf(phone.all("workout") as Workout[], within),
    food: foodOf(phone, days, within, zone),
    weight: { average: mean(weights), count: weights.length },
    habits: habitsOf(phone, span, today),
    sleep: mean(of("sleep_h")),
    steps: mean(of("steps")),
    days: days.length,
  };
}

const mean = (values: number[]): number | null => (values.length ? values.reduce((sum, each) => sum + each, 0) / values.length : null);

function trainingOf(workouts: Workout[], within: (day: Day) => boolean): Figures["training"] {
  const own = workouts.filter((workout) => within(workoutDay(workout)));
  const minutesOf = new Map<Day, number>();
  let [volume, sets] = [0, 0];
  for (const workout of own) {
    const work = workout.exercises.flatMap((exercise) => exercise.sets.filter((set) => set.done !== false && set.kind !== "warmup"));
    volume += workout.totals?.volume_kg ?? work.reduce((sum, set) => sum + (set.reps ?? 0) * (set.weight_kg ?? 0), 0);
    sets += workout.totals?.sets ?? work.length;
    const minutes = workout.ended_at ? Math.round((Date.parse(workout.ended_at) - Date.parse(workout.started_at)) / MINUTE_MS) : 0;
    minutesOf.set(workoutDay(workout), (minutesOf.get(workoutDay(workout)) ?? 0) + minutes);
  }
  return { sessions: own.length, volume, sets, minutes: [...minutesOf.values()].reduce((sum, each) => sum + each, 0), records: recordsOf(own), minutesOf };
}

/** Return what was beaten, newest first; a first mark beats nothing. */
export function recordsOf(workouts: Workout[]): Broken[] {
  return workouts
    .flatMap((workout) => (workout.records ?? []).map((record) => ({ ...record, day: workoutDay(workout), workoutId: workout.id })))
    .filter(({ previous }) => typeof previous === "number" && previous > 0)
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** Return one record an exercise: the estimated maximum before the rest. */
export function bestRecords(records: readonly Broken[]): Broken[] {
  const order = ["e1rm_kg", "weight_kg", "reps", "distance_m", "duration_s", "volume_kg"];
  const best = new Map<string, Broken>();
  for (const record of records) {
    const held = best.get(record.exercise_id);
    const rank = order.indexOf(record.metric) - (held ? order.indexOf(held.metric) : order.length);
    if (!held || rank < 0 || (rank === 0 && record.value > held.value)) best.set(record.exercise_id, record);
  }
  return [...best.values()];
}

/** Return averages over the days on which something was logged. What the server has not summed up yet is added here. */
function foodOf(phone: Phone, days: Day[], within: (day: Day) => boolean, zone?: string): Figures["food"] {
  const sums = new Map<Day, { energy: number; protein: number }>();
  const add = (day: Day, { energy_kcal = 0, protein_g = 0 }: Sums) => {
    const sum = sums.get(day) ?? { energy: 0, protein: 0 };
    sums.set(day, { energy: sum.energy + energy_kcal, protein: sum.protein + protein_g });
  };
  for (const day of days) {
    const told = phone.view("meal_day", day) as { items?: number; totals?: Sums } | null;
    if (told?.totals && told.items) add(day, told.totals);
  }
  for (const meal of phone.all("meal") as Meal[]) {
    if (meal.totals || !phone.isWaiting("meal", meal.id)) continue;
    const day = dayOf(new Date(meal.eaten_at), zone);
    if (within(day)) for (const item of meal.items) add(day, item.nutrients ?? {});
  }
  const found = [...sums.values()];
  return { days: found.length, energy: mean(found.map(({ energy }) => energy)) ?? 0, protein: mean(found.map(({ protein }) => protein)) ?? 0 };
}

/** Return how many of what was due was done; `weakest` is the habit that was missed most. */
function habitsOf(phone: Phone, span: Span, today: Day): Figures["habits"] {
  let [done, due, most] = [0, 0, 0];
  let weakest: string | null = null;
  const now = numberOfDay(today);
  for (const { habit, plan, checkins } of habitsOn(phone, today)) {
    const days = daysOf(span).map(numberOfDay);
    const planned = days.filter((day) => plan.planned(day) && (day < now || plan.done(checkins, day)));
    const did = planned.filter((day) => plan.done(checkins, day)).length;
    const wanted = plan.count ? Math.min(Math.round((plan.count * planned.length) / 7), planned.length) : planned.length;
    done += Math.min(did, wanted);
    due += wanted;
    if (wanted - did > most && !plan.quit && !habit.archived_on) [most, weakest] = [wanted - did, habit.name];
  }
  return { done, due, weakest };
}

type Trend = Schemas["MeasurementTrend"];

/** Return by how much the trend moved in a span; null where it does not reach over it. */
export function trendChange(trend: Trend | undefined, span: Span): number | null {
  const levels = (trend?.points ?? []).flatMap(({ day, level }) => (typeof level === "number" ? [{ day, level }] : []));
  const start = levels.findLast(({ day }) => day < span.from) ?? levels.find(({ day }) => day >= span.from && day <= span.until);
  const end = levels.findLast(({ day }) => day <= span.until && day >= span.from);
  return start && end && start !== end ? end.level - start.level : null;
}

export type Step = { kind: "train" | "log" | "protein" | "weigh" | "habit" | "sleep" | "keep"; value?: number; name?: string };

const [ENOUGH_PROTEIN, ENOUGH_HABITS, ENOUGH_SLEEP] = [0.9, 0.7, 7];

/** Return the one thing that helps most from here. */
export function nextStep(figures: Figures, proteinTarget: number | null): Step {
  const { training, food, weight, habits, sleep, days } = figures;
  if (!training.sessions) return { kind: "train" };
  if (food.days < days / 2) return { kind: "log" };
  if (proteinTarget && food.protein < ENOUGH_PROTEIN * proteinTarget) return { kind: "protein", value: Math.ceil((proteinTarget - food.protein) / 5) * 5 };
  if (!weight.count) return { kind: "weigh" };
  if (habits.weakest && habits.done < ENOUGH_HABITS * habits.due) return { kind: "habit", name: habits.weakest };
  if (sleep !== null && sleep < ENOUGH_SLEEP) return { kind: "sleep" };
  return { kind: "keep" };
}
