/** All workouts as the rows of a list: a month, then its workouts, newest first. */

import { dayOfWorkout, type Workout } from "./model";

export type MonthRow = { kind: "month"; key: string; month: string; count: number };
export type WorkoutRow = { kind: "workout"; key: string; workout: Workout; /** In its month, for its corners. */ first: boolean; last: boolean };
export type Row = MonthRow | WorkoutRow;

/** Return the rows and where the months stand in them. `workouts` are newest first. */
export function rowsOf(workouts: readonly Workout[]): { rows: Row[]; months: number[] } {
  const rows: Row[] = [];
  const months: number[] = [];
  let month: MonthRow | null = null;
  for (const workout of workouts) {
    const day = dayOfWorkout(workout);
    if (month?.month !== day.slice(0, 7)) {
      endMonth(rows);
      month = { kind: "month", key: day.slice(0, 7), month: day.slice(0, 7), count: 0 };
      months.push(rows.length);
      rows.push(month);
    }
    month.count += 1;
    rows.push({ kind: "workout", key: workout.id, workout, first: rows.at(-1) === month, last: false });
  }
  endMonth(rows);
  return { rows, months };
}

function endMonth(rows: Row[]): void {
  const last = rows.at(-1);
  if (last?.kind === "workout") last.last = true;
}

const plain = (text: string): string => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Return the workouts that have all words in their name or in the name of an exercise of theirs. */
export function found(workouts: readonly Workout[], words: string, nameOf: (exerciseId: string) => string): readonly Workout[] {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (!asked.length) return workouts;
  const names = new Map<string, string>();
  const named = (id: string) => {
    const known = names.get(id) ?? plain(nameOf(id));
    names.set(id, known);
    return known;
  };
  return workouts.filter((workout) => {
    const texts = [plain(workout.name), ...workout.exercises.map((each) => named(each.exercise_id))];
    return texts.some((text) => asked.every((word) => text.includes(word)));
  });
}
