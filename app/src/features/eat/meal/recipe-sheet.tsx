import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet, Txt, useToast } from "@/ui";
import type { Meal } from "../rules/diary";
import { saveAsRecipe } from "../write";

/** Keep a meal as a recipe of one serving. */
export function RecipeSheet({ meal, onClose }: { meal: Meal; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const [name, setName] = useState(meal.name ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (!phone) return;
    if (!name.trim()) return setProblem(t("eat.needName"));
    const { id, left } = await saveAsRecipe(phone, meal, name.trim());
    if (!id) return setProblem(t("eat.recipeNothing"));
    tell({ text: left.length ? t("eat.recipeWithout", { names: left.join(", ") }) : t("eat.recipeSaved"), action: { label: t("eat.open"), run: () => router.push({ pathname: "/recipe/[id]", params: { id } }) } });
    onClose();
  };
  return (
    <Sheet open title={t("eat.saveRecipe")} close={t("common.close")} onClose={onClose}>
      <Txt kind="small">{t("eat.recipeText")}</Txt>
      <Field label={t("eat.name")} value={name} onChangeText={setName} maxLength={120} autoFocus error={problem ?? undefined} onSubmitEditing={() => void save()} />
      <Button label={t("common.save")} onPress={() => void save()} />
    </Sheet>
  );
}
