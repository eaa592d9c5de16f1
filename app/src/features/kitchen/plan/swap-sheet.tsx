import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import type { Format } from "@/i18n/format";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet, Skeleton, Txt, useToast } from "@/ui";
import { ArrowLeftRight } from "@/ui/icons";
import { swap, useSwaps, type PlannedMeal } from "../requests";
import { useLater } from "../use-later";
import type { Planned } from "./eaten";

const LATE_MS = 500;

/** What else could be at a meal, each with what changes by it. Nothing is stored before one is chosen. */
export function SwapSheet({ planned, format, onClose }: { planned: Planned; format: Format; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const words = useProblemText();
  const [wish, setWish] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const { planId, day, meal, place } = planned;
  const asked = useSwaps(planId, day, meal.slot, place, useLater(wish.trim(), LATE_MS));
  const offers = asked.data ? [asked.data.after, ...asked.data.alternatives].filter((each) => each.recipe_id) : [];
  const choose = async (chosen: PlannedMeal) => {
    setBusy(chosen.recipe_id ?? null);
    try {
      await swap(planId, { day, slot: meal.slot, place, recipe_id: chosen.recipe_id });
      await phone?.sync();
      tell({ text: t("kitchen.swapped", { name: chosen.name }) });
      onClose();
    } catch (error) {
      tell({ text: words(error) });
      setBusy(null);
    }
  };
  return (
    <Sheet open title={t("kitchen.swapOf", { name: meal.name })} close={t("common.close")} onClose={onClose}>
      <Field label={t("kitchen.swapWish")} placeholder={t("kitchen.swapWishHint")} value={wish} onChangeText={setWish} autoCorrect={false} />
      {asked.isPending ? (
        <Skeleton label={t("common.loading")} heights={[110, 110, 110]} />
      ) : asked.isError || offers.length === 0 ? (
        <Txt role="alert">{asked.isError ? words(asked.error) : t("kitchen.nothingFits")}</Txt>
      ) : (
        offers.map((offer) => <Offer key={offer.recipe_id} before={meal} offer={offer} format={format} busy={busy === offer.recipe_id} disabled={busy !== null} onChoose={() => void choose(offer)} />)
      )}
    </Sheet>
  );
}

function Offer({ before, offer, format, busy, disabled, onChoose }: { before: PlannedMeal; offer: PlannedMeal; format: Format; busy: boolean; disabled: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const beside = offer.items.filter((item) => item.recipe_id !== offer.recipe_id).map((item) => item.name);
  const change = (name: "energy_kcal" | "protein_g") => format.signed((offer.totals[name] ?? 0) - (before.totals[name] ?? 0));
  const facts = [typeof offer.minutes === "number" ? t("kitchen.minutes", { count: offer.minutes }) : null, `${format.number(offer.totals.energy_kcal ?? 0)} kcal`, t("kitchen.proteinOf", { grams: format.number(offer.totals.protein_g ?? 0) })];
  return (
    <View className="gap-2 rounded-2xl bg-raised p-4">
      <Txt kind="strong">{offer.name}</Txt>
      {beside.length ? <Txt kind="small">{t("kitchen.with", { names: beside.join(", ") })}</Txt> : null}
      <Txt kind="small" className="tabular-nums">
        {facts.filter(Boolean).join(" · ")}
      </Txt>
      <Txt kind="small" className="tabular-nums">
        {t("kitchen.difference", { energy: change("energy_kcal"), protein: change("protein_g") })}
      </Txt>
      <Button variant="soft" className="min-h-11" icon={ArrowLeftRight} busy={busy} disabled={disabled} label={t("kitchen.take")} aria-label={t("kitchen.takeOf", { name: offer.name })} onPress={onChoose} />
    </View>
  );
}
