import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useSession } from "@/api/use-session";
import { newId } from "@/lib/id";
import { useKept } from "@/lib/kept";
import { useOnline } from "@/lib/use-online";
import type { Day } from "@/lib/day";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Chip, ErrorText, Field, Segmented, Sheet, Txt } from "@/ui";
import { Sparkles } from "@/ui/icons";
import { generate } from "../requests";
import { Clashes } from "./clashes";
import { firstWishes, LENGTHS, MEALS, requestOf, STARTS, TIMES, type Wishes } from "./wishes";

type Props = { today: Day; onMade: (planId: string) => void; onClose: () => void };

/** What a new plan should keep to. Targets, diet, allergies and dislikes are the profile's. */
export function MakeSheet({ today, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const online = useOnline();
  const words = useProblemText();
  const userId = useSession()?.userId ?? "";
  const [wishes, setWishes, ready] = useKept<Wishes>(`wishes.${userId}`, firstWishes(newId()));
  const [clashes, setClashes] = useState<Schemas["Clash"][]>([]);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changes: Partial<Wishes>) => setWishes({ ...wishes, id: newId(), changes: {}, ...changes });

  const make = async (asked: Wishes) => {
    setBusy(true);
    setError(null);
    setClashes([]);
    try {
      const plan = await generate(requestOf(asked, today));
      if (plan.clashes?.length) {
        setClashes(plan.clashes);
        return;
      }
      await phone?.sync();
      setWishes({ ...asked, id: newId(), changes: {} });
      onMade(plan.id);
    } catch (failure) {
      setError(words(failure));
    } finally {
      setBusy(false);
    }
  };
  const take = (change: { field: string; value: unknown }) => {
    const next = { ...wishes, id: newId(), changes: { ...wishes.changes, [change.field]: change.value } };
    setWishes(next);
    void make(next);
  };
  const seg = <T extends string>(label: string, options: readonly T[], value: T, text: (each: T) => string, set: (each: T) => void) => (
    <View className="gap-1.5">
      <Txt kind="label">{label}</Txt>
      <Segmented label={label} options={options.map((each) => ({ value: each, label: text(each) }))} value={value} onChange={set} />
    </View>
  );
  return (
    <Sheet open title={t("kitchen.makePlan")} close={t("common.close")} onClose={onClose}>
      {seg(t("kitchen.howManyDays"), LENGTHS, wishes.days, (each) => each, (days) => change({ days }))}
      {seg(t("kitchen.mealsADay"), MEALS, wishes.meals, (each) => each, (meals) => change({ meals }))}
      {seg(t("kitchen.startsOn"), STARTS, wishes.start, (each) => t(`kitchen.start.${each}`), (start) => change({ start }))}
      {seg(t("kitchen.cookingTime"), TIMES, wishes.minutes, (each) => (each === "any" ? t("kitchen.anyTime") : t("kitchen.minutes", { count: Number(each) })), (minutes) => change({ minutes }))}
      <Field label={t("kitchen.without")} hint={t("kitchen.withoutHint")} value={wishes.without} onChangeText={(without) => change({ without })} />
      <View role="group" aria-label={t("kitchen.wishes")} className="flex-row flex-wrap gap-2">
        <Chip label={t("kitchen.cheap")} chosen={wishes.budget} onPress={() => change({ budget: !wishes.budget })} />
        <Chip label={t("kitchen.leftovers")} chosen={wishes.leftovers} onPress={() => change({ leftovers: !wishes.leftovers })} />
      </View>
      <Diet onEdit={() => (onClose(), router.push("/questions"))} />
      {clashes.length ? <Clashes clashes={clashes} busy={busy} onTake={take} /> : null}
      <ErrorText>{error}</ErrorText>
      {online ? null : <Txt kind="small">{t("kitchen.needsNetwork")}</Txt>}
      <Button icon={Sparkles} label={t("kitchen.make")} busy={busy} disabled={!ready || !online} onPress={() => void make(wishes)} />
    </Sheet>
  );
}

/** What the profile says, which a plan keeps to. */
function Diet({ onEdit }: { onEdit: () => void }) {
  const { t } = useTranslation();
  const dietary = useMe()?.dietary;
  const said = [
    dietary?.pattern ? t(`kitchen.pattern.${dietary.pattern}`) : null,
    dietary?.allergies?.length ? t("kitchen.allergies", { names: dietary.allergies.join(", ") }) : null,
    dietary?.dislikes?.length ? t("kitchen.dislikes", { names: dietary.dislikes.join(", ") }) : null,
  ].filter((each) => each !== null);
  return (
    <View className="flex-row items-center gap-3 rounded-2xl bg-raised ps-4 pe-1 py-1">
      <Txt kind="small" className="flex-1">
        {said.length ? t("kitchen.fromProfile", { what: said.join(" · ") }) : t("kitchen.noDiet")}
      </Txt>
      <Button variant="quiet" label={t("kitchen.change_")} onPress={onEdit} />
    </View>
  );
}
