/** What somebody has answered so far; kept on the device until they are done. */

import type { Schemas } from "@/api/client";
import { deviceLocale, deviceTimeZone, deviceUnits, type Units } from "@/lib/locale";
import { cmFrom, cmIn, kgFrom, numberOf } from "@/lib/quantities";

type Answers = Schemas["OnboardingIn"];
export type User = Schemas["User"];
export type Equipment = NonNullable<Answers["equipment"]>[number];
export type Screening = Omit<Schemas["Screening"], "answered_at">;

export type Draft = {
  step: number;
  /** How many steps were left by "Next": what they proposed was taken. */
  passed?: number;
  units: Units;
  goal?: Answers["goal"];
  name: string;
  birth: string;
  sex?: Answers["sex"];
  height: string;
  weight: string;
  level?: Answers["fitness_level"];
  activity?: Answers["activity_level"];
  days: number;
  minutes: number;
  equipment: Equipment[] | null;
  pattern?: NonNullable<Answers["dietary"]>["pattern"];
  allergies: string;
  injuries: string;
  pregnant?: boolean | null;
  screening: Screening;
};

const [DAYS, MINUTES] = [3, 45];

/** Begin with what the profile says already. */
export function firstDraft(me: User | null): Draft {
  const units = me?.onboarding_completed ? (me.units ?? "metric") : deviceUnits();
  return {
    step: 0,
    units,
    goal: me?.goal,
    name: me?.name ?? "",
    birth: me?.birth_date ?? "",
    sex: me?.sex,
    height: me?.height_cm ? String(Math.round(cmIn(units, me.height_cm) * 10) / 10) : "",
    weight: "",
    level: me?.fitness_level,
    activity: me?.activity_level,
    days: me?.training_days_per_week ?? DAYS,
    minutes: me?.session_minutes ?? MINUTES,
    equipment: me?.onboarding_completed ? (me.equipment ?? []) : null,
    pattern: me?.dietary?.pattern,
    allergies: (me?.dietary?.allergies ?? []).join(", "),
    injuries: (me?.health?.injuries ?? []).join(", "),
    pregnant: me?.health?.pregnant,
    screening: me?.health?.screening ?? {},
  };
}

export const wordsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((word) => word.trim().slice(0, 60))
    .filter(Boolean);

const [LOW_CM, HIGH_CM] = [50, 280];
const [LOW_KG, HIGH_KG] = [20, 400];

const within = (value: number | null, low: number, high: number): number | null => (value !== null && value >= low && value <= high ? Math.round(value * 100) / 100 : null);
const changed = (text: string, change: (value: number) => number): number | null => {
  const value = numberOf(text);
  return value === null ? null : change(value);
};

export const heightOf = (draft: Draft): number | null => within(changed(draft.height, (value) => cmFrom(draft.units, value)), LOW_CM, HIGH_CM);
export const weightOf = (draft: Draft): number | null => within(changed(draft.weight, (value) => kgFrom(draft.units, value)), LOW_KG, HIGH_KG);

export function birthOf(draft: Draft): string | null {
  const [year = "", month = "", day = ""] = draft.birth.trim().split(/[-/.]/);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${iso}T12:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) && at < new Date() && iso > "1900" ? iso : null;
}

/** What the device knows without asking. */
export const fromDevice = () => ({ time_zone: deviceTimeZone(), locale: deviceLocale(), units: deviceUnits() });

/** What a profile says that nobody was asked for yet. */
export const UNSAID = { time_zone: "UTC", locale: "en" } as const;

/** The device's language and time zone where the profile has none yet; who has been through the questions chooses them in Preferences. */
function placeOf(me: User | null): Pick<Answers, "time_zone" | "locale"> {
  if (me?.onboarding_completed) return {};
  const { time_zone, locale } = fromDevice();
  return {
    time_zone: me && me.time_zone !== UNSAID.time_zone ? me.time_zone : time_zone,
    locale: me && me.locale !== UNSAID.locale ? me.locale : locale,
  };
}

/** What each step asks, in their order. */
const ASKED: (keyof Draft)[][] = [["goal"], ["name", "birth", "sex", "height"], ["level", "activity"], ["days", "minutes"], ["equipment"], ["pattern", "allergies"], ["injuries", "pregnant"], ["screening"]];

/** Return what is sent: the steps that were passed, and what was given on others, on top of what stays of the profile. */
export function answersOf(draft: Draft, me: User | null, passed: number): Answers {
  const first = firstDraft(me);
  const isGiven = (step: number) => step < passed || ASKED[step]?.some((field) => JSON.stringify(draft[field]) !== JSON.stringify(first[field]));
  const answers: Answers[] = [
    { goal: draft.goal },
    { name: draft.name.trim() || null, birth_date: birthOf(draft), sex: draft.sex, height_cm: heightOf(draft) },
    { fitness_level: draft.level, activity_level: draft.activity },
    { training_days_per_week: draft.days, session_minutes: draft.minutes },
    { equipment: draft.equipment ?? undefined },
    { dietary: { ...me?.dietary, pattern: draft.pattern, allergies: wordsOf(draft.allergies) } },
    { health: { ...me?.health, injuries: wordsOf(draft.injuries), pregnant: draft.pregnant } },
    { health: { ...me?.health, injuries: wordsOf(draft.injuries), pregnant: draft.pregnant, ...screened(draft.screening) } },
  ];
  return Object.assign({ ...placeOf(me), units: draft.units }, ...answers.filter((_, step) => isGiven(step)));
}

const screened = (screening: Screening) => (Object.values(screening).some((value) => value !== null && value !== undefined) ? { screening } : {});
