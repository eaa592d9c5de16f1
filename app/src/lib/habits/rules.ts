/**
 * What a habit's days come to: due, done, missed; streak and strength. A port of fitzen/habits/rules.py, so that the
 * device says the same as the server, also before the server has seen what was ticked.
 *
 * A unit is what is due once: a day, or for times a week a week from Monday to Sunday. A unit is a success, a miss or
 * neither: what is paused, on vacation, before the start or after the archiving neither adds nor breaks, and what is not
 * over cannot be missed yet.
 */

import type { Schemas } from "@/api/client";
import type { Day } from "@/lib/day";

export type HabitBody = Pick<Schemas["Habit"], "schedule"> & Partial<Pick<Schemas["Habit"], "kind" | "target" | "start_on" | "pauses" | "archived_on">>;
export type TimeOff = Schemas["TimeOff"];

/** The value, or null, of each day with a check-in. Days are numbers, see `numberOfDay`. */
export type Checkins = ReadonlyMap<number, number | null>;

/** `strength` is 0 to 100; `slip` the last day on which one slipped. */
export type Tally = { current: number; longest: number; strength: number; slip: number | null };

const WEEK = 7;
const NEVER = 1e9;
const DAY_MS = 864e5;
/** Day 0 was a Thursday. */
const THURSDAY = 3;
/** Repetitions until a habit is at 95 % of its plateau: Lally et al. 2010, doi 10.1002/ejsp.674. */
export const REPETITIONS = 66;
const LEFT_AFTER = 0.05;

export const numberOfDay = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayOfNumber = (day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + THURSDAY) % WEEK) + WEEK) % WEEK) + 1;
export const mondayOf = (day: number): number => day - (weekdayOf(day) - 1);

/** Return what a strength becomes after so many repetitions at once, of which a share was done. */
export const strengthAfter = (strength: number, share: number, planned = 1): number => strength + (100 * share - strength) * (1 - LEFT_AFTER ** (planned / REPETITIONS));

export class HabitPlan {
  readonly quit: boolean;
  /** How many times a week; 0 for one that goes by days. */
  readonly count: number;
  readonly target: number | null;
  readonly first: number;
  private readonly end: number;
  private readonly weekdays: ReadonlySet<number>;
  private readonly away: [from: number, to: number][];

  constructor(habit: HabitBody, vacations: readonly TimeOff[] = []) {
    this.quit = habit.kind === "quit";
    this.count = habit.schedule.type === "times_per_week" ? (habit.schedule.count ?? 0) : 0;
    this.target = habit.target?.value ?? null;
    this.first = habit.start_on ? numberOfDay(habit.start_on) : NEVER;
    this.end = habit.archived_on ? numberOfDay(habit.archived_on) : NEVER;
    this.weekdays = new Set(habit.schedule.type === "weekdays" ? (habit.schedule.days ?? []) : [1, 2, 3, 4, 5, 6, 7]);
    this.away = [...(habit.pauses ?? []), ...vacations].map(({ from, to }) => [numberOfDay(from), to ? numberOfDay(to) : NEVER]);
  }

  resting(day: number): boolean {
    return this.away.some(([from, to]) => from <= day && day <= to);
  }

  runs(day: number): boolean {
    return this.first <= day && day < this.end && !this.resting(day);
  }

  /** Say whether a day counts: in the schedule, and not at rest. Any day, by times a week. */
  planned(day: number): boolean {
    return this.weekdays.has(weekdayOf(day)) && this.runs(day);
  }

  /** Return how much of what is due on a day was done, 0 to 1; done is 1. */
  credit(checkins: Checkins, day: number): number {
    const value = checkins.get(day);
    if (value === undefined) return this.quit ? 1 : 0;
    if (this.quit) return (value ?? 1) <= (this.target ?? 0) ? 1 : 0;
    return value === null || this.target === null || value >= this.target ? 1 : value / this.target;
  }

  /** A day without a check-in is done only of a habit to quit, and then only while that runs. */
  done(checkins: Checkins, day: number): boolean {
    return this.credit(checkins, day) >= 1 && (checkins.has(day) || this.runs(day));
  }

  doneInWeek(checkins: Checkins, week: number): number {
    return this.plannedDays(week, week + WEEK).filter((day) => checkins.has(day) && this.credit(checkins, day) >= 1).length;
  }

  /** Say whether there is, or was, something to do on a day. A week that has enough asks for nothing more. */
  due(checkins: Checkins, day: number): boolean {
    if (!this.planned(day)) return false;
    if (!this.count) return true;
    return (checkins.has(day) && this.credit(checkins, day) >= 1) || this.doneInWeek(checkins, mondayOf(day)) < this.count;
  }

  missed(checkins: Checkins, day: number, today: number): boolean {
    return this.due(checkins, day) && !this.done(checkins, day) && !this.count && (day < today || (this.quit && checkins.has(day)));
  }

  /** Return streak and strength as of a day, which is not over: it adds once it is a success, and is missed only by a slip. */
  standing(all: Checkins, today: number): Tally {
    return this.standings(all, today).at(-1)?.tally ?? { current: 0, longest: 0, strength: 0, slip: null };
  }

  /** Return how it stood after each unit so far, oldest first. */
  standings(all: Checkins, today: number): { day: number; tally: Tally }[] {
    const checkins = new Map([...all].filter(([day]) => day <= today));
    const tally: Tally = { current: 0, longest: 0, strength: 0, slip: null };
    const found: { day: number; tally: Tally }[] = [];
    const now = this.count ? mondayOf(today) : today;
    for (let unit = this.count ? mondayOf(this.first) : this.first; unit <= now; unit += this.count ? WEEK : 1) {
      if (this.quit && checkins.has(unit) && !this.done(checkins, unit)) tally.slip = unit;
      const share = this.count ? this.ofWeek(checkins, unit, unit < now) : this.ofDay(checkins, unit, unit < now);
      if (share !== null) {
        tally.current = share >= 1 ? tally.current + 1 : 0;
        tally.longest = Math.max(tally.longest, tally.current);
        tally.strength = strengthAfter(tally.strength, share, this.count || 1);
      }
      found.push({ day: unit, tally: { ...tally } });
    }
    return found;
  }

  private plannedDays(start: number, until: number): number[] {
    const days: number[] = [];
    for (let day = start; day < until; day++) if (this.planned(day)) days.push(day);
    return days;
  }

  private ofDay(checkins: Checkins, day: number, over: boolean): number | null {
    if (!this.planned(day) || (!over && !checkins.has(day))) return null;
    const credit = this.credit(checkins, day);
    return over || this.quit || credit >= 1 ? credit : null;
  }

  /** A week of which a part was at rest can still succeed, but not be missed. */
  private ofWeek(checkins: Checkins, week: number, over: boolean): number | null {
    const done = this.doneInWeek(checkins, week);
    if (done >= this.count) return 1;
    return over && this.plannedDays(week, week + WEEK).length === WEEK ? done / this.count : null;
  }
}
