import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import { useLanguage } from "@/i18n";
import type { Format } from "@/i18n/format";
import { useRecords } from "@/sync/provider";
import { ErrorText, Field, ListRow, Sheet, Txt } from "@/ui";
import { Plus } from "@/ui/icons";
import { foodsNamed } from "../recipes/search";
import { light, useIngredients, type Food } from "../requests";
import { useLater } from "../use-later";

const LATE_MS = 300;

/** Find a food by its name; a tap puts it into the recipe. */
export function FoodSheet({ format, onPick, onClose }: { format: Format; onPick: (food: Food) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const [typed, setTyped] = useState("");
  const wanted = useLater(typed.trim(), LATE_MS);
  const asked = useIngredients(wanted);
  // The device has one's own first: what the server answers may be some minutes old, and one's new food not in it.
  const own = foodsNamed(useRecords(["food"], (phone) => phone.all("food") as unknown as Food[]) ?? [], wanted, useLanguage()).map(light);
  const foods = [...own, ...(wanted ? (asked.data ?? []) : []).filter((food) => !own.some(({ id }) => id === food.id))];
  return (
    <Sheet open title={t("kitchen.addIngredient")} close={t("common.close")} onClose={onClose}>
      <Field label={t("kitchen.searchFoods")} value={typed} onChangeText={setTyped} inputMode="search" autoCorrect={false} autoFocus />
      {asked.isError ? (
        <ErrorText>{words(asked.error)}</ErrorText>
      ) : wanted && !asked.isFetching && foods.length === 0 ? (
        <Txt kind="small" role="status">
          {t("kitchen.noFoods")}
        </Txt>
      ) : null}
      <View>
        {foods.map((food, place) => (
          <ListRow
            key={food.id}
            first={place === 0}
            icon={Plus}
            title={food.name}
            detail={[food.brand, food.per_100g?.energy_kcal === undefined ? null : t("kitchen.per100", { energy: format.number(food.per_100g.energy_kcal) })].filter(Boolean).join(" · ")}
            onPress={() => onPick(food)}
          />
        ))}
      </View>
    </Sheet>
  );
}
