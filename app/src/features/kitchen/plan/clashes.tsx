import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { Button, Txt } from "@/ui";

type Change = NonNullable<Schemas["Clash"]["changes"]>[number];

/** Why there is no plan, in plain words, and the changes of which each would make one possible. */
export function Clashes({ clashes, busy, onTake }: { clashes: Schemas["Clash"][]; busy: boolean; onTake: (change: Change) => void }) {
  const { t, i18n } = useTranslation();
  const spoken = useSpoken();
  const list = (names: string[]) => new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names);
  const offered = (change: Change): string => {
    const { field, value } = change;
    if (field === "max_minutes" || field === "weekday_max_minutes" || field === "day_max_minutes") return t(`kitchen.change.${field}`, { minutes: Number(value) });
    if (field === "protein_g" || field === "fiber_g" || field === "energy_kcal" || field === "max_sodium_mg") return t(`kitchen.change.${field}`, { value: Number(value) });
    if (field === "leftovers" || field === "same_protein") return t(`kitchen.change.${field}`);
    if (field === "max_repeats") return t("kitchen.change.max_repeats", { count: Number(value) });
    return spoken(change.text);
  };
  return (
    <View role="alert" className="gap-4 rounded-card bg-accent-soft p-4">
      <Txt kind="strong">{t("kitchen.noPlan")}</Txt>
      {clashes.map((clash, place) => (
        <View key={place} className="gap-2">
          <Txt>{t(clash.certain === false ? "kitchen.clashMaybe" : "kitchen.clash", { what: list(clash.constraints.map((name) => t(`kitchen.constraint.${name}`))) })}</Txt>
          {clash.changes?.length ? <Txt kind="label">{t("kitchen.oneOfThese")}</Txt> : <Txt>{t("kitchen.askLess")}</Txt>}
          {clash.changes?.map((change, at) => <Button key={at} variant="plain" disabled={busy} label={offered(change)} onPress={() => onTake(change)} />)}
        </View>
      ))}
    </View>
  );
}
