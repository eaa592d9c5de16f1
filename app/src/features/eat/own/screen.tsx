import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useSession } from "@/api/use-session";
import { newId } from "@/lib/id";
import { useKept } from "@/lib/kept";
import { useUnits } from "@/sync/me";
import { useRecord, useSync } from "@/sync/provider";
import type { Json } from "@/sync/records";
import { Button, Card, ErrorText, Field, Screen, Segmented, Skeleton, Txt, useToast } from "@/ui";
import { Trash } from "@/ui/icons";
import { basketOf } from "../basket";
import { Header } from "../header";
import { emptyLabel, foodOf, LABEL_FIELDS, labelOf, oddEnergy, problemsOf, type Label, type LabelField } from "../rules/label";
import { usual, type KnownFood } from "../rules/portion";

const UNIT: Record<LabelField, string> = { energy_kcal: "kcal", protein_g: "g", carbs_g: "g", fat_g: "g", fiber_g: "g", sugar_g: "g", saturated_g: "g", sodium_mg: "mg" };

type Params = { edit?: string; barcode?: string; name?: string };

/** A food of one's own, as its label says it; what was typed is kept until it is saved. */
export function OwnFoodScreen() {
  const { t } = useTranslation();
  const { edit, barcode, name } = useLocalSearchParams<Params>();
  const userId = useSession()?.userId ?? "";
  const record = useRecord("food", edit ?? "") as Schemas["FoodIn"] | null | undefined;
  const [draft, setDraft, ready] = useKept<Label | null>(`eat.${userId}.label.${edit ?? "new"}`, null);
  if (!ready || (edit && !record))
    return (
      <Screen narrow>
        <Skeleton label={t("common.loading")} heights={[48, 200, 260]} />
      </Screen>
    );
  const first = edit && record ? labelOf(record) : { ...(draft ?? emptyLabel()), ...(barcode ? { barcode } : {}), ...(name ? { name } : {}) };
  return <Form key={edit ?? barcode ?? "new"} edit={edit} first={edit ? (draft ?? first) : first} keep={setDraft} />;
}

function Form({ edit, first, keep }: { edit?: string; first: Label; keep: (label: Label | null) => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const units = useUnits();
  const tell = useToast();
  const store = basketOf(useSession()?.userId ?? "");
  const [label, setLabel] = useState(first);
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<Label>) => {
    const next = { ...label, ...changes };
    setLabel(next);
    keep(next);
  };
  const problems = tried ? problemsOf(label) : [];
  const odd = oddEnergy(label);
  const save = async () => {
    setTried(true);
    if (!phone || problemsOf(label).length) return;
    const body = foodOf(label, t("eat.portionName"));
    if (edit) {
      await phone.edit("food", edit, { brand: undefined, barcode: undefined, ...body } as Json);
      keep(null);
      if (router.canGoBack()) router.back();
      else router.replace("/food");
    } else {
      const id = await phone.create("food", body as Json);
      const food: KnownFood = { id, name: body.name, brand: body.brand, per_100g: body.per_100g ?? {}, portions: body.portions ?? [] };
      store.change({ items: [...store.get().basket.items, { key: newId(), item: usual(food, units) }], text: "" });
      tell({ text: t("eat.foodSaved", { name: body.name }) });
      keep(null);
      router.dismissTo("/food");
    }
  };
  const remove = async () => {
    if (!phone || !edit) return;
    const before = phone.view("food", edit);
    await phone.delete("food", edit);
    keep(null);
    tell({ text: t("eat.foodGone", { name: first.name }), action: { label: t("common.undo"), run: () => void (before && phone.create("food", before, newId())) } });
    router.replace("/food");
  };
  const errorOf = (field: LabelField) => (problems.includes(field) ? t("eat.badNumber") : field === "energy_kcal" && problems.includes("energy") ? t("eat.needEnergy") : undefined);
  return (
    <Screen narrow footer={<Button label={edit ? t("common.save") : t("eat.saveFood")} onPress={() => void save()} />}>
      <Header title={edit ? t("eat.changeFood") : t("eat.ownFood")} home="/food" />
      <Card>
        <Field label={t("eat.name")} value={label.name} onChangeText={(name) => change({ name })} maxLength={250} error={problems.includes("name") ? t("eat.needName") : undefined} />
        <Field label={t("eat.brand")} value={label.brand} onChangeText={(brand) => change({ brand })} maxLength={250} />
        <Field label={t("eat.barcode")} value={label.barcode} onChangeText={(text) => change({ barcode: text.replaceAll(/\D/g, "") })} inputMode="numeric" maxLength={14} error={problems.includes("barcode") ? t("eat.badBarcode") : undefined} />
      </Card>
      <Card title={t("eat.label")}>
        <Segmented
          label={t("eat.figuresOf")}
          value={label.of}
          options={[
            { value: "100", label: t("eat.per100") },
            { value: "portion", label: t("eat.perPortion") },
          ]}
          onChange={(of) => change({ of })}
        />
        <View className="flex-row flex-wrap gap-3">
          <Field className="min-w-[45%] flex-1" label={t("eat.portion")} placeholder={t("eat.portionName")} value={label.portion} onChangeText={(portion) => change({ portion })} maxLength={120} />
          <Field className="min-w-[45%] flex-1" label={t("eat.portionWeight")} unit="g" inputMode="decimal" value={label.grams} onChangeText={(grams) => change({ grams })} error={problems.includes("grams") ? t("eat.needGrams") : undefined} />
        </View>
        <View className="flex-row flex-wrap gap-3">
          {LABEL_FIELDS.map((field) => (
            <Field
              key={field}
              className="min-w-[45%] flex-1"
              label={t(field === "energy_kcal" ? "eat.energy" : field === "protein_g" ? "eat.protein" : field === "carbs_g" ? "eat.carbs" : field === "fat_g" ? "eat.fat" : `eat.nutrient.${field}`)}
              unit={UNIT[field]}
              inputMode="decimal"
              value={label.values[field]}
              onChangeText={(text) => change({ values: { ...label.values, [field]: text } })}
              error={errorOf(field)}
            />
          ))}
        </View>
        {problems.includes("tooMuch") ? (
          <ErrorText small>{t("eat.tooMuch")}</ErrorText>
        ) : odd !== null ? (
          <Txt role="status" kind="small">
            {t("eat.oddEnergy", { energy: odd })}
          </Txt>
        ) : (
          <Txt kind="small">{t("eat.leaveEmpty")}</Txt>
        )}
      </Card>
      {edit ? <Button variant="danger" icon={Trash} label={t("eat.deleteFood")} onPress={() => void remove()} /> : null}
    </Screen>
  );
}
