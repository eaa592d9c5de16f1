import { useQuery } from "@tanstack/react-query";
import Constants from "expo-constants";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { LANGUAGES } from "@/i18n";
import { cmIn, HEIGHT_UNIT } from "@/lib/quantities";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { RowName } from "./menu-list";
import { ageOn } from "./parts/read";
import { targetsQuery } from "./targets/requests";

/** Return what each part is set to, in a few words; what is not known has none. */
export function useSummaries(): Partial<Record<RowName, string>> {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const units = useUnits();
  const format = useFormat(units);
  const today = useDay(me?.time_zone);
  const targets = useQuery(targetsQuery).data?.targets;
  const on = useRecords(["reminder"], (phone) => phone.all("reminder").filter((each) => each.enabled !== false).length) ?? 0;
  const joined = (...parts: (string | number | null | undefined | false)[]) => parts.filter(Boolean).join(" · ") || undefined;
  if (!me) return {};
  const { dietary, health, coach } = me;
  return {
    profile: joined(me.birth_date && t("you.years", { count: ageOn(me.birth_date, today) }), me.height_cm && `${format.number(cmIn(units, me.height_cm))} ${HEIGHT_UNIT[units]}`),
    targets: joined(targets && `${format.number(targets.energy_kcal)} kcal`, targets && t("you.targets.proteinShort", { grams: format.number(targets.protein_g) })),
    training: joined(me.fitness_level && t(`onboarding.level.${me.fitness_level}`), typeof me.training_days_per_week === "number" && t("you.daysAWeek", { count: me.training_days_per_week })),
    food: joined(dietary?.pattern && t(`onboarding.food.${dietary.pattern}`), dietary?.allergies?.length && t("you.withoutFood", { words: dietary.allergies.join(", ") })),
    health: joined(health?.injuries?.join(", "), health?.conditions?.join(", ")),
    reminders: on ? t("you.remindersOn", { count: on }) : t("you.noReminders"),
    preferences: joined(LANGUAGES[i18n.language === "es" ? "es" : "en"], t(`onboarding.body.${units}`)),
    coach: coach?.style ? t(`you.coach.${coach.style}`) : undefined,
    security: joined(me.email, me.phone),
    about: t("you.about.version", { version: Constants.expoConfig?.version ?? "" }),
  };
}
