import { router } from "expo-router";
import { useMemo, useState } from "react";
import { Pressable, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { useExercises, useExerciseSearch, useOften } from "@/lib/exercises";
import { useMe } from "@/sync/me";
import { Unsent } from "@/sync/unsent";
import { Button, Chip, Chips, cn, Empty, Field, Icon, IconButton, Sheet, Skeleton, Txt } from "@/ui";
import { ChevronEnd, Plus, Search } from "@/ui/icons";
import { LongList } from "@/ui/long-list";
import { Header } from "../header";
import type { Equipment, Exercise, Muscle } from "../model";
import { useWords } from "../use-words";
import { OwnSheet } from "./own-sheet";
import { EVERY_MUSCLE, GEAR } from "./vocabulary";

type Filters = { muscle: Muscle | null; equipment: Equipment | null; mine: boolean };
const NONE: Filters = { muscle: null, equipment: null, mine: false };

/** All exercises, those that are trained often first; found by words, muscle and equipment. */
export function ExercisesScreen() {
  const { t, muscle, equipment } = useWords();
  const insets = useSafeAreaInsets();
  const { all } = useExercises();
  const [words, setWords] = useState("");
  const [filters, setFilters] = useState(NONE);
  const [open, setOpen] = useState<"muscle" | "equipment" | null>(null);
  const [adding, setAdding] = useState(false);
  const matching = useExerciseSearch(words, filters);
  const found = useAtHand(matching, filters.mine);
  const change = (next: Partial<Filters>) => setFilters({ ...filters, ...next });
  const owned = useMe()?.equipment ?? [];
  const waiting = (
    <View className="px-5 w-full max-w-3xl self-center">
      <Skeleton label={t("common.loading")} heights={[64, 64, 64, 64]} />
    </View>
  );
  return (
    <View role="main" className="flex-1 bg-bg" style={{ paddingTop: insets.top + 20 }}>
      <View className="px-5 md:px-8 pb-3 gap-3 w-full max-w-3xl self-center">
        <Header title={t("train.library.title")} subtitle={all.length ? t("train.library.count", { count: found.length }) : undefined} aside={<IconButton icon={Plus} label={t("train.library.add")} onPress={() => setAdding(true)} />} />
        <Field label={t("train.library.search")} value={words} onChangeText={setWords} autoCorrect={false} />
        <View className="flex-row flex-wrap gap-2">
          <Chip label={filters.muscle ? muscle(filters.muscle) : t("train.library.muscle")} chosen={!!filters.muscle} onPress={() => setOpen("muscle")} />
          <Chip label={filters.equipment ? equipment(filters.equipment) : t("onboarding.equipment.label")} chosen={!!filters.equipment} onPress={() => setOpen("equipment")} />
          {owned.length ? <Chip label={t("train.library.mine")} chosen={filters.mine} onPress={() => change({ mine: !filters.mine })} /> : null}
        </View>
      </View>
      {!all.length ? (
        waiting
      ) : found.length ? (
        <LongList<Exercise> waiting={waiting} data={found as Exercise[]} keyExtractor={(each) => each.id} renderItem={({ item, index }) => <Line exercise={item} first={index === 0} last={index === found.length - 1} />} contentContainerStyle={{ paddingBottom: insets.bottom + 32 }} keyboardShouldPersistTaps="handled" />
      ) : (
        <Empty icon={Search} title={t("train.library.nothing")} action={t("train.library.add")} onAction={() => setAdding(true)} />
      )}
      <Sheet open={open === "muscle"} title={t("train.library.muscle")} close={t("common.close")} onClose={() => setOpen(null)}>
        <Chips<Muscle> label={t("train.library.muscle")} chosen={filters.muscle ? [filters.muscle] : []} onChange={(next) => change({ muscle: next.at(-1) ?? null })} options={EVERY_MUSCLE.map((value) => ({ value, label: muscle(value) }))} />
        <Button label={t("common.done")} onPress={() => setOpen(null)} />
      </Sheet>
      <Sheet open={open === "equipment"} title={t("onboarding.equipment.label")} close={t("common.close")} onClose={() => setOpen(null)}>
        <Chips<Equipment> label={t("onboarding.equipment.label")} chosen={filters.equipment ? [filters.equipment] : []} onChange={(next) => change({ equipment: next.at(-1) ?? null })} options={GEAR.map((value) => ({ value, label: equipment(value) }))} />
        <Button label={t("common.done")} onPress={() => setOpen(null)} />
      </Sheet>
      {adding ? <OwnSheet first={words} onClose={() => setAdding(false)} /> : null}
    </View>
  );
}

/** Leave out what needs something that the person does not have. */
function useAtHand(found: readonly Exercise[], mine: boolean): readonly Exercise[] {
  const owned = useMe()?.equipment;
  return useMemo(() => {
    if (!mine || !owned) return found;
    const has = new Set<string>(owned);
    return found.filter((each) => (each.equipment ?? []).every((item) => has.has(item)));
  }, [found, mine, owned]);
}

function Line({ exercise, first, last }: { exercise: Exercise; first: boolean; last: boolean }) {
  const { t, muscle, equipment } = useWords();
  const often = useOften()(exercise.id);
  const trained = exercise.muscles.filter((each) => each.share === 1).map((each) => muscle(each.muscle));
  const needs = exercise.equipment?.length ? exercise.equipment.map(equipment) : [t("onboarding.equipment.none")];
  const detail = [trained.join(", "), needs.join(", ")].filter(Boolean).join(" · ");
  return (
    <View className="px-5 md:px-8 w-full max-w-3xl self-center">
      <Pressable
        role="link"
        onPress={() => router.push(`/exercise/${exercise.id}`)}
        className={cn("min-h-16 px-4 py-2.5 flex-row items-center gap-3 bg-card border-x border-b border-line active:opacity-70", first && "border-t rounded-t-card", last && "rounded-b-card")}
      >
        <View className="flex-1 gap-0.5">
          <View className="flex-row items-center gap-1.5">
            <Txt className="shrink">{exercise.name}</Txt>
            <Unsent kind="exercise" id={exercise.id} />
          </View>
          <Txt kind="small" numberOfLines={2}>
            {detail}
          </Txt>
        </View>
        {often ? <Txt className="text-sm tabular-nums text-muted">{t("train.library.times", { count: often })}</Txt> : null}
        <Icon of={ChevronEnd} tone="muted" size={18} />
      </Pressable>
    </View>
  );
}
