import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import { Card, Empty, ProgressBar, Ring, Txt } from "@/ui";
import { Flame } from "@/ui/icons";
import type { Macros } from "./view";

/** `targets`: null where the profile has too little for them, undefined while the server has not said. */
type Props = { targets: Schemas["Targets"] | null | undefined; eaten: Macros; unknown: number; format: Format };

/** Energy and protein as rings, the other two as bars. */
export function EnergyCard({ targets, eaten, unknown, format }: Props) {
  const { t } = useTranslation();
  if (targets === null)
    return (
      <Card>
        <Empty icon={Flame} title={t("today.noTargets")} text={t("today.noTargetsText")} action={t("today.complete")} onAction={() => router.push("/questions")} />
      </Card>
    );
  if (!targets)
    return (
      <Card>
        <Eaten name={t("today.energy")} value={eaten.energy_kcal} unit="kcal" format={format} />
        <Eaten name={t("today.protein")} value={eaten.protein_g} unit="g" format={format} />
        <Eaten name={t("today.carbs")} value={eaten.carbs_g} unit="g" format={format} />
        <Eaten name={t("today.fat")} value={eaten.fat_g} unit="g" format={format} />
        <Txt kind="small">{t("today.targetsLater")}</Txt>
      </Card>
    );
  const left = targets.energy_kcal - eaten.energy_kcal;
  const label = t("today.ringLabel", {
    energy: format.number(eaten.energy_kcal),
    energyTarget: format.number(targets.energy_kcal),
    protein: format.number(eaten.protein_g),
    proteinTarget: format.number(targets.protein_g),
  });
  return (
    <Card>
      <View className="flex-row items-center gap-4">
        <Ring
          size={132}
          label={label}
          arcs={[
            { value: eaten.energy_kcal / targets.energy_kcal, tone: "energy" },
            { value: targets.protein_g ? eaten.protein_g / targets.protein_g : 0, tone: "protein" },
          ]}
        >
          <Txt className="text-xl font-bold tabular-nums" maxFontSizeMultiplier={1.3}>
            {format.number(Math.abs(left))}
          </Txt>
          <Txt kind="small" className="text-xs" maxFontSizeMultiplier={1.3}>
            {left >= 0 ? t("today.kcalLeft") : t("today.kcalOver")}
          </Txt>
        </Ring>
        <View className="flex-1 gap-2.5">
          <Macro name={t("today.energy")} value={eaten.energy_kcal} target={targets.energy_kcal} unit="kcal" fill="energy" format={format} />
          <Macro name={t("today.protein")} value={eaten.protein_g} target={targets.protein_g} unit="g" fill="protein" format={format} />
          <Macro name={t("today.carbs")} value={eaten.carbs_g} target={targets.carbs_g} unit="g" fill="accent" format={format} />
          <Macro name={t("today.fat")} value={eaten.fat_g} target={targets.fat_g} unit="g" fill="accent" format={format} />
        </View>
      </View>
      {unknown > 0 ? <Txt kind="small">{t("today.unknown", { count: unknown })}</Txt> : null}
    </Card>
  );
}

function Macro({ name, value, target, unit, fill, format }: { name: string; value: number; target: number; unit: string; fill: "energy" | "protein" | "accent"; format: Format }) {
  const { t } = useTranslation();
  const text = `${t("today.of", { value: format.number(value), target: format.number(target) })} ${unit}`;
  return (
    <View className="gap-1">
      <View className="flex-row flex-wrap justify-between gap-x-2">
        <Txt className="text-sm font-medium">{name}</Txt>
        <Txt kind="small" className="tabular-nums">
          {`${format.number(value)} / ${format.number(target)}`}
        </Txt>
      </View>
      <ProgressBar className="h-1.5" value={target ? value / target : 0} label={name} text={text} fill={fill} />
    </View>
  );
}

function Eaten({ name, value, unit, format }: { name: string; value: number; unit: string; format: Format }) {
  return (
    <View className="flex-row flex-wrap justify-between gap-x-2">
      <Txt className="text-sm font-medium">{name}</Txt>
      <Txt className="tabular-nums">{`${format.number(value)} ${unit}`}</Txt>
    </View>
  );
}
