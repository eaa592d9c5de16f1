import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import { Card, ProgressBar, Ring, Txt, Button } from "@/ui";
import type { Figures } from "@/lib/figures";

type Props = { targets: Schemas["Targets"] | null; asked: boolean; eaten: Figures; unknown: number; format: Format };

const BARS = [
  ["energy_kcal", "energy", "kcal", "energy"],
  ["protein_g", "protein", "g", "protein"],
  ["carbs_g", "carbs", "g", "accent"],
  ["fat_g", "fat", "g", "accent"],
  ["fiber_g", "fiber", "g", "accent"],
] as const;

/** Energy and protein as rings, what is left of each, and the others as bars. */
export function EnergyCard({ targets, asked, eaten, unknown, format }: Props) {
  const { t } = useTranslation();
  const amount = (key: string) => eaten[key] ?? 0;
  const left = targets ? targets.energy_kcal - amount("energy_kcal") : amount("energy_kcal");
  const say = (key: "energy" | "protein") => (targets ? t(key === "energy" ? "eat.energyOf" : "eat.proteinOfTarget", { value: format.number(amount(key === "energy" ? "energy_kcal" : "protein_g")), target: format.number(key === "energy" ? targets.energy_kcal : targets.protein_g) }) : "");
  return (
    <Card>
      <View className="flex-row items-center gap-5">
        <Ring
          size={132}
          label={targets ? `${say("energy")}, ${say("protein")}` : `${format.number(left)} kcal`}
          arcs={[
            { value: targets ? amount("energy_kcal") / targets.energy_kcal : 0, tone: "energy" },
            { value: targets?.protein_g ? amount("protein_g") / targets.protein_g : 0, tone: "protein" },
          ]}
        >
          <Txt className="text-xl font-bold tabular-nums" maxFontSizeMultiplier={1.3}>
            {format.number(Math.abs(left))}
          </Txt>
          <Txt kind="small" className="text-xs" maxFontSizeMultiplier={1.3}>
            {targets ? (left >= 0 ? t("eat.kcalLeft") : t("eat.kcalOver")) : t("eat.kcalEaten")}
          </Txt>
        </Ring>
        <View className="flex-1 gap-2">
          {BARS.map(([key, name, unit, fill]) => (
            <Bar key={key} name={t(`eat.${name}`)} value={amount(key)} target={targets?.[key] ?? null} unit={unit} fill={fill} format={format} />
          ))}
        </View>
      </View>
      {unknown > 0 ? <Txt kind="small">{t("eat.unknownEnergy", { count: unknown })}</Txt> : null}
      {asked && !targets ? (
        <View className="flex-row flex-wrap items-center justify-between gap-2">
          <Txt kind="small" className="flex-1">
            {t("eat.noTargets")}
          </Txt>
          <Button variant="soft" label={t("eat.complete")} onPress={() => router.push("/questions")} className="min-h-11" />
        </View>
      ) : null}
    </Card>
  );
}

function Bar({ name, value, target, unit, fill, format }: { name: string; value: number; target: number | null; unit: string; fill: "energy" | "protein" | "accent"; format: Format }) {
  const { t } = useTranslation();
  const left = target === null ? null : target - value;
  const short = (amount: number) => (unit === "g" ? `${format.number(amount)} g` : format.number(amount)); // the ring says kcal
  const aside = left === null ? `${format.number(value)} ${unit}` : left >= 0 ? t("eat.left", { value: short(left) }) : t("eat.over", { value: short(-left) });
  const text = target === null ? `${format.number(value)} ${unit}` : `${t("eat.of", { value: format.number(value), target: format.number(target) })} ${unit}`;
  return (
    <View className="gap-1">
      <View className="flex-row flex-wrap justify-between gap-x-2">
        <Txt className="text-sm font-medium">{name}</Txt>
        <Txt kind="small" className="tabular-nums">
          {aside}
        </Txt>
      </View>
      {target === null ? null : <ProgressBar className="h-1.5" value={target ? value / target : 0} label={name} text={text} fill={fill} />}
    </View>
  );
}
