import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Chip, Txt } from "@/ui";
import { useUnitName } from "@/lib/unit-name";
import { itemOf, measuresOf, resized, type KnownFood, type Measure, type MealItem } from "../rules/portion";
import { AmountField } from "./amount-field";

type Props = { item: MealItem; food: KnownFood | null; onChange: (item: MealItem) => void };

const FEW = 8;

/** How much of something: an amount, and the measures of the food. What is not known as a food keeps its measure. */
export function PortionPicker({ item, food, onChange }: Props) {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const nameOf = useUnitName();
  const measures = food ? withOwn(measuresOf(food, units), item) : [];
  const measure = measures.find((each) => each.unit === item.unit);
  const set = (amount: number) => onChange(food && measure ? itemOf(food, amount, measure) : resized(item, amount));
  const choose = (next: Measure) => food && next.unit !== item.unit && onChange(itemOf(food, next.first, next));
  return (
    <View className="gap-4">
      <AmountField label={`${t("eat.amount")} (${nameOf(item.unit, item.amount)})`} value={item.amount} step={measure?.step ?? (item.unit === "g" || item.unit === "ml" ? 10 : 0.5)} onChange={set} />
      {measures.length > 1 ? (
        <View role="radiogroup" aria-label={t("eat.measure")} className="flex-row flex-wrap gap-2">
          {measures.slice(0, FEW).map((each) => (
            <Chip key={each.unit} one chosen={each.unit === item.unit} label={each.grams === 1 ? each.unit : `${nameOf(each.unit, 1)} · ${format.number(each.grams, each.grams < 10 ? 1 : 0)} g`} onPress={() => choose(each)} />
          ))}
        </View>
      ) : (
        <Txt kind="small" className="text-center">
          {nameOf(item.unit, item.amount)}
        </Txt>
      )}
    </View>
  );
}

/** The measure that an item has comes first of all, also where the food is not said to have it. */
function withOwn(measures: Measure[], item: MealItem): Measure[] {
  const own = measures.find((each) => each.unit === item.unit);
  if (own) return measures.indexOf(own) < FEW ? measures : [own, ...measures.filter((each) => each !== own)];
  if (typeof item.grams !== "number" || item.grams <= 0) return measures;
  const few = item.unit === "g" || item.unit === "ml";
  return [{ unit: item.unit, grams: item.grams / item.amount, step: few ? 10 : 0.5, first: few ? 100 : 1 }, ...measures];
}
