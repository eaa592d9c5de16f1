import { Image } from "expo-image";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Format } from "@/i18n/format";
import { Unsent } from "@/sync/unsent";
import { Icon, Txt } from "@/ui";
import { ChefHat, Heart } from "@/ui/icons";
import type { Recipe } from "../requests";

/** A recipe in a list: what it is, how long it takes, what a serving gives. */
export function RecipeCard({ recipe, favourite, format }: { recipe: Recipe; favourite: boolean; format: Format }) {
  const { t } = useTranslation();
  const { energy_kcal: energy, protein_g: protein } = recipe.per_serving;
  const facts = [
    typeof recipe.minutes === "number" ? t("kitchen.minutes", { count: recipe.minutes }) : null,
    energy === undefined ? null : `${format.number(energy)} kcal`,
    protein === undefined ? null : t("kitchen.proteinOf", { grams: format.number(protein) }),
  ].filter((each) => each !== null);
  const own = recipe.source === "own" ? t("kitchen.yours") : null;
  const detail = [own, ...facts].filter(Boolean).join(" · ");
  return (
    <Pressable role="link" onPress={() => router.push(`/recipe/${recipe.id}`)} className="flex-1 basis-72 min-h-20 flex-row items-center gap-3 bg-card rounded-card border border-line p-4 active:opacity-80">
      {recipe.image_url ? (
        <Image source={recipe.image_url} style={{ width: 56, height: 56, borderRadius: 16 }} contentFit="cover" accessible={false} />
      ) : own ? (
        <View className="size-14 rounded-2xl bg-brand-soft items-center justify-center">
          <Icon of={ChefHat} tone="brand" />
        </View>
      ) : null}
      <View className="flex-1 gap-1">
        <Txt kind="strong" numberOfLines={2}>
          {recipe.name}
        </Txt>
        <Txt kind="small" className="tabular-nums">
          {detail}
        </Txt>
      </View>
      {own ? <Unsent kind="recipe" id={recipe.id} /> : null}
      {favourite ? (
        <View role="img" aria-label={t("kitchen.isFavourite")}>
          <Icon of={Heart} tone="accent" size={18} />
        </View>
      ) : null}
    </Pressable>
  );
}
