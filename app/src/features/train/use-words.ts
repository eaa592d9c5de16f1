import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import type { BestMetric, Equipment, Muscle, PlannedSet, WorkSet } from "./model";
import { durationOf } from "./sets";

const [KM, MILE_M] = [1000, 1609.344];

/** Return how sets, muscles, equipment and records are said in the person's language and units. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const distance = (metres: number) => (units === "imperial" ? `${format.number(metres / MILE_M, 2)} mi` : metres < KM ? `${format.number(metres)} m` : `${format.number(metres / KM, 2)} km`);
  const work = (reps: string | null, set: PlannedSet | WorkSet) => [reps, set.duration_s ? durationOf(set.duration_s) : null, set.distance_m ? distance(set.distance_m) : null, set.weight_kg ? format.weight(set.weight_kg) : null];
  const effort = (set: PlannedSet | WorkSet) => (typeof set.rir === "number" ? t("train.rir", { count: format.number(set.rir, 1) }) : "rpe" in set && typeof set.rpe === "number" ? t("train.rpe", { value: format.number(set.rpe, 1) }) : null);
  const told = (parts: (string | null)[]) => parts.filter(Boolean).join(" · ");
  return {
    t,
    format,
    units,
    distance,
    muscle: (muscle: Muscle) => t(`train.muscles.${muscle}`),
    equipment: (item: Equipment) => t(`train.gear.${item}`),
    /** "3 × 6–10 · 60 kg · RIR 2". */
    planned: (set: PlannedSet, count: number) => {
      const [low, high] = set.reps ?? [];
      const reps = low === undefined ? null : low === high ? String(low) : `${low}–${high}`;
      const [first, ...rest] = work(reps, set).filter(Boolean);
      return told([first ? `${count} × ${first}` : t("train.sets", { count }), ...rest.map(String), effort(set)]);
    },
    /** "8 reps · 60 kg · RIR 2", of one set that was done. */
    performed: (set: WorkSet) => {
      const main = [set.reps === null || set.reps === undefined ? null : t("train.reps", { count: set.reps }), ...work(null, set)];
      return told([...main, effort(set)]);
    },
    /** "8 × 30 kg, 5 × 47.5 kg", of the sets that come before the work. */
    warmups: (sets: readonly (PlannedSet | WorkSet)[]) =>
      sets
        .map((set) => {
          const reps = Array.isArray(set.reps) ? set.reps[0] : set.reps;
          return [reps ? String(reps) : null, ...work(null, set)].filter(Boolean).join(" × ");
        })
        .join(", "),
    kind: (kind: WorkSet["kind"]) => (kind && kind !== "normal" ? t(`train.kinds.${kind}`) : null),
    rest: (seconds: number) => t("train.rest", { time: durationOf(seconds) }),
    metric: (metric: BestMetric) => t(`train.metrics.${metric}`),
    best: (metric: BestMetric, value: number) => {
      if (metric === "reps") return t("train.reps", { count: value });
      if (metric === "duration_s") return durationOf(value);
      if (metric === "distance_m") return distance(value);
      return format.weight(value);
    },
    weekday: format.weekday,
    date: format.date,
    /** "November 2026", as a heading. */
    month: (month: string) => {
      const text = format.month(`${month}-15`);
      return text[0]!.toLocaleUpperCase(i18n.language) + text.slice(1);
    },
  };
}

export type Words = ReturnType<typeof useWords>;
