import { openBrowserAsync } from "expo-web-browser";
import { useState } from "react";
import { View } from "react-native";
import { useSpoken } from "@/lib/spoken";
import { Button, Card, Txt } from "@/ui";
import { Link } from "@/ui/icons";
import type { Plan } from "../model";
import { useWords } from "../use-words";
import { SOURCES } from "./sources";

const FEW = 3;

/** What the plan was made for, what it says of itself, and the studies that it stands on. */
export function WhyCard({ plan }: { plan: Plan }) {
  const { t, equipment, muscle } = useWords();
  const spoken = useSpoken({ exercises: true });
  const [open, setOpen] = useState(false);
  const { given } = plan;
  const notes = [...(plan.notes ?? []), ...(plan.warnings ?? [])];
  const made = given && [
    t(`onboarding.goal.${given.goal ?? plan.goal}`),
    t(`onboarding.level.${given.level ?? "beginner"}`),
    t("train.plan.daysAWeek", { count: given.days_per_week ?? 0 }),
    t("train.minutes", { count: given.minutes ?? 0 }),
    given.equipment ? (given.equipment.length ? given.equipment.map(equipment).join(", ") : t("onboarding.equipment.none")) : t("onboarding.equipment.gym"),
    ...(given.focus?.length ? [t("train.plan.focusOn", { muscles: given.focus.map(muscle).join(", ") })] : []),
  ];
  return (
    <Card title={t("train.plan.why")}>
      {made ? <Txt>{t("train.plan.madeFor", { what: made.join(" · ") })}</Txt> : null}
      <View role="list" className="gap-2">
        {(open ? notes : notes.slice(0, FEW)).map((note) => (
          <View role="listitem" key={note} className="flex-row gap-2">
            <Txt aria-hidden className="text-muted">
              •
            </Txt>
            <Txt className="flex-1 text-muted">{spoken(note)}</Txt>
          </View>
        ))}
      </View>
      {open ? (
        <View className="gap-1 border-t border-line pt-3">
          <Txt kind="strong">{t("train.plan.sources")}</Txt>
          {SOURCES.map(({ key, label, doi }) => (
            <Button key={key} variant="quiet" icon={Link} label={`${t(`train.plan.source.${key}`)}: ${label}`} className="justify-start px-0" onPress={() => void openBrowserAsync(`https://doi.org/${doi}`)} />
          ))}
        </View>
      ) : null}
      <Button variant="quiet" className="self-start px-0" label={t(open ? "common.less" : "train.plan.more")} aria-expanded={open} onPress={() => setOpen(!open)} />
    </Card>
  );
}
