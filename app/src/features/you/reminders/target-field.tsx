import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useRecords } from "@/sync/provider";
import { Chip, ErrorText, Txt } from "@/ui";
import { Named } from "../parts/part";
import { SLOTS, type Draft } from "./draft";

const METRICS = ["weight_kg", "waist_cm", "body_fat_pct", "sleep_h"] as const;

/** Which habit, meal or measurement a reminder is of. */
export function TargetField({ draft, error, onChange }: { draft: Draft; error?: string; onChange: (target: string | null) => void }) {
  const { t } = useTranslation();
  const habits = useRecords(["habit"], (phone) => (phone.all("habit") as Schemas["Habit"][]).filter((each) => !each.archived_on)) ?? [];
  if (draft.kind !== "habit" && draft.kind !== "meal" && draft.kind !== "measurement") return null;
  const label = t(`reminders.of.${draft.kind}`);
  const options =
    draft.kind === "habit"
      ? habits.map((each) => ({ value: each.id, name: each.name }))
      : draft.kind === "meal"
        ? SLOTS.map((value) => ({ value, name: t(`reminders.slots.${value}`) }))
        : METRICS.map((value) => ({ value, name: t(`reminders.metrics.${value}`) }));
  const other = draft.target && !options.some((each) => each.value === draft.target) && draft.kind === "measurement" ? [{ value: draft.target, name: draft.target.replaceAll("_", " ") }] : [];
  return (
    <Named label={label}>
      {draft.kind === "habit" && !habits.length ? <Txt className="text-muted">{t("reminders.noHabits")}</Txt> : null}
      <View role="radiogroup" aria-label={label} className="flex-row flex-wrap gap-2">
        {draft.kind === "meal" ? <Chip one label={t("reminders.anyMeal")} chosen={draft.target === null} onPress={() => onChange(null)} /> : null}
        {[...options, ...other].map(({ value, name }) => (
          <Chip key={value} one label={name} chosen={draft.target === value} onPress={() => onChange(value)} />
        ))}
      </View>
      <ErrorText small>{error}</ErrorText>
    </Named>
  );
}
