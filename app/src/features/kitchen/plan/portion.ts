import type { TFunction } from "i18next";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import type { Units } from "@/lib/locale";
import { cooksNumber, gramsText } from "../amounts";

/** Return how much of something a plan says: servings of a dish, household portions with their weight, else the weight. */
export function portionText(item: Schemas["EatenItem"], units: Units, format: Format, t: TFunction, unitName: (unit: string, count: number) => string): string {
  const weight = typeof item.grams === "number" ? gramsText(item.grams, units, format.number) : null;
  if (item.recipe_id) return t("kitchen.servingsOf", { count: item.amount, shown: cooksNumber(item.amount, format.number) });
  if (item.unit === "g" && weight) return weight;
  return [`${cooksNumber(item.amount, format.number)} ${unitName(item.unit, item.amount)}`, weight].filter(Boolean).join(" · ");
}
