import { router } from "expo-router";
import { useState } from "react";
import { View } from "react-native";
import { newId } from "@/lib/id";
import { useKept } from "@/lib/kept";
import { useSync } from "@/sync/provider";
import { Button, Chip, Chips, ErrorText, Field, Sheet, Txt } from "@/ui";
import type { Equipment, Exercise, Muscle } from "../model";
import { useWords } from "../use-words";
import { EVERY_MUSCLE, GEAR, METRICS, PATTERNS } from "./vocabulary";

type Draft = { name: string; pattern: Exercise["pattern"] | null; metric: Exercise["metric"]; direct: Muscle[]; helping: Muscle[]; equipment: Equipment[] };

const [MOST_MUSCLES, MOST_GEAR] = [10, 10];

/** An exercise of one's own. It stays as it is once it is saved, for workouts refer to it. */
export function OwnSheet({ first, onClose }: { first: string; onClose: () => void }) {
  const { t, muscle, equipment } = useWords();
  const { phone } = useSync();
  const [kept, setKept] = useKept<Draft | null>("train.exercise", null);
  const [tried, setTried] = useState(false);
  const draft: Draft = kept ?? { name: first.trim(), pattern: null, metric: "reps_load", direct: [], helping: [], equipment: [] };
  const change = (next: Partial<Draft>) => setKept({ ...draft, ...next });
  const muscles = [...draft.direct.map((each) => ({ muscle: each, share: 1 })), ...draft.helping.filter((each) => !draft.direct.includes(each)).map((each) => ({ muscle: each, share: 0.5 }))].slice(0, MOST_MUSCLES);
  const whole = draft.name.trim().length > 0 && draft.pattern !== null && draft.direct.length > 0;
  const save = async () => {
    setTried(true);
    if (!phone || !whole) return;
    const id = await phone.create("exercise", { name: draft.name.trim(), pattern: draft.pattern, metric: draft.metric, equipment: draft.equipment.slice(0, MOST_GEAR), muscles }, newId());
    setKept(null);
    onClose();
    router.push(`/exercise/${id}`);
  };
  return (
    <Sheet open title={t("train.library.add")} close={t("common.close")} onClose={onClose}>
      <Field label={t("train.library.name")} value={draft.name} maxLength={120} onChangeText={(name) => change({ name })} error={tried && !draft.name.trim() ? t("train.library.needName") : undefined} />
      <One label={t("train.library.measured")} values={METRICS} chosen={draft.metric} tell={(each) => t(`train.library.by.${each}`)} onChange={(metric) => change({ metric })} />
      <View className="gap-2">
        <Txt kind="label">{t("train.library.direct")}</Txt>
        <Chips<Muscle> label={t("train.library.direct")} chosen={draft.direct} onChange={(direct) => change({ direct })} options={EVERY_MUSCLE.map((value) => ({ value, label: muscle(value) }))} />
      </View>
      <View className="gap-2">
        <Txt kind="label">{t("train.library.helping")}</Txt>
        <Chips<Muscle> label={t("train.library.helping")} chosen={draft.helping} onChange={(helping) => change({ helping })} options={EVERY_MUSCLE.filter((each) => !draft.direct.includes(each)).map((value) => ({ value, label: muscle(value) }))} />
      </View>
      <One label={t("train.library.pattern")} values={PATTERNS} chosen={draft.pattern} tell={(each) => t(`train.patterns.${each}`)} onChange={(pattern) => change({ pattern })} />
      <View className="gap-2">
        <Txt kind="label">{t("onboarding.equipment.label")}</Txt>
        <Chips<Equipment> label={t("onboarding.equipment.label")} chosen={draft.equipment} onChange={(next) => change({ equipment: next })} options={GEAR.map((value) => ({ value, label: equipment(value) }))} />
      </View>
      {tried && !whole ? <ErrorText>{t("train.library.need")}</ErrorText> : null}
      <Button label={t("common.save")} onPress={() => void save()} />
    </Sheet>
  );
}

function One<T extends string>({ label, values, chosen, tell, onChange }: { label: string; values: readonly T[]; chosen: T | null; tell: (value: T) => string; onChange: (value: T) => void }) {
  return (
    <View className="gap-2">
      <Txt kind="label">{label}</Txt>
      <View role="radiogroup" aria-label={label} className="flex-row flex-wrap gap-2">
        {values.map((each) => (
          <Chip key={each} one label={tell(each)} chosen={each === chosen} onPress={() => onChange(each)} />
        ))}
      </View>
    </View>
  );
}
