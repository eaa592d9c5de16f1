import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Icon, Txt } from "@/ui";
import { Info } from "@/ui/icons";
import type { Recipe } from "../requests";

/** What a recipe has of the fourteen allergens, and may have. Of one's own that is not known, and it says so. */
export function Allergens({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const named = (names: NonNullable<Recipe["allergens"]>) => names.map((name) => t(`kitchen.allergen.${name}`)).join(", ");
  const lines = recipe.allergens
    ? [recipe.allergens.length ? t("kitchen.contains", { names: named(recipe.allergens) }) : t("kitchen.containsNone"), recipe.may_contain?.length ? t("kitchen.mayContain", { names: named(recipe.may_contain) }) : null]
    : [t("kitchen.allergensUnknown")];
  return (
    <View className="flex-row gap-2 border-t border-line pt-3">
      <Icon of={Info} tone="muted" size={18} />
      <View className="flex-1 gap-1">
        {lines.map((line) => (line ? <Txt key={line} kind="small">{line}</Txt> : null))}
      </View>
    </View>
  );
}
