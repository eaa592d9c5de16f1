import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "@/i18n";
import { useCalendarWords } from "@/i18n/calendar";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useExercises } from "@/lib/exercises";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { useUnitName } from "@/lib/unit-name";
import { useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import type { Json } from "@/sync/records";
import { WRITABLE } from "@/sync/writable";
import { amountOf } from "./amounts";
import { cellOfList } from "./lists";
import type { Cell, Field } from "./rows";

/** What says nothing to a person, or what only Fitzen sets. */
const HIDDEN = /^(id|created_at|answered_at|subscription_.*|onboarding_completed|content_type|bytes|source|seed|given|asked|(plan|session|reminder|target|habit)_id|replaces)$/;

/** Where the words of a field that has only some values are; the field with its kind, where it is another one there. */
const CHOICES: Record<string, string> = {
  sex: "onboarding.body",
  goal: "onboarding.goal",
  fitness_level: "onboarding.level",
  activity_level: "onboarding.level",
  pattern: "onboarding.food",
  intensity: "onboarding.screening",
  exercise_pattern: "train.patterns",
  exercise_metric: "train.library.by",
  equipment: "you.equipment",
  gender: "you.coach.genders",
  style: "you.coach",
  units: "you.preferences",
  metric: "progress.metrics",
  goal_metric: "goals.metrics",
  goal_kind: "goals.kinds",
  habit_kind: "habits",
  reminder_kind: "reminders.kinds",
  channels: "reminders.channels",
  pose: "progress.photos.poses",
  slot: "eat.slot",
  status: "decisions.status",
  flow: "decisions.flow",
  symptoms: "decisions.symptom",
};

const PLANS: ReadonlySet<string> = new Set(["training_plan", "meal_plan"]);
/** The server names them, where the person does not. */
const GIVEN: ReadonlySet<string> = new Set(["training_plan", "workout"]);

const MOMENT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^\d\d:\d\d$/;

/** How records are named and read: in the person's language, units and dates. */
export function useTools() {
  const { t, i18n } = useTranslation();
  const { phone } = useSync();
  const units = useUnits();
  const format = useFormat(units);
  const calendar = useCalendarWords();
  const { nameOf: exerciseName } = useExercises();
  const unitName = useUnitName();
  const spoken = useSpoken({ exercises: true });
  const given = useGivenName();
  return useMemo(() => {
    const said = (...keys: string[]): string | null => {
      const key = keys.find((each) => i18n.exists(each));
      return key ? t(key as "common.done") : null;
    };
    const number = (value: number) => format.number(value, 2);
    const moment = (at: string) => `${format.date(dayOf(new Date(at)))}, ${format.clock(at)}`;
    const word = (kind: string, name: string, value: unknown): string => {
      if (typeof value === "boolean") return t(value ? "decisions.yes" : "decisions.no");
      if (typeof value === "number") return name === "days" ? calendar.weekdayName(value) : amountOf(name, value, units, format);
      const text = String(value);
      if (MOMENT.test(text)) return moment(text);
      if (DAY.test(text)) return format.date(text);
      if (CLOCK.test(text)) return format.clock(`2026-01-01T${text}:00`);
      if (name === "locale") return LANGUAGES[text.slice(0, 2) as "en"] ?? text;
      if (name === "time_zone") return text.replaceAll("_", " ");
      const choices = CHOICES[`${kind}_${name}`] ?? CHOICES[name];
      if (choices) return said(`${choices}.${text}`) ?? text.replaceAll("_", " ");
      if (name === "name" && GIVEN.has(kind)) return given(text);
      return name === "notes" && PLANS.has(kind) ? spoken(text) : text; // what a person wrote stays as they wrote it
    };
    const nameOf = (kind: string, id: unknown): string => (kind === "exercise" ? exerciseName(String(id)) : String(phone?.view(kind, String(id))?.name ?? t("decisions.unnamed")));
    return {
      t,
      word,
      number,
      nameOf,
      given,
      spoken,
      weekdays: (days: number[]) => calendar.list([...days].sort().map((day) => calendar.weekdayName(day))),
      date: (day: string) => format.date(day),
      amount: (name: string, value: number) => amountOf(name, value, units, format),
      portion: ({ amount, unit }: Record<string, unknown>) => `${number(Number(amount))} ${unitName(String(unit), Number(amount))}`,
      label: (kind: string, name: string) => said(`decisions.fields.${kind}_${name}`, `decisions.fields.${name}`, `eat.nutrient.${name}`) ?? t("decisions.other"),
      said,
    };
  }, [t, i18n, phone, units, format, calendar, exerciseName, unitName, spoken, given]);
}

export type Tools = ReturnType<typeof useTools>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

/** Fields that are read with others of their record. */
const TOGETHER: Record<string, (value: never, body: Json, tools: Tools) => Cell & { label?: string }> = {
  measurement_value: (value: number, { metric }, { word, amount }) => ({ label: word("measurement", "metric", metric), text: amount(String(metric), value) }),
  goal_target_value: (value: number, body, { amount, number }) => goalAmount(value, body, amount, number),
  goal_start_value: (value: number, body, { amount, number }) => goalAmount(value, body, amount, number),
  goal_current_value: (value: number, body, { amount, number }) => goalAmount(value, body, amount, number),
  habit_target: ({ value, unit }: { value: number; unit: string }, _, { number }) => ({ text: `${number(value)} ${unit}` }),
  habit_schedule: ({ type, days, count }: { type: string; days?: number[] | null; count?: number | null }, _, { t, weekdays }) => ({ text: type === "daily" ? t("habits.schedule.daily") : type === "weekdays" ? weekdays(days ?? []) : t("habits.timesAWeek", { count: count ?? 1 }) }),
  user_quiet_hours: ({ start, end }: { start: string; end: string }, _, { word }) => ({ text: `${word("user", "start", start)} – ${word("user", "end", end)}` }),
  meal_photo_id: (id: string, _, { t }) => ({ text: t("decisions.photo"), key: id }),
  goal_exercise_id: (id: string, _, { nameOf }) => ({ text: nameOf("exercise", id) }),
};

function goalAmount(value: number, { metric, unit }: Json, amount: Tools["amount"], number: Tools["number"]): Cell {
  return { text: metric ? amount(String(metric), value) : [number(value), unit].filter(Boolean).join(" ") };
}

export const emptyOf = ({ t }: Tools): Cell => ({ text: t("decisions.empty") });

/** Return what a record says, field by field; what lies within another is a field too. */
export function fieldsOf(kind: string, body: Json, tools: Tools): Field[] {
  const leaf = (name: string, value: unknown, path: string): Field[] => {
    if (HIDDEN.test(name)) return [];
    const label = tools.label(kind, name);
    const together = TOGETHER[`${kind}_${path}`];
    if (isEmpty(value)) return [{ name: path, label, cell: emptyOf(tools) }];
    if (together) {
      const { label: own = label, ...cell } = together(value as never, body, tools);
      return [{ name: path, label: own, cell }];
    }
    if (Array.isArray(value)) return [{ name: path, label, cell: cellOfList(kind, name, value, tools) }];
    if (typeof value === "object") return Object.entries(value as Json).flatMap(([inner, each]) => leaf(inner, each, `${path}.${inner}`));
    return [{ name: path, label, cell: { text: tools.word(kind, name, value) } }];
  };
  return [...(WRITABLE.get(kind) ?? [])].filter((name) => name in body).flatMap((name) => leaf(name, body[name], name));
}

/** Return which record it is, as the person knows it: its name, or its day; nothing where its kind says it all. */
export function titleOf(kind: string, id: string, body: Json, tools: Tools): string {
  const { word, given, nameOf, date } = tools;
  const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : null);
  const at = text("started_at") ?? text("eaten_at") ?? text("taken_at") ?? text("drunk_at") ?? text("started_on") ?? text("day") ?? (kind === "diary_day" ? id : null);
  const name = kind === "user" ? null : kind === "checkin" ? nameOf("habit", body.habit_id) : kind === "measurement" || kind === "goal" ? (text("title") ?? (text("metric") && word(kind, "metric", body.metric))) : (text("name") ?? text("title") ?? text("text") ?? (text("slot") && word(kind, "slot", body.slot)) ?? (text("pose") && word(kind, "pose", body.pose)));
  return [name && (GIVEN.has(kind) ? given(name) : name), at && date(MOMENT.test(at) ? dayOf(new Date(at)) : at)].filter(Boolean).join(" · ");
}
